"""Fetching addresses, politely and carefully: robots honoured, time and size bounded, private networks refused."""

import datetime
import ipaddress
import re
import socket
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import urllib3
from protego import Protego

from articles.importer.issues import BadSource

USER_AGENT = "sco-archive/0.1 (+https://github.com/sco-archive; research archive of news reports; reads one page at a time)"
LARGEST_RESPONSE = 25_000_000
LARGEST_ROBOTS = 500_000
MOST_REDIRECTS = 8
CHUNK = 65_536
CONNECT_SECONDS, READ_SECONDS, WHOLE_SECONDS = 10.0, 20.0, 60.0
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Page:
    """One answer: where it came from in the end, with what, and its bytes."""

    asked_url: str
    final_url: str
    status: int
    media_type: str
    charset: str
    body: bytes
    fetched_at: str

    @property
    def path(self) -> str:
        """The path of the address, by whose ending a format may be recognised."""
        return urlsplit(self.final_url).path


def is_address(name: str) -> bool:
    """Tell whether a source is meant as an address rather than a path."""
    return bool(_SCHEME.match(name))


@dataclass(slots=True)
class Fetcher:
    """Fetches pages; remembers each site's robots file."""

    allow_private: bool = False
    robots: dict[str, Protego | None] = field(default_factory=dict)

    def fetch(self, url: str) -> Page:
        """Return the page at an address, redirects followed; refuse with a reason."""
        asked, seen = url, set()
        deadline = _now() + datetime.timedelta(seconds=WHOLE_SECONDS)
        for _ in range(MOST_REDIRECTS + 1):
            if url in seen:
                raise BadSource("too-many-redirects", f"the address leads in a circle back to {url}")
            seen.add(url)
            _check_address(url)
            self._ask_robots(url, deadline)
            status, headers, body = self._get(url, LARGEST_RESPONSE, deadline)
            if status in REDIRECTS and headers.get("location"):
                url = urljoin(url, headers["location"])
                continue
            if status != 200:
                raise BadSource("http-status", f"the address answers {status}")
            media_type, _, rest = headers.get("content-type", "").partition(";")
            charset = rest.partition("charset=")[2].partition(";")[0].strip("\"' ") if "charset=" in rest else ""
            return Page(asked, url, status, media_type.strip().lower(), charset, body, _now().isoformat())
        raise BadSource("too-many-redirects", f"the address redirects more than {MOST_REDIRECTS} times")

    def _ask_robots(self, url: str, deadline: datetime.datetime) -> None:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self.robots:
            self.robots[site] = self._load_robots(site, deadline)
        rules = self.robots[site]
        if rules is not None and not rules.can_fetch(url, USER_AGENT):
            raise BadSource("robots-refuse", "the site's robots.txt does not allow it")

    def _load_robots(self, site: str, deadline: datetime.datetime) -> Protego | None:
        """Return the site's rules; none when it has no robots file. A site whose robots file fails is left alone."""
        url = f"{site}/robots.txt"
        for _ in range(MOST_REDIRECTS):
            status, headers, body = self._get(url, LARGEST_ROBOTS, deadline)
            if status in REDIRECTS and headers.get("location"):
                url = urljoin(url, headers["location"])
                continue
            if status >= 500:
                raise BadSource("robots-refuse", f"the site's robots.txt answers {status}, which forbids everything")
            return Protego.parse(body.decode("utf-8", "replace")) if status == 200 else None
        return None

    def _get(self, url: str, limit: int, deadline: datetime.datetime) -> tuple[int, "urllib3.HTTPHeaderDict", bytes]:
        host, port, secure = _check_address(url)
        number = self._resolve(host, port)
        parts = urlsplit(url)
        target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        shown = parts.netloc.rpartition("@")[2]
        timeout = urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS)
        # The connection goes to the very number that was checked, so a second look-up cannot lead elsewhere.
        pool: urllib3.HTTPConnectionPool
        if secure:
            pool = urllib3.HTTPSConnectionPool(number, port, timeout=timeout, server_hostname=host, assert_hostname=host)
        else:
            pool = urllib3.HTTPConnectionPool(number, port, timeout=timeout)
        headers = {
            "Host": shown,
            "User-Agent": USER_AGENT,
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        }
        try:
            with pool:
                response = pool.urlopen("GET", target, headers=headers, redirect=False, retries=False, preload_content=False)
                body = b"" if response.status in REDIRECTS else _read(response, limit, deadline)
                response.close()
        except urllib3.exceptions.NewConnectionError:
            raise BadSource("fetch-failed", "the server cannot be reached") from None
        except urllib3.exceptions.TimeoutError:
            raise BadSource("fetch-timeout", f"the server does not answer within {int(READ_SECONDS)} seconds") from None
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise BadSource("fetch-failed", f"the address cannot be fetched ({type(error).__name__})") from None
        return response.status, response.headers, body

    def _resolve(self, host: str, port: int) -> str:
        """Return the first number of a host; refuse the host when any of its numbers is not public."""
        try:
            found = [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        except (OSError, UnicodeError):
            raise BadSource("fetch-failed", f"the name {host} cannot be resolved") from None
        if not found:
            raise BadSource("fetch-failed", f"the name {host} cannot be resolved")
        if not self.allow_private and not all(is_public(number) for number in found):
            raise BadSource("private-address", f"{host} belongs to a private or reserved network")
        return found[0]


def _check_address(url: str) -> tuple[str, int, bool]:
    """Return host, port and whether the connection is secure; refuse what is no http or https address."""
    try:
        parts = urlsplit(url)
        secure = parts.scheme.lower() == "https"
        port = parts.port or (443 if secure else 80)
    except ValueError:
        raise BadSource("bad-address", f"{url} is no address") from None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise BadSource("bad-address", f"{url} is no http or https address")
    if parts.username or parts.password:
        raise BadSource("bad-address", "the address holds a name or password")
    return parts.hostname, port, secure


def is_public(number: str) -> bool:
    """Tell whether an IP address is a public one, also behind the notations that wrap an IPv4 address in IPv6."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return address.is_global and not address.is_multicast


def _read(response: "urllib3.BaseHTTPResponse", limit: int, deadline: datetime.datetime) -> bytes:
    parts, size = [], 0
    for part in response.stream(CHUNK, decode_content=True):
        parts.append(part)
        size += len(part)
        if size > limit:
            raise BadSource("too-large", f"the answer is larger than {limit // 1_000_000} MB")
        if _now() > deadline:
            raise BadSource("fetch-timeout", f"the answer takes longer than {int(WHOLE_SECONDS)} seconds")
    return b"".join(parts)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
