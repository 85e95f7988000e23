"""The last stage alone: readings made beforehand are stored, and sqlite-utils writes the same rows with its full-text search on."""

import gc
import json
import subprocess
import sys
import time
import venv
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.db import connection

from articles.importer import runs
from articles.importer.known import fingerprint, load_known, settled
from articles.importer.options import Options
from articles.importer.outcome import Tally
from articles.importer.readers.base import Piece
from articles.importer.reading import ReadArticle, ReadingRules, read_piece
from articles.importer.registry import Registry
from articles.importer.sources import Sources
from articles.importer.store import Store
from articles.importer.web import Fetcher
from articles.search.known_names import current_names

VERSION = "4.2.1"
BATCH = 100
PEER = Path(__file__).with_name("peer_sqlite_utils.py")
PLAIN = "PRAGMA journal_mode=WAL"
INSIDE = "from articles.benchmarks.storing import store_folder; store_folder({folder!r})"


def measure_store(folder: Path, archive: Path, environment: dict[str, str], home: Path) -> dict[str, Any]:
    """Store a folder's articles in an empty SQLite archive, then let sqlite-utils write the same rows; return articles a second of both.

    sqlite-utils writes twice: as it comes, with a write-ahead log, and with the archive's settings of SQLite. Every time ends when all is
    in the file itself, none in its log. ``environment`` leads a process to the archive; ``home`` is the folder in which sqlite-utils is
    installed on first use.
    """
    ours = _answer([sys.executable, sys.argv[0], "shell", "--no-imports", "-c", INSIDE.format(folder=str(folder))], environment)
    python, rate = _install(home), ours["articles"] / ours["seconds"]
    result = {"articles a second": round(rate, 1)}
    target = archive.with_name("peer.sqlite3")
    peers = {"sqlite-utils": PLAIN, "sqlite-utils with the archive's settings": connection.settings_dict["OPTIONS"]["init_command"]}
    for peer, pragmas in peers.items():
        theirs = _answer([str(python), str(PEER), str(archive), str(target), str(BATCH), pragmas], environment)
        target.unlink()
        other = theirs["articles"] / theirs["seconds"]
        result |= {f"{peer}, articles a second": round(other, 1), f"against {peer}": round(rate / other, 2)}
    return result | {"rows of each article": round(theirs["rows"] / theirs["articles"], 1)}


def store_folder(folder: str) -> None:
    """Read all articles of a folder, then store them; print their number and the seconds that storing alone took."""
    options = Options(sources=(folder,))
    known = settled(load_known())
    rules = ReadingRules(known, fingerprint(known), runs.today(), options.given, current_names("default"))
    pieces = [piece for piece in Sources(options.sources, Fetcher(False)).pieces() if isinstance(piece, Piece)]
    readings = [reading for reading in (read_piece(piece, rules) for piece in pieces) if isinstance(reading, ReadArticle)]
    store = Store(runs.begin(options), Registry.load(), Tally())
    # An import holds a chunk of readings, not all: Python need not look through the rest for garbage. The same is done for the peer.
    gc.collect()
    gc.freeze()
    begin = time.perf_counter()
    for first in range(0, len(readings), BATCH):
        store.write(readings[first : first + BATCH])
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    print(json.dumps({"articles": len(readings), "seconds": time.perf_counter() - begin}))


def _install(home: Path) -> Path:
    """Return the Python that has sqlite-utils; the archive itself never needs it."""
    python = home / "bin" / "python"
    if not (home / "bin" / "sqlite-utils").exists():
        venv.create(home, with_pip=True)
        done = subprocess.run([python, "-m", "pip", "install", "-qq", f"sqlite-utils=={VERSION}"], check=False)
        if done.returncode:
            raise CommandError(f"sqlite-utils could not be installed into {home} (Python {sys.version.split()[0]}).")
    return python


def _answer(command: list[str], environment: dict[str, str]) -> dict[str, Any]:
    done = subprocess.run(command, env=environment, check=False, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise CommandError(f"{' '.join(command[:3])} ended with {done.returncode}.")
    return dict(json.loads(done.stdout.splitlines()[-1]))
