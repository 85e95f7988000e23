"""Write the rows of an archive's articles with sqlite-utils: run by a Python of its own, which has nothing of the archive.

    python peer_sqlite_utils.py ARCHIVE TARGET BATCH PRAGMAS

Reads every row that belongs to an article, then writes the rows of BATCH articles at a time, in one transaction as the archive does; the
articles' full-text search is on, kept by sqlite-utils' own triggers. PRAGMAS are set before the tables are made. The time ends when all is
in the file itself, none in its log. Prints articles, rows and seconds as JSON.
"""

import gc
import json
import sqlite3
import sys
import time
from collections import defaultdict

import sqlite_utils  # type: ignore[import-not-found]  # in an environment of its own

ARTICLES = "articles_article"
# What the archive's own search writes has its counterpart in sqlite-utils' full-text tables.
HOLDERS = "articles_shingleholder"  # a number that holds the article's key in its lower half
LEFT_OUT = ("articles_searchterms", "historical")


def main(archive: str, target: str, batch: int, pragmas: str) -> None:
    """Copy the rows and print the time."""
    source = sqlite3.connect(archive)
    source.row_factory = sqlite3.Row
    rows: dict[int, list[tuple[str, dict]]] = defaultdict(list)
    for (table,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'articles_%'").fetchall():
        names = {row["name"] for row in source.execute(f"PRAGMA table_info({table})")}
        if "article_id" in names and not any(part in table for part in LEFT_OUT):
            for row in source.execute(f"SELECT * FROM {table} WHERE article_id IS NOT NULL"):
                rows[row["article_id"]].append((table, dict(row)))
    for (number,) in source.execute(f"SELECT number FROM {HOLDERS}"):
        rows[number & 0xFFFF_FFFF].append((HOLDERS, {"number": number}))
    captures = {row["id"]: dict(row) for row in source.execute("SELECT * FROM articles_capture")}
    for row in source.execute(f"SELECT * FROM {ARTICLES}"):
        rows[row["id"]] += [(ARTICLES, dict(row)), ("articles_capture", captures[row["capture_id"]])]
    database = sqlite_utils.Database(target)
    database.conn.executescript(pragmas)
    for table, row in {table: row for found in rows.values() for table, row in found}.items():
        database[table].create({name: _kind(value) for name, value in row.items()}, pk="id")
    # A table without an id is given one: keyed by the holders' own number, sqlite-utils took more than twice as long.
    database[ARTICLES].enable_fts(["title", "standfirst", "text"], create_triggers=True)
    articles = sorted(rows)
    gc.collect()
    gc.freeze()
    begin = time.perf_counter()
    for first in range(0, len(articles), batch):
        by_table: dict[str, list[dict]] = defaultdict(list)
        for article in articles[first : first + batch]:
            for table, row in rows[article]:
                by_table[table].append(row)
        with database.conn:
            for table, found in by_table.items():
                database[table].insert_all(found)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    seconds = time.perf_counter() - begin
    print(json.dumps({"articles": len(articles), "rows": sum(map(len, rows.values())), "seconds": seconds}))


def _kind(value: object) -> type:
    return type(value) if isinstance(value, (int, float, bytes)) else str


main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
