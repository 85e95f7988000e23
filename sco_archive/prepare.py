"""Bring database and static files up to date: `python -m sco_archive.prepare`.

One process does what `migrate`, `load_reference`, `import_articles seeds/articles` and `collectstatic` do, each only where something is
left to do, so that `make run` starts fast a second time and is still right after a `git pull`.
"""

import os
import sys
import time

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, OperationalError, connections

from articles.search.install import index_stands
from sco_archive.complaints import database_complaint
from sco_archive.environment import read_flag, read_number
from sco_archive.health import has_unapplied_migrations
from sco_archive.static_files import collect_when_changed


def main() -> None:
    """Prepare, and end in one line where that is impossible."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sco_archive.settings")
    try:
        prepare()
    except (ImproperlyConfigured, CommandError) as error:
        sys.exit(f"error: {error}")
    except DatabaseError as error:
        complaint = database_complaint(error)
        if complaint is None:
            raise
        sys.exit(f"error: {complaint}")
    except OSError as error:
        sys.exit(f"error: {error.filename or 'a file'} cannot be used: {error.strerror or error}.")


def prepare() -> None:
    """Do each step that is due."""
    django.setup()
    wait_for_database(read_number("WAIT_FOR_DATABASE", default=0, low=0, high=600))
    # A new release may ask for another index without a change of the tables.
    if has_unapplied_migrations() or not index_stands(connections["default"]):
        print("Preparing the database ...", flush=True)
        call_command("migrate", interactive=False, verbosity=0)
    call_command("load_reference", verbosity=0)
    if read_flag("IMPORT_SEEDS", default=True):
        import_seeds()
    if collect_when_changed():
        print("Static files collected.", flush=True)
    connections.close_all()


def wait_for_database(seconds: int) -> None:
    """Try to connect until it works or the time is over; with no time given, try once."""
    until = time.monotonic() + seconds
    while True:
        try:
            return connections["default"].ensure_connection()
        except OperationalError:
            if time.monotonic() >= until:
                raise
            time.sleep(0.5)


def import_seeds() -> None:
    """Import the seed articles; one that fails is reported by the importer and does not keep the site from starting."""
    try:
        call_command("import_articles", str(settings.BASE_DIR / "seeds" / "articles"), verbosity=0)
    except SystemExit as stop:
        if stop.code:
            print("Some seed articles were not imported; the lines above say why.", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
