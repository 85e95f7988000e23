"""Prepare and serve: `python -m sco_archive.start` (what `make run` does once the requirements are installed)."""

import os
import socket
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from sco_archive.prepare import main as prepare

ADVICE = """
The archive is ready:  http://{host}:{port}/
Editorial desk:        http://{host}:{port}/admin/
Make an editor:        make editor
Stop:                  Ctrl-C
"""


def main() -> None:
    """Check the port, bring everything up to date, then become the server."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sco_archive.settings")
    try:
        host, port = os.environ.get("HOST") or "127.0.0.1", settings.PORT
    except ImproperlyConfigured as error:
        sys.exit(f"error: {error}")
    refuse_taken_port(host, port)
    prepare()
    print(ADVICE.format(host="127.0.0.1" if host == "0.0.0.0" else host, port=port), flush=True)
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "--config", "python:sco_archive.server"])


def refuse_taken_port(host: str, port: int) -> None:
    """Stop before the slow steps when the server could not listen afterwards."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            sys.exit(f"error: port {port} may not be used by this user. Choose one above 1023: make run PORT=8001")
        except OSError as error:
            if error.errno == 98 or "in use" in str(error):
                sys.exit(f"error: port {port} is already taken. Choose another: make run PORT={port + 1 if port < 65535 else 8000}")
            sys.exit(f"error: the server cannot listen on {host}, port {port}: {error.strerror}.")


if __name__ == "__main__":
    main()
