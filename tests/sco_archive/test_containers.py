"""What the container files promise, read from the files, and their steps proved without an engine."""

import re
import shlex
import signal
import time
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
import yaml
from django.conf import settings

from tests.sco_archive.conftest import Clone, make_clone

DOCKERFILE = (settings.BASE_DIR / "Dockerfile").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load((settings.BASE_DIR / "docker-compose.yml").read_text())


@pytest.mark.parametrize("service", ["prepare", "web"])
def test_the_archive_runs_unprivileged_on_a_read_only_root(service: str) -> None:
    declared = COMPOSE["services"][service]
    assert declared["user"] == "10001:10001"
    assert declared["read_only"] is True
    assert declared["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in declared["security_opt"]
    assert declared["volumes"] == ["data:/data"]


def test_web_waits_for_a_healthy_database_and_finished_migrations() -> None:
    waits = COMPOSE["services"]["web"]["depends_on"]
    assert waits == {"db": {"condition": "service_healthy"}, "prepare": {"condition": "service_completed_successfully"}}
    assert COMPOSE["services"]["prepare"]["depends_on"] == {"db": {"condition": "service_healthy"}}


def test_the_database_keeps_its_files_and_is_not_published() -> None:
    db = COMPOSE["services"]["db"]
    assert db["image"] == "postgres:18"
    assert db["volumes"] == ["database:/var/lib/postgresql"]
    assert "pg_isready" in db["healthcheck"]["test"]
    assert "ports" not in db
    assert COMPOSE["networks"]["inside"]["internal"] is True


def test_the_site_is_published_to_this_machine_only() -> None:
    assert COMPOSE["services"]["web"]["ports"] == ["127.0.0.1:${PORT:-8000}:8000"]


def test_the_image_has_two_stages_and_ends_as_a_numbered_user() -> None:
    assert len(re.findall(r"^FROM ", DOCKERFILE, re.M)) == 2
    last_stage = DOCKERFILE.rpartition("\nFROM ")[2]
    assert re.search(r"^USER 10001:10001$", last_stage, re.M)
    assert "pip install" not in last_stage
    assert re.search(r"^HEALTHCHECK .*sco_archive\.probe", last_stage, re.M)


def test_the_image_installs_the_same_pinned_requirements() -> None:
    assert re.search(r"pip install .*--require-hashes .*-r requirements\.txt$", DOCKERFILE, re.M)


def test_no_secret_is_written_into_image_or_compose_file() -> None:
    assert "SECRET_KEY" not in DOCKERFILE
    assert "SECRET_KEY" not in str(COMPOSE)
    assert ".env" in (settings.BASE_DIR / ".dockerignore").read_text().split()


def command_of(service: str) -> list[str]:
    """Return the command a service runs."""
    return list(COMPOSE["services"][service]["command"])


def image_command() -> list[str]:
    """Return the command the image runs when none is given."""
    found = re.search(r"^CMD (\[.*\])$", DOCKERFILE, re.M)
    assert found
    return list(yaml.safe_load(found[1]))


def answer(address: str, seconds: float) -> int:
    """Ask until the server answers 200 or the time is over."""
    until = time.monotonic() + seconds
    while True:
        try:
            with urlopen(address, timeout=5) as response:
                return int(response.status)
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """Build what the image holds: the code with collected files, which nobody may write to afterwards."""
    built = make_clone(tmp_path_factory.mktemp("image") / "app")
    step = re.search(r"^RUN (DATA_DIR=\S+) /venv/bin/python (-m sco_archive\.static_files) ", DOCKERFILE, re.M)
    assert step
    collected = built.run(built.python, *shlex.split(step[2]), DATA_DIR=str(tmp_path_factory.mktemp("build")))
    assert collected.stdout == "collected\n", collected.stderr
    for path in [built.folder, *built.folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink() and ".venv" not in path.parts:
            path.chmod(0o555)
    built.environment["PATH"] = f"{built.folder / '.venv' / 'bin'}:/usr/bin:/bin"
    built.environment["PYTHONDONTWRITEBYTECODE"] = "1"
    return built


@pytest.mark.parametrize("command", ["compose", "image"])
def test_a_read_only_application_prepares_serves_and_answers_its_probe(
    image: Clone, command: str, free_port: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = tmp_path_factory.mktemp("data")
    environment = {"DATA_DIR": str(data), "PORT": str(free_port), "HOST": "127.0.0.1"}
    if command == "compose":
        prepared = image.run(*command_of("prepare"), **environment)
        assert prepared.returncode == 0, prepared.stderr
    server = image.start(*(command_of("web") if command == "compose" else image_command()), **environment)
    try:
        assert answer(f"http://127.0.0.1:{free_port}/readyz", seconds=60) == 200
        assert answer(f"http://127.0.0.1:{free_port}/articles/", seconds=5) == 200
        assert image.run("python", "-m", "sco_archive.probe", **environment).returncode == 0
    finally:
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=30)
    assert image.run("python", "-m", "sco_archive.probe", **environment).returncode == 1
