#!/usr/bin/env python
"""Django's command line for the archive; a mistake in the environment ends in one clear line, not in a traceback."""

import os
import sys

try:
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import DatabaseError

    from sco_archive.complaints import database_complaint
except ModuleNotFoundError as error:
    sys.exit(f"error: this Python has no package {error.name}. Run `make run` once, then use .venv/bin/python manage.py")


def main() -> None:
    """Run one management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sco_archive.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"error: {error}")
    except DatabaseError as error:
        complaint = database_complaint(error)
        if complaint is None or "--traceback" in sys.argv:
            raise
        sys.exit(f"error: {complaint}")


if __name__ == "__main__":
    main()
