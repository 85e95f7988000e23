"""Search over the articles: one analyser in Python, two thin inverted indexes, set algebra for the rest."""
