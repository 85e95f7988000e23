"""Each reader of the environment takes good values and refuses bad ones in one line naming the variable."""

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from sco_archive import environment
from sco_archive.environment import is_public, read_flag, read_hosts, read_number, read_secret, read_site_url


@pytest.mark.parametrize(("value", "meaning"), [("1", True), ("TRUE", True), ("on", True), ("no", False), ("0", False), ("", False)])
def test_a_flag_is_yes_or_no(monkeypatch: pytest.MonkeyPatch, value: str, meaning: bool) -> None:
    monkeypatch.setenv("DEBUG", value)
    assert read_flag("DEBUG") is meaning


def test_a_flag_that_is_neither_is_refused_instead_of_counting_as_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBUG", "ture")
    with pytest.raises(ImproperlyConfigured, match="DEBUG must be true or false, not 'ture'"):
        read_flag("DEBUG")


@pytest.mark.parametrize("value", ["eight", "0", "65536", "-1", "80.5"])
def test_a_number_outside_its_limits_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PORT", value)
    with pytest.raises(ImproperlyConfigured, match="PORT must"):
        read_number("PORT", default=8000, low=1, high=65535)


def test_an_empty_number_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")
    assert read_number("PORT", default=8000, low=1, high=65535) == 8000


def test_the_site_address_loses_its_last_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://archive.example.org/")
    assert read_site_url("SITE_URL", default="http://127.0.0.1:8000") == "https://archive.example.org"


@pytest.mark.parametrize(
    "value", ["archive.example.org", "ftp://archive.example.org", "https://", "https://a.example/path", "http://a.example:x"]
)
def test_a_site_address_of_another_form_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SITE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="SITE_URL must be an address"):
        read_site_url("SITE_URL", default="http://127.0.0.1:8000")


def test_the_hosts_hold_the_site_and_this_machine_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "www.example.org, localhost")
    assert read_hosts("ALLOWED_HOSTS", "https://example.org") == ["www.example.org", "localhost", "example.org", "127.0.0.1", "[::1]"]


@pytest.mark.parametrize(
    ("hosts", "public"),
    [(["localhost", "127.0.0.1", "[::1]"], False), (["archive.localhost"], False), (["localhost", "example.org"], True), (["*"], True)],
)
def test_a_host_that_others_can_reach_makes_the_site_public(hosts: list[str], public: bool) -> None:
    assert is_public(hosts) is public


def test_the_local_secret_is_made_once_and_belongs_to_its_owner_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    file = tmp_path / "var" / "secret_key"
    first = read_secret("SECRET_KEY", file, may_be_made=True)
    assert len(first) >= 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert read_secret("SECRET_KEY", file, may_be_made=True) == first
    assert [path.name for path in file.parent.iterdir()] == ["secret_key"]


def test_of_two_processes_that_start_together_both_use_one_secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "secret_key"
    monkeypatch.setattr(environment.secrets, "token_urlsafe", lambda size: (file.write_text("made by the other"), "mine")[1])
    assert environment.make_secret(file) == "made by the other"


def test_an_empty_secret_file_is_replaced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    file = tmp_path / "secret_key"
    file.touch()
    assert len(read_secret("SECRET_KEY", file, may_be_made=True)) >= 50


def test_a_given_secret_is_used_and_no_file_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "given")
    assert read_secret("SECRET_KEY", tmp_path / "secret_key", may_be_made=True) == "given"
    assert not list(tmp_path.iterdir())


def test_a_public_site_without_a_secret_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY must be set when the site is public"):
        read_secret("SECRET_KEY", tmp_path / "secret_key", may_be_made=False)


def test_a_folder_that_cannot_hold_the_secret_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    (tmp_path / "var").write_text("a file where the folder should be")
    with pytest.raises(ImproperlyConfigured, match="var"):
        read_secret("SECRET_KEY", tmp_path / "var" / "secret_key", may_be_made=True)
