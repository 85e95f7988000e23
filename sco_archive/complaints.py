"""Turns what a database driver says into one line that tells the operator what to do."""

from django.db import DatabaseError, OperationalError

MISSING_TABLE = ("no such table", "does not exist", "no such column", "has no column")
READ_ONLY = ("readonly database", "read-only")


def database_complaint(error: DatabaseError) -> str | None:
    """Return one clear line for a database that cannot be used as it stands, or None when the fault is in the program."""
    lines = str(error).strip().splitlines()
    said = lines[0] if lines else type(error).__name__
    lowered = said.lower()
    if isinstance(error, OperationalError) and ("fatal:" in lowered or "connection" in lowered or "unable to open" in lowered):
        return f"the database cannot be reached: {said}. Check DATABASE_URL (unset, it means the SQLite file under var/)."
    if any(words in lowered for words in MISSING_TABLE):
        return f"the database lacks a table or column ({said}). Run: python manage.py migrate"
    if any(words in lowered for words in READ_ONLY):
        return f"the database cannot be written to ({said}). Check the permissions of var/ or the rights of the database user."
    if "locked" in lowered:
        return f"the database is busy ({said}). Another command holds the write lock; try again when it has ended."
    return None
