"""Tells an address at a public web archive from an article's own. Nothing is asked of these archives, and no address is made up."""

import re
from urllib.parse import urlsplit

HOSTS = frozenset(
    (
        "web.archive.org",
        "archive.today",
        "archive.fo",
        "archive.is",
        "archive.li",
        "archive.md",
        "archive.ph",
        "archive.vn",
        "perma.cc",
        "webcitation.org",
        "arquivo.pt",
        "megalodon.jp",
        "ghostarchive.org",
        "webarchive.org.uk",
        "webarchive.nationalarchives.gov.uk",
        "webarchive.loc.gov",
    )
)
LONGEST_ADDRESS = 2000
# Where an archive names the page within its own address it does so behind the time of the copy: 20140512, 20140512101500id_ or
# 2014.05.12-101500. A page's own scheme may be left out, and one of its two slashes may have been lost on the way.
_TIME = r"/(?:\d{4,14}(?:[a-z]{2}_)?|\d{4}\.\d\d\.\d\d-\d{6})"
_WITHIN = re.compile(rf"(?:{_TIME})?/(https?):/{{1,2}}([^/\s].*)|{_TIME}/((?:[\w-]+\.)+[a-z]{{2,}}(?::\d+)?/.*)", re.IGNORECASE)


def is_archived(url: str) -> bool:
    """Tell whether an address leads to a copy in a public web archive."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return host.removeprefix("www.") in HOSTS


def original_of(archived: str) -> str | None:
    """Return the address of the page that an archive's address names within itself, or ``None`` when it names none (a short link)."""
    if not is_archived(archived):
        return None
    _scheme, _, rest = archived.partition("://")
    found = _WITHIN.search(rest)
    if found is None:
        return None
    scheme, after, bare = found.groups()
    url = web_address(f"{scheme.lower()}://{after}" if scheme else f"http://{bare}")
    return original_of(url) if url and is_archived(url) else url


def web_address(text: str) -> str | None:
    """Return a full ``http`` or ``https`` address with its scheme in lower case, or ``None`` when the text is none that may be shown."""
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return None
    is_web = parts.scheme in ("http", "https") and bool(host) and not parts.username and not parts.password
    if not is_web or len(text) > LONGEST_ADDRESS or not text.isprintable() or any(mark.isspace() for mark in text):
        return None
    return f"{parts.scheme}{text[len(parts.scheme) :]}"
