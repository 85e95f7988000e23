"""Canonical addresses: tracking parameters, AMP and print views, http or https, www and closing slashes lead to one article."""

import re
from dataclasses import replace
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from articles.extraction.records import SourceText
from articles.web_archives import is_archived, original_of, web_address

_TRACKING = re.compile(
    r"(?:utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|at_\w+|_ga|_gl|_openstat|gclid|dclid|fbclid|yclid|ysclid|msclkid|twclid|igshid|mc_[ce]id|"
    r"ref|ref_src|referrer|from|source|spm|share|shared|ncid|cmpid|cid_source|rss|feed|smid|sfnsn|isappinstalled|nsukey)\Z",
    re.IGNORECASE,
)
_VIEW = {
    "amp": None,
    "outputtype": {"amp"},
    "print": None,
    "printable": None,
    "printview": None,
    "printversion": None,
    "view": {"print", "amp"},
    "format": {"print", "amp"},
    "version": {"print"},
    "mode": {"print"},
}
_HOST_PREFIX = re.compile(r"(?:www\d?|amp|m|mobile|wap)\.")
_LAST_VIEW = {"amp", "amp.html", "print", "print.html", "printview", "index.html", "index.htm", "index.php", "index.shtml", "default.aspx"}
_AMP_SUFFIX = re.compile(r"\.amp(?=\.s?html?\Z)|[._-]amp\Z")


def canonical_address(url: str) -> str | None:
    """Return the one form of an article's address, or ``None`` when it is none or only names a site.

    The form is a key as much as an address: always https, host in lower case without ``www.``, ``amp.`` or ``m.``, no fragment, no closing
    slash, parameters sorted and without those that count clicks or choose a view.
    """
    parts = split_address(url)
    if parts is None:
        return None
    host, port, path, query = parts
    segments = [segment for segment in path.split("/") if segment]
    if len(segments) > 1 and segments[0].lower() == "amp":
        segments = segments[1:]
    while len(segments) > 1 and segments[-1].lower() in _LAST_VIEW:
        segments = segments[:-1]
    if segments:
        segments[-1] = _AMP_SUFFIX.sub("", segments[-1])
    kept = sorted((name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not _is_view(name, value))
    if not kept and all(segment.lower() in _LAST_VIEW for segment in segments):
        return None
    place = "/".join(quote(unquote(segment), safe="!$&'()*+,;=:@~-._") for segment in segments)
    return f"https://{host}{port}/{place}{'?' + urlencode(kept) if kept else ''}"[:2000]


def part_archived(source: SourceText, fetched_from: str) -> SourceText:
    """Return the source with a web archive's address apart from the page's own.

    A page that was fetched from a known web archive, or names an address there as its own, keeps that one as archived; its own is the one
    that the archive's address holds. Where that holds none (a short link), the archive's address stays the page's own too.
    """
    archived = source.archived_url or next((web_address(url) for url in (fetched_from, source.url) if url and is_archived(url)), None)
    if archived is None:
        return source
    own = source.url if source.url and not is_archived(source.url) else original_of(source.url or archived) or original_of(archived)
    return replace(source, url=own or source.url, archived_url=archived)


def split_address(url: str) -> tuple[str, str, str, str] | None:
    """Return host, port (with its colon), path and query of an http or https address, or ``None`` when it is none."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or any(mark in parts.hostname for mark in " _/\\"):
        return None
    host = parts.hostname.lower().rstrip(".")
    while (match := _HOST_PREFIX.match(host)) and host.count(".") > 1:
        host = host[match.end() :]
    try:
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        return None
    shown = f":{port}" if port and port not in (80, 443) else ""
    return (f"[{host}]" if ":" in host else host), shown, parts.path, parts.query


def _is_view(name: str, value: str) -> bool:
    lowered = name.lower()
    if _TRACKING.match(lowered):
        return True
    return lowered in _VIEW and (_VIEW[lowered] is None or value.lower() in (_VIEW[lowered] or ()))
