"""One module for each format a source may have."""
