"""Chooses the database from the environment: one SQLite file inside, or PostgreSQL, each with a `reader` alias beside `default`."""

from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from sco_archive.environment import read_number

SECONDS_TO_WAIT_FOR_A_LOCK = 30
CONNECTION_AGE = 600

# WAL lets readers go on while one process writes; NORMAL then survives a crash of the program and keeps the file whole on loss of power.
COMMON_PRAGMAS = "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA mmap_size=2147483648;"
# An article's text fits into one page of 8 KB; it takes two or three of SQLite's usual 4 KB. A file that stands keeps the size it has.
FILE_PRAGMAS = "PRAGMA page_size=8192; PRAGMA journal_mode=WAL;"
# The log is carried over into the file every 32 MB, not every 4: pages that each batch of an import writes are carried over less often.
WRITER_PRAGMAS = f"{FILE_PRAGMAS} PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=4000; PRAGMA foreign_keys=ON; {COMMON_PRAGMAS}"
READER_PRAGMAS = f"{COMMON_PRAGMAS} PRAGMA query_only=ON;"

Database = dict[str, Any]


def choose_databases(url: str, replica_url: str, folder: Path) -> dict[str, Database]:
    """Return Django's DATABASES for an address, or for the file `archive.sqlite3` in the folder when there is none."""
    if not url:
        return sqlite_pair(str(folder / "archive.sqlite3"), folder)
    primary = parse("DATABASE_URL", url)
    if primary["ENGINE"].endswith("sqlite3"):
        name = primary["NAME"]
        return sqlite_pair(name, Path(name).parent)
    replica = parse("DATABASE_REPLICA_URL", replica_url) if replica_url else primary
    if not replica["ENGINE"].endswith("postgresql"):
        raise ImproperlyConfigured("DATABASE_REPLICA_URL must name a PostgreSQL database like DATABASE_URL does.")
    return {"default": postgresql_writer(primary), "reader": postgresql_reader(replica)}


def parse(variable: str, url: str) -> Database:
    """Read one database address; what Django could not use is refused here, without showing the password."""
    scheme = url.partition(":")[0].lower()
    if scheme not in {"postgres", "postgresql", "sqlite"} or "://" not in url:
        raise ImproperlyConfigured(
            f"{variable} must be an address such as postgres://user:password@host:5432/name or sqlite:////path/archive.sqlite3."
        )
    try:
        parsed: Database = environ.Env.db_url_config(url)
    except (ValueError, KeyError, ImproperlyConfigured):
        raise ImproperlyConfigured(f"{variable} cannot be read as a database address (is a special character left unquoted?).") from None
    if not parsed.get("NAME") or (scheme == "sqlite" and parsed["NAME"] == ":memory:"):
        raise ImproperlyConfigured(f"{variable} names no database: the part after the last slash is missing.")
    return parsed


def sqlite_pair(name: str, folder: Path) -> dict[str, Database]:
    """Return a writer that takes the write lock at once and a reader of the same file that cannot write."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"the folder {folder} for the database cannot be made: {error.strerror}.") from None
    engine = {"ENGINE": "django.db.backends.sqlite3", "NAME": name}
    writer = {"timeout": SECONDS_TO_WAIT_FOR_A_LOCK, "transaction_mode": "IMMEDIATE", "init_command": WRITER_PRAGMAS}
    reader = {"timeout": SECONDS_TO_WAIT_FOR_A_LOCK, "transaction_mode": "DEFERRED", "init_command": READER_PRAGMAS}
    lasting = {"CONN_MAX_AGE": None}
    return {
        "default": {**engine, **lasting, "OPTIONS": writer},
        "reader": {**engine, **lasting, "OPTIONS": reader, "TEST": {"MIRROR": "default"}},
    }


def postgresql_writer(parsed: Database) -> Database:
    """Return a persistent connection that is checked before it is used again."""
    options = {"connect_timeout": 10, **parsed.get("OPTIONS", {})}
    return {**parsed, "CONN_MAX_AGE": CONNECTION_AGE, "CONN_HEALTH_CHECKS": True, "OPTIONS": options}


def seconds_a_page_may_take() -> int:
    """Return the limit for the statements of a public page; 0 for none."""
    return read_number("SECONDS_A_PAGE_MAY_TAKE", default=10, low=0, high=600)


def postgresql_reader(parsed: Database) -> Database:
    """Return a connection whose every transaction is read-only and sees one state of the database."""
    reader = postgresql_writer(parsed)
    limits = (
        r"-c default_transaction_read_only=on -c default_transaction_isolation=repeatable\ read"
        f" -c statement_timeout={seconds_a_page_may_take()}s"
    )
    given = reader["OPTIONS"].get("options", "")
    reader["OPTIONS"] = {**reader["OPTIONS"], "options": f"{given} {limits}".strip()}
    return {**reader, "TEST": {"MIRROR": "default"}}
