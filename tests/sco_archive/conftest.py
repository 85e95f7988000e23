"""A clone of the project in a folder of its own, to be started like a newcomer would."""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.conf import settings

LEFT_BEHIND = shutil.ignore_patterns(".git", ".venv", ".env", "var", "staticfiles", "__pycache__", ".*_cache", ".hypothesis")
# Root may write anywhere unless its capabilities are taken away; then permission bits count for it as for anyone else.
WITHOUT_PRIVILEGE = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--"] if os.geteuid() == 0 else []


@dataclass
class Clone:
    """A copy of the tracked files with the packages of this run already installed."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, *command: str, timeout: float = 120, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end as a user who may not write everywhere."""
        return subprocess.run(
            [*WITHOUT_PRIVILEGE, *command],
            cwd=self.folder,
            env=self.all_environment(environment),
            capture_output=True,
            text=True,
            check=False,
            timeout=timeout,
        )

    def start(self, *command: str, **environment: str) -> subprocess.Popen[str]:
        """Start a command that goes on until it is stopped, in a process group of its own."""
        return subprocess.Popen(
            [*WITHOUT_PRIVILEGE, *command],
            cwd=self.folder,
            env=self.all_environment(environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def all_environment(self, more: dict[str, str]) -> dict[str, str]:
        """Return a newcomer's environment: nothing of this run but the search path, and what the test adds."""
        kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}}
        return {**kept, **self.environment, **more}

    @property
    def python(self) -> str:
        """Return the clone's interpreter."""
        return str(self.folder / ".venv" / "bin" / "python")


def make_clone(folder: Path) -> Clone:
    """Copy the project and lend it this run's packages, noted as installed."""
    shutil.copytree(settings.BASE_DIR, folder, ignore=LEFT_BEHIND)
    venv = folder / ".venv"
    venv.mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (venv / name).symlink_to(Path(sys.prefix) / name)
    wanted = hashlib.sha256((folder / "requirements.txt").read_bytes()).hexdigest()
    (venv / "installed-requirements.txt.sha256").write_text(wanted)
    return Clone(folder)


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """Return a clone shared by the tests that do not change it."""
    return make_clone(tmp_path_factory.mktemp("clone") / "sco-archive")


@pytest.fixture
def own_clone(tmp_path: Path) -> Clone:
    """Return a clone that the test may spoil."""
    return make_clone(tmp_path / "sco-archive")


@pytest.fixture
def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def taken_port() -> Iterator[int]:
    """Return a port that somebody listens on during the test."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield int(listener.getsockname()[1])
