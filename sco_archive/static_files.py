"""Collects the static files only when one of them has changed since the last time."""

import hashlib
import os
from importlib.metadata import version
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

STAMP = "collected.sha256"


def collect_when_changed() -> bool:
    """Bring STATIC_ROOT up to date and tell whether that was needed."""
    root = Path(settings.STATIC_ROOT)
    found = digest_of_sources()
    stamp = root / STAMP
    if stamp.exists() and stamp.read_text(encoding="ascii") == found:
        return False
    # Older files stay: a page that a browser loaded before this start may still ask for them.
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(found, encoding="ascii")
    return True


def digest_of_sources() -> str:
    """Return one hash of every file the finders offer and of the programs that treat them."""
    whole = hashlib.sha256(f"{version('django')} {version('whitenoise')}".encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            whole.update(path.encode())
            with storage.open(path) as file:
                whole.update(hashlib.sha256(file.read()).digest())
    return whole.hexdigest()


def main() -> None:
    """Collect from the command line, as the image is built: `python -m sco_archive.static_files`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sco_archive.settings")
    django.setup()
    print("collected" if collect_when_changed() else "unchanged")


if __name__ == "__main__":
    main()
