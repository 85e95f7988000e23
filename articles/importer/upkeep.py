"""How an import treats a database beside its rows."""

from contextlib import suppress

from django.db import OperationalError, connection

from articles.search.install import renew_phrases

# Rows looked at in each index: enough to choose by, and a tenth of a second in a large archive (https://www.sqlite.org/lang_analyze.html).
ROWS_LOOKED_AT = 1000
# An import walks through the whole file in time: mapped as far as a server maps it, all of it would count as the memory of the process.
MAPPED_BYTES = 64 * 1024 * 1024


def map_little() -> None:
    """Bound the part of the database's file that this process maps into its memory."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")


def renew_statistics() -> None:
    """Let the database look at its tables anew after an import has stored something.

    On SQLite the planner leaves some narrow indexes aside without it. PostgreSQL does all but the phrases of frequent words by itself.
    """
    if connection.vendor != "sqlite":
        renew_phrases(connection)
        return
    # While others write all the time, the next import will find a moment.
    with suppress(OperationalError), connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit = {ROWS_LOOKED_AT}")
        cursor.execute("ANALYZE")
