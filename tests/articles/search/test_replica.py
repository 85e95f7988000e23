"""Public pages read from a streaming replica through the reader alias: two processes, each page whole, none from the primary."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from tests.articles.search.shelf import make_shelf, put
from tests.articles.search.test_beside_writers import address, read_beside_writes

pytestmark = pytest.mark.postgresql
# What a standby must not have less of than its primary.
LIMITS = ("max_connections", "max_worker_processes", "max_wal_senders", "max_prepared_transactions", "max_locks_per_transaction")
# PostgreSQL does not run as root.
AS_NOBODY = ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
TOTAL = """
import django
from django.conf import settings
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
django.setup()
from django.test import Client
from django.test.utils import setup_test_environment
setup_test_environment()
print(Client().get("/articles/", headers={"host": "127.0.0.1"}).context["total"])
"""


def shown(name: str) -> str:
    """Return a setting of the primary."""
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {name}")
        return str(cursor.fetchone()[0])


@contextmanager
def replica() -> Iterator[psycopg.Connection]:
    """Copy the test's cluster, let the copy follow it, and yield a connection to it."""
    connection.ensure_connection()
    given = connection.connection.info
    programs = Path("/usr/lib/postgresql", shown("server_version").split(".")[0], "bin")
    if not (programs / "pg_basebackup").exists():
        pytest.skip("PostgreSQL's programs are not installed here.")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = Path(tempfile.mkdtemp(prefix="sco-archive-replica-"))
    if AS_NOBODY:
        shutil.chown(folder, "nobody")
    data = folder / "data"
    source = ["-h", given.host, "-p", str(given.port), "-U", given.user, "--no-password"]
    environment = {**os.environ, "PGPASSWORD": given.password}
    copy = [*AS_NOBODY, str(programs / "pg_basebackup"), *source, "-D", str(data), "-R", "-c", "fast"]
    subprocess.run(copy, check=True, env=environment, cwd=folder, timeout=60)
    own = [f"{name} = {shown(name)}" for name in LIMITS]
    own += [f"port = {port}", "listen_addresses = '127.0.0.1'", f"unix_socket_directories = '{folder}'", "hot_standby_feedback = on"]
    (data / "postgresql.conf").write_text("\n".join(own) + "\n")
    (data / "pg_hba.conf").write_text("host all all 127.0.0.1/32 trust\n")
    (data / "pg_ident.conf").write_text("")
    control = [*AS_NOBODY, str(programs / "pg_ctl"), "-D", str(data), "-w"]
    subprocess.run([*control, "-l", str(folder / "log"), "start"], check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=60)
    try:
        with psycopg.connect(host="127.0.0.1", port=port, user=given.user, dbname=given.dbname, autocommit=True) as follower:
            yield follower
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, cwd=folder, stdout=subprocess.DEVNULL)
        shutil.rmtree(folder)


def total_of_a_page(**environment: str) -> int:
    """Return the total of the article list as a process of its own sees it."""
    inside = {**os.environ, "DATABASE_URL": address(), "DJANGO_SETTINGS_MODULE": "sco_archive.settings", **environment}
    command = [sys.executable, "-c", TOTAL]
    done = subprocess.run(command, env=inside, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True)
    return int(done.stdout.split()[-1])


def test_pages_come_whole_from_the_replica_while_the_primary_is_written_to(transactional_db: Any) -> None:
    make_shelf()
    with replica() as follower:
        url = f"postgres://{quote(follower.info.user)}@127.0.0.1:{follower.info.port}/{follower.info.dbname}"
        put(901, "border")
        until = time.monotonic() + 60
        while follower.execute("SELECT count(*) FROM articles_article").fetchone() != (1,) and time.monotonic() < until:
            time.sleep(0.1)
        # A replica that stands still shows what it has; the primary has more.
        follower.execute("SELECT pg_wal_replay_pause()")
        put(902, "border")
        assert total_of_a_page(DATABASE_REPLICA_URL=url) == 1
        assert total_of_a_page(DATABASE_REPLICA_URL="") == 2
        follower.execute("SELECT pg_wal_replay_resume()")
        # Two processes of two threads each.
        read_beside_writes(DATABASE_REPLICA_URL=url)
