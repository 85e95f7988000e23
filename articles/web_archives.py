"""Tells an address at a public web archive from an article's own. Nothing is asked of these archives, and no address is made up."""

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


def is_archived(url: str) -> bool:
    """Tell whether an address leads to a copy in a public web archive."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return host.removeprefix("www.") in HOSTS
