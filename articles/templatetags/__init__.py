"""Tags of the articles' pages."""
