"""The inverted index on SQLite: FTS5 over the terms table (external content: rows of a contentless table cannot be deleted in 3.40)."""

import json
from array import array

from django.db.backends.base.base import BaseDatabaseWrapper

from articles.search.query import Leaf

TABLE = "articles_searchindex"
# Parts of the index that are merged at a time, twice SQLite's own number: each word is written anew less often, which saves a fifth of the
# time to index, and a search that looks into some ten parts more does not take measurably longer
# (https://www.sqlite.org/fts5.html#the_automerge_configuration_option).
PARTS_MERGED = 8
_COLUMNS = "title, lead, body"
_OLD = f"INSERT INTO {TABLE}({TABLE}, rowid, {_COLUMNS}) VALUES ('delete', old.search_no, old.title, old.lead, old.body);"
_NEW = f"INSERT INTO {TABLE}(rowid, {_COLUMNS}) VALUES (new.search_no, new.title, new.lead, new.body);"
_TRIGGERS = {"insert": ("INSERT", _NEW), "delete": ("DELETE", _OLD), "update": (f"UPDATE OF {_COLUMNS}", _OLD + _NEW)}


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the index and the triggers that keep it in step, where they are missing; fill a new index from the terms table."""
    is_new = TABLE not in _objects(connection)
    with connection.cursor() as cursor:
        # The terms hold nothing but letters and digits, lower case: the plainest tokenizer leaves them as they are.
        cursor.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING fts5({_COLUMNS}, content='articles_searchterms',"
            " content_rowid='search_no', tokenize='ascii', columnsize=0)"
        )
        for name, (event, body) in _TRIGGERS.items():
            cursor.execute(f"CREATE TRIGGER IF NOT EXISTS {TABLE}_{name} AFTER {event} ON articles_searchterms BEGIN {body} END")
        cursor.execute(f"SELECT 1 FROM {TABLE}_config WHERE k = 'automerge' AND v = %s", [PARTS_MERGED])
        if not cursor.fetchone():  # Also for an index that stood before.
            cursor.execute(f"INSERT INTO {TABLE}({TABLE}, rank) VALUES ('automerge', %s)", [PARTS_MERGED])
        if is_new:
            cursor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('rebuild')")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take index and triggers away."""
    with connection.cursor() as cursor:
        for name in _TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_{name}")
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")


def stands(connection: BaseDatabaseWrapper) -> bool:
    """Tell whether the index and all its triggers are there."""
    return {TABLE, *(f"{TABLE}_{name}" for name in _TRIGGERS)} <= _objects(connection)


def matching(connection: BaseDatabaseWrapper, leaf: Leaf) -> array:
    """Return the search numbers of the articles that have the leaf's terms side by side in one field."""
    # Naming all three columns would say the same as naming none, and take half as long again.
    words = f'{leaf.within + " : " if leaf.within else ""}"{" ".join(leaf.terms)}"{" *" if leaf.is_prefix else ""}'
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT '[' || group_concat(rowid) || ']' FROM {TABLE} WHERE {TABLE} MATCH %s", [words])
        return array("I", json.loads(cursor.fetchone()[0] or "[]"))


def _objects(connection: BaseDatabaseWrapper) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE %s", [f"{TABLE}%"])
        return {name for (name,) in cursor.fetchall()}
