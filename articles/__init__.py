"""The app of articles and evidence: what was written, and where it says so."""
