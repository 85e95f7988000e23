"""gunicorn's configuration: `gunicorn --config python:sco_archive.server`."""

import gc
import os
from pathlib import Path
from typing import Any

from django.utils.module_loading import import_string

wsgi_app = "sco_archive.wsgi:application"
bind = f"{os.environ.get('HOST') or '127.0.0.1'}:{os.environ.get('PORT') or 8000}"

# Two processes keep both cores of a small machine busy; threads let slow clients wait without blocking one. WEB_CONCURRENCY sets more.
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
worker_class = "gthread"
threads = 4
timeout = 60
# Longer than any page may take; a worker that misses the one signal while it is being forked is ended by this.
graceful_timeout = 12
# Loaded once and forked: a faster start, shared memory, and a program that cannot load fails at once instead of again and again.
preload_app = True
keepalive = 5
# A search of a thousand words still gets its page, with a note. No search box takes more than fits; beyond the most that gunicorn offers it
# answers 414 by itself.
limit_request_line = 8190

# The heartbeat file belongs in memory: on a slow disk it would stall the worker.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
control_socket_disable = True
loglevel = "warning"


def when_ready(server: Any) -> None:
    """Read what the search keeps in memory once, before the workers are forked, so that they share it and no reader waits for it.

    What stands then stays: set aside, it is not walked through by the collector of each worker, which now and then held up a page and wrote
    to the shared memory (https://docs.python.org/3/library/gc.html#gc.freeze).
    """
    import_string("articles.search.bitmaps.read_ahead")()
    gc.collect()
    gc.freeze()
