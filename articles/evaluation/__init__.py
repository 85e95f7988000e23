"""How well articles are read: annotated texts compared with readings, figure by figure. Pure Python, no database."""
