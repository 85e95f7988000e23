"""Settings as a whole, in processes of their own: what is on by default, what https turns on, what the headers say."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from tests.sco_archive.conftest import Clone

PUBLIC = {"SITE_URL": "https://archive.example.org", "SECRET_KEY": "only-for-this-test-" + "0123456789abcdef" * 3}


def setting(clone: Clone, expression: str, **environment: str) -> str:
    """Evaluate an expression on the settings of a fresh process."""
    finished = clone.run(clone.python, "-c", f"from sco_archive import settings as s; print({expression})", **environment)
    assert finished.returncode == 0, finished.stderr
    return finished.stdout.strip()


def test_debug_is_off_unless_asked_for(clone: Clone) -> None:
    assert setting(clone, "s.DEBUG") == "False"
    assert setting(clone, "s.DEBUG", DEBUG="true") == "True"


def test_https_switches_on_what_belongs_to_it(clone: Clone) -> None:
    names = "s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS > 0, s.CSRF_TRUSTED_ORIGINS"
    assert setting(clone, names, **PUBLIC) == "True True True True ['https://archive.example.org']"
    assert setting(clone, names) == "False False False False []"


def test_the_deployment_check_has_nothing_to_say_about_production(clone: Clone) -> None:
    finished = clone.run(clone.python, "manage.py", "check", "--deploy", "--fail-level", "WARNING", **PUBLIC)
    assert finished.returncode == 0, finished.stderr


def test_a_file_named_env_is_read_and_the_environment_wins(own_clone: Clone) -> None:
    (own_clone.folder / ".env").write_text("PORT=8123\nSITE_URL=http://desk.localhost:8123\n")
    assert setting(own_clone, "s.PORT, s.SITE_URL") == "8123 http://desk.localhost:8123"
    assert setting(own_clone, "s.PORT", PORT="8124") == "8124"


def test_every_setting_of_the_example_is_documented_and_read(clone: Clone) -> None:
    example = (settings.BASE_DIR / ".env.example").read_text()
    names = {line[1:].partition("=")[0] for line in example.splitlines() if line.startswith("#") and "=" in line and line[1:2].isupper()}
    operating = (settings.BASE_DIR / "docs" / "operating.md").read_text()
    sources = "".join(path.read_text() for path in (settings.BASE_DIR / "sco_archive").glob("*.py"))
    sources += (settings.BASE_DIR / "docker-compose.yml").read_text()
    assert len(names) > 10
    assert {name for name in names if f"`{name}`" not in operating and name not in {"POSTGRES_PASSWORD"}} == set()
    assert {name for name in names if name not in sources} == set()


@pytest.mark.django_db
def test_pages_carry_a_strict_policy_and_no_cookie(client: Client) -> None:
    response = client.get("/healthz")
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in response.headers["Permissions-Policy"]
    assert not response.cookies


@pytest.mark.django_db
def test_the_desk_locks_a_name_after_five_bad_tries(client: Client) -> None:
    statuses = [client.post("/admin/login/", {"username": "editor", "password": f"guess {n}"}).status_code for n in range(6)]
    assert statuses[:4] == [200] * 4
    assert statuses[5] == 429
    assert client.post("/admin/login/", {"username": "another", "password": "guess"}).status_code == 200


@pytest.mark.django_db
def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
