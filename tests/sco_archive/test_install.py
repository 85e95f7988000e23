"""The installer leaves alone what is installed and repeats what has changed."""

import hashlib
from pathlib import Path

from tests.sco_archive.conftest import Clone

INDEX_NOWHERE = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0", "PIP_CONFIG_FILE": "/dev/null", "PIP_TIMEOUT": "1"}


def test_unchanged_requirements_are_not_installed_again(own_clone: Clone) -> None:
    finished = own_clone.run("python3", "sco_archive/install.py", "requirements.txt", **INDEX_NOWHERE)
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")


def test_changed_requirements_are_installed_and_a_failure_is_not_remembered_as_done(own_clone: Clone) -> None:
    with (own_clone.folder / "requirements.txt").open("a") as file:
        file.write(f"a-package-nobody-has==1 --hash=sha256:{'0' * 64}\n")
    for _ in range(2):
        finished = own_clone.run("python3", "sco_archive/install.py", "requirements.txt", **INDEX_NOWHERE)
        assert finished.returncode == 1
        assert "Installing requirements.txt" in finished.stdout
        assert "error: pip could not install requirements.txt" in finished.stderr.splitlines()[-1]
        assert "a-package-nobody-has" in finished.stderr


def test_what_pip_remarks_when_all_goes_well_is_kept_from_the_reader(own_clone: Clone, tmp_path: Path) -> None:
    with (own_clone.folder / "requirements.txt").open("a") as file:
        file.write("\n# another digest, nothing new to fetch\n")
    # What is left of a package that was taken away half: pip warns of it and goes on.
    (tmp_path / "leftovers" / "~gone-1.0.dist-info").mkdir(parents=True)
    finished = own_clone.run("python3", "sco_archive/install.py", "requirements.txt", PYTHONPATH=str(tmp_path / "leftovers"))
    assert finished.returncode == 0
    assert finished.stdout.splitlines() == ["Installing requirements.txt into .venv (once; later runs skip this) ..."]
    assert finished.stderr == ""


def test_development_packages_contain_those_of_the_site(own_clone: Clone) -> None:
    """Whoever ran `make test` need not install again for `make run`; the pins are the same."""
    stamps = own_clone.folder / ".venv"
    (stamps / "installed-requirements.txt.sha256").rename(stamps / "kept")
    dev = (own_clone.folder / "requirements-dev.txt").read_bytes()
    (stamps / "installed-requirements-dev.txt.sha256").write_text(hashlib.sha256(dev).hexdigest())
    assert own_clone.run("python3", "sco_archive/install.py", "requirements.txt", **INDEX_NOWHERE).stdout == ""
    assert pins(own_clone.folder / "requirements.txt") <= pins(own_clone.folder / "requirements-dev.txt")


def pins(file: Path) -> set[str]:
    """Return the pinned versions of a requirements file."""
    return {line.split()[0] for line in file.read_text().splitlines() if "==" in line}
