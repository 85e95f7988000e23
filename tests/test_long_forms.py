"""``make soak`` runs the long form of every test that has one."""

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent
SWITCH = 'os.environ.get("SOAK")'


def test_every_module_that_asks_for_the_long_form_is_run_by_make_soak() -> None:
    modules = {path for path in TESTS.rglob("test_*.py") if SWITCH in path.read_text("utf-8")} - {Path(__file__)}
    assert len(modules) >= 4
    command = [line for line in (TESTS.parent / "Makefile").read_text("utf-8").splitlines() if "SOAK=1" in line][0]
    chosen = command.split('-m "')[1].rstrip('"')
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n0", "-p", "no:cacheprovider", "-m", chosen, *map(str, sorted(modules))],
        cwd=TESTS.parent,
        env={**os.environ, "SOAK": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    collected = {line.split("::")[0] for line in done.stdout.splitlines() if "::" in line}
    assert collected == {str(path.relative_to(TESTS.parent)) for path in modules}, done.stdout + done.stderr
