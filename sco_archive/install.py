"""Make .venv and install the pinned requirements, once: `python sco_archive/install.py requirements.txt`.

Runs before anything is installed, on whatever Python is at hand, so it uses the standard library only. A second run with unchanged
requirements does nothing. Each obstacle ends in one line and exit status 1.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST, NEWEST = (3, 11), (3, 13)
# The development file pins the run-time packages to the same versions, so whoever has it installed lacks nothing.
CONTAINS = {"requirements.txt": ("requirements-dev.txt",)}


class Obstacle(Exception):
    """A reason why the installation cannot go on, said in one line."""


def main() -> None:
    """Install the requirements file named on the command line."""
    try:
        refuse_unsupported_python()
        install(sys.argv[1] if len(sys.argv) > 1 else "requirements.txt")
    except Obstacle as obstacle:
        sys.exit(f"error: {obstacle}")


def refuse_unsupported_python() -> None:
    """Name the Python that was found and those that would do."""
    found = sys.version_info[:2]
    if not OLDEST <= found <= NEWEST:
        raise Obstacle(
            f"Python 3.11, 3.12 or 3.13 is needed; this is {found[0]}.{found[1]} ({sys.executable}). "
            "Name another one: make run PYTHON=/usr/bin/python3.12"
        )


def install(name: str) -> None:
    """Bring .venv to the state a requirements file asks for, unless it is there already."""
    if is_installed(name):
        return
    if not os.access(VENV if VENV.exists() else ROOT, os.W_OK):
        raise Obstacle(f"the folder {VENV if VENV.exists() else ROOT} cannot be written to by this user; .venv and var are made there.")
    if not venv_works():
        make_venv()
    print(f"Installing {name} into .venv (once; later runs skip this) ...", flush=True)
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes", "--no-deps"]
    command = [str(venv_python()), "-m", "pip", "install", *options, "-r", str(ROOT / name)]
    finished = subprocess.run(command, check=False, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    if finished.returncode != 0:
        # What pip remarks while all goes well (who runs it, what it cannot cache) helps nobody; when it fails, its words are the reason.
        sys.stderr.write(finished.stdout)
        raise Obstacle(f"pip could not install {name}; its own words stand above. Is the network (or a package index) reachable?")
    stamp(name).write_text(digest(name), encoding="ascii")


def is_installed(name: str) -> bool:
    """Tell whether this file, or one that contains it, was installed as it stands now."""
    installed = any(stamp(file).exists() and stamp(file).read_text("ascii") == digest(file) for file in (name, *CONTAINS.get(name, ())))
    return installed and venv_works()


def stamp(name: str) -> Path:
    """Return the file that remembers what was installed."""
    return VENV / f"installed-{name}.sha256"


def digest(name: str) -> str:
    """Return the hash of a requirements file."""
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def venv_python() -> Path:
    """Return the interpreter inside .venv."""
    return VENV / "bin" / "python"


def venv_works() -> bool:
    """Tell whether .venv holds a supported interpreter that still runs (the Python it was made from may be gone)."""
    test = f"import sys, pip; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"
    try:
        return subprocess.run([str(venv_python()), "-c", test], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def make_venv() -> None:
    """Make .venv anew with the Python that runs this file."""
    for file in VENV.glob("installed-*"):
        file.unlink()
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False, capture_output=True, text=True)
    if made.returncode != 0:
        said = (made.stdout + made.stderr).strip().splitlines()
        hint = "On Debian and Ubuntu: apt-get install python3-venv" if "ensurepip" in " ".join(said) else (said or ["no reason given"])[-1]
        raise Obstacle(f"{sys.executable} could not make .venv. {hint}")


if __name__ == "__main__":
    main()
