"""From a source to stored records: read, clean, describe, extract, match, store, report."""
