"""Typed readers for the environment; each refuses a bad value in one line that names the variable."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")

env = environ.Env()


def read_flag(name: str, default: bool = False) -> bool:
    """Read yes or no; a word that is neither is refused instead of counting as no."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}.")


def read_number(name: str, default: int, low: int, high: int) -> int:
    """Read a whole number within limits."""
    try:
        value = int(env.str(name, default="") or default)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {os.environ[name]!r}.") from None
    if not low <= value <= high:
        raise ImproperlyConfigured(f"{name} must lie between {low} and {high}, not {value}.")
    return value


def read_site_url(name: str, default: str) -> str:
    """Read the public address of the site, without a slash at its end."""
    value = env.str(name, default="") or default
    try:
        parts = urlsplit(value)
        port_is_number = parts.port is None or parts.port > 0
    except ValueError:
        port_is_number = False
    if not port_is_number or parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/"):
        raise ImproperlyConfigured(f"{name} must be an address such as https://archive.example.org, not {value!r}.")
    return f"{parts.scheme}://{parts.netloc}"


def read_hosts(name: str, site_url: str) -> list[str]:
    """Read the host names served; the site's own and this machine's (for health checks) always belong to them."""
    named = [host.strip() for host in env.list(name, default=[]) if host.strip()]
    return list(dict.fromkeys([*named, bracketed(urlsplit(site_url).hostname or ""), *LOOPBACK]))


def bracketed(host: str) -> str:
    """Write an IPv6 address the way the Host header does."""
    return f"[{host}]" if ":" in host else host


def is_public(hosts: Iterable[str]) -> bool:
    """Tell whether any host can be reached from another machine."""
    return any(host not in LOOPBACK and not host.endswith(".localhost") for host in hosts)


def read_secret(name: str, keep_in: Path, may_be_made: bool) -> str:
    """Read the secret key; only a site on this machine may make one for itself, kept in a file of its owner."""
    value = env.str(name, default="")
    if value:
        return value
    if not may_be_made:
        raise ImproperlyConfigured(f"{name} must be set when the site is public and DEBUG is off. Make one: openssl rand -base64 48")
    try:
        return keep_in.read_text(encoding="ascii").strip() or make_secret(keep_in)
    except FileNotFoundError:
        return make_secret(keep_in)
    except OSError as error:
        raise ImproperlyConfigured(f"the local secret {keep_in} cannot be read: {error.strerror}.") from None


def make_secret(keep_in: Path) -> str:
    """Make a secret and keep it; of two processes that start together, both use the one that was linked first."""
    draft = keep_in.with_name(f"{keep_in.name}.{os.getpid()}")
    try:
        keep_in.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            os.link(draft, keep_in)
        except FileExistsError:
            if not keep_in.read_text(encoding="ascii").strip():
                draft.replace(keep_in)
        draft.unlink(missing_ok=True)
        return keep_in.read_text(encoding="ascii").strip()
    except OSError as error:
        raise ImproperlyConfigured(f"the folder {keep_in.parent} cannot be written to: {error.strerror}.") from None
