"""Pages of articles and evidence."""
