"""What stands in the way of `make run` is said in one clear line, with a status that scripts can see."""

import subprocess
from pathlib import Path

import pytest

from tests.sco_archive.conftest import Clone

OLD_PYTHON = """#!/bin/sh
# Stands for an old interpreter: runs the real one with its version changed.
exec {python} -c '
import runpy, sys
sys.version_info = (3, 10, 4, "final", 0)
sys.argv = sys.argv[1:]
if sys.argv[0] == "-c":
    exec(sys.argv[1])
else:
    runpy.run_path(sys.argv[0], run_name="__main__")
' "$@"
"""


def the_error(finished: subprocess.CompletedProcess[str]) -> str:
    """Return the one line a failed command said, after proving that there is only one and that the status tells of failure."""
    said = [line for line in finished.stderr.splitlines() if not line.startswith("make:")]
    assert finished.returncode != 0
    assert len(said) == 1, finished.stderr
    assert "Traceback" not in finished.stdout
    return said[0]


def test_a_taken_port_is_named_with_the_way_out(clone: Clone, taken_port: int) -> None:
    error = the_error(clone.run("make", "run", f"PORT={taken_port}"))
    assert error == f"error: port {taken_port} is already taken. Choose another: make run PORT={taken_port + 1}"


@pytest.mark.parametrize("port", ["http", "70000"])
def test_a_port_that_is_none_is_refused(clone: Clone, port: str) -> None:
    assert the_error(clone.run("make", "run", f"PORT={port}")).startswith("error: PORT must ")


def test_a_wrong_database_address_is_refused(clone: Clone, free_port: int) -> None:
    error = the_error(clone.run("make", "run", f"PORT={free_port}", "DATABASE_URL=mysql://desk@host/archive"))
    assert error.startswith("error: DATABASE_URL must be an address such as postgres://")


def test_a_database_that_does_not_answer_is_named(clone: Clone, free_port: int) -> None:
    error = the_error(clone.run("make", "run", f"PORT={free_port}", f"DATABASE_URL=postgres://desk:word@127.0.0.1:{free_port}/archive"))
    assert error.startswith("error: the database cannot be reached:")
    assert "word" not in error


def test_a_public_site_without_a_secret_is_refused(clone: Clone, free_port: int) -> None:
    error = the_error(clone.run("make", "run", f"PORT={free_port}", SITE_URL="https://archive.example.org"))
    assert error.startswith("error: SECRET_KEY must be set")


def test_a_data_folder_that_cannot_be_written_to_is_named(clone: Clone, free_port: int, tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    error = the_error(clone.run("make", "run", f"PORT={free_port}", DATA_DIR=str(tmp_path / "var")))
    assert str(tmp_path / "var") in error
    assert "Permission denied" in error


def test_a_clone_that_cannot_be_written_to_is_named(own_clone: Clone, free_port: int) -> None:
    (own_clone.folder / ".venv" / "installed-requirements.txt.sha256").unlink()
    (own_clone.folder / ".venv").chmod(0o555)
    error = the_error(own_clone.run("make", "run", f"PORT={free_port}"))
    assert error.startswith(f"error: the folder {own_clone.folder / '.venv'} cannot be written to")


def test_an_unsupported_python_is_named_with_those_that_would_do(own_clone: Clone, tmp_path: Path) -> None:
    old = tmp_path / "python3.10"
    old.write_text(OLD_PYTHON.format(python=own_clone.python))
    old.chmod(0o755)
    error = the_error(own_clone.run("make", "run", f"PYTHON={old}"))
    assert error.startswith("error: Python 3.11, 3.12 or 3.13 is needed; this is 3.10")


def test_no_python_at_all_is_said(own_clone: Clone, tmp_path: Path) -> None:
    finished = own_clone.run("make", "run", f"PYTHON={tmp_path / 'no-python'}")
    assert finished.returncode != 0
    assert "no-python" in finished.stderr
    assert len(finished.stderr.splitlines()) <= 2


def test_commands_on_a_database_without_tables_say_what_to_run(clone: Clone, tmp_path: Path) -> None:
    error = the_error(
        clone.run(clone.python, "manage.py", "createsuperuser", "--noinput", "--username=a", "--email=a@b.cc", DATA_DIR=str(tmp_path))
    )
    assert "python manage.py migrate" in error


def test_a_python_without_the_packages_is_told_where_they_are(clone: Clone) -> None:
    error = the_error(clone.run(clone.python, "-S", "manage.py", "check"))
    assert error == "error: this Python has no package django. Run `make run` once, then use .venv/bin/python manage.py"
