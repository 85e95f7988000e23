"""The production server as a reader meets it, and the time its answers take."""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.management import CommandError

SECONDS_TO_START = 120
HEADERS = {"Accept-Encoding": "gzip", "Accept": "text/html"}


@dataclass(frozen=True)
class Timing:
    """Milliseconds of answers to one kind of request."""

    p50: float
    p95: float
    p99: float
    slowest: float
    number: int

    @classmethod
    def of(cls, milliseconds: Sequence[float]) -> "Timing":
        """Sum up single times."""
        ordered = sorted(milliseconds)
        p95, p99 = (round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 2) for share in (0.95, 0.99))
        return cls(round(statistics.median(ordered), 2), p95, p99, round(ordered[-1], 2), len(ordered))


@contextmanager
def server(**environment: str) -> Iterator[int]:
    """Run the site's own server on a free port, with settings of its own; yield the port."""
    with server_process(**environment) as (port, _process):
        yield port


@contextmanager
def server_process(**environment: str) -> Iterator[tuple[int, subprocess.Popen]]:
    """Run the site's own server; yield port and process."""
    port = free_port()
    settings = {**os.environ, "PORT": str(port), "HOST": "127.0.0.1", **environment}
    command = [sys.executable, "-m", "gunicorn", "--config", "python:sco_archive.server"]
    with subprocess.Popen(command, env=settings) as process:
        try:
            wait_until_ready(process, port)
            yield port, process
        finally:
            process.terminate()


def processor_seconds(process: subprocess.Popen) -> float:
    """Return what a server's workers have used of the processor, where the system tells; it does not depend on what else runs."""
    try:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        ticks = [Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[11:13] for child in children]
    except OSError:
        return 0.0
    return sum(int(tick) for pair in ticks for tick in pair) / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_ready(process: subprocess.Popen, port: int, path: str = "/readyz") -> None:
    """Wait for the first good answer."""
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        try:
            if Client(port).get(path)[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise CommandError("The server did not start.")


class Client:
    """One reader with one connection."""

    def __init__(self, port: int) -> None:
        """Connect when first used."""
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers and body of an answer; the server closes a connection left idle, so one is opened again."""
        try:
            answer = self._ask(path, headers)
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            self.connection.close()
            answer = self._ask(path, headers)
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()

    def _ask(self, path: str, headers: dict[str, str]) -> http.client.HTTPResponse:
        self.connection.request("GET", path, headers={**HEADERS, **headers})
        return self.connection.getresponse()

    def time(self, path: str, times: int, **headers: str) -> Timing:
        """Ask again and again, and return how long it took; a bad answer stops the benchmark."""
        taken = []
        for _again in range(times):
            begin = time.perf_counter()
            status, _headers, _body = self.get(path, **headers)
            taken.append((time.perf_counter() - begin) * 1000)
            if status not in {200, 304}:
                raise CommandError(f"{path} answered {status}.")
        return Timing.of(taken)


def throughput(port: int, paths: Sequence[str], clients: int, seconds: float, **headers: str) -> tuple[float, Timing]:
    """Let several readers ask at once for some seconds; return answers a second and their times. A bad answer stops the benchmark."""
    taken: list[float] = []
    bad: list[str] = []
    until = time.monotonic() + seconds

    def read(first: int) -> None:
        client = Client(port)
        place = first
        while time.monotonic() < until and not bad:
            begin = time.perf_counter()
            path = paths[place % len(paths)]
            try:
                status, _headers, _body = client.get(path, **headers)
            except OSError as error:
                bad.append(f"{path} was not answered ({error}).")
                return
            if status not in {200, 304}:
                bad.append(f"{path} answered {status}.")
                return
            taken.append((time.perf_counter() - begin) * 1000)
            place += 1

    readers = [threading.Thread(target=read, args=(first,)) for first in range(clients)]
    begin = time.monotonic()
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    if bad:
        raise CommandError(bad[0])
    return round(len(taken) / (time.monotonic() - begin), 1), Timing.of(taken)
