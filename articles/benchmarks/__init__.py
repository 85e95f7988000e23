"""Measures the archive on made-up articles: search, import, extraction and serving, in a database of their own."""
