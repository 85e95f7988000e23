"""What the planner of queries knows of the tables: PostgreSQL counts them by itself, SQLite when it is told to."""

from contextlib import suppress

from django.db import OperationalError, connection

# Rows looked at in each index: enough to choose by, and a tenth of a second in a large archive (https://www.sqlite.org/lang_analyze.html).
ROWS_LOOKED_AT = 1000


def renew_statistics() -> None:
    """Let SQLite look at its tables anew after an import has stored something; without it some narrow indexes are not chosen."""
    if connection.vendor != "sqlite":
        return
    # While others write all the time, the next import will find a moment.
    with suppress(OperationalError), connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit = {ROWS_LOOKED_AT}")
        cursor.execute("ANALYZE")
