"""The date that an article's address carries: /2024/07/29/, /20190712/, /2016-06/22/."""

import datetime
import re
from urllib.parse import urlsplit

_YEAR = r"(?P<y>(?:19|20)\d\d)"
_MONTH = r"(?P<m>0[1-9]|1[0-2])"
_DAY = r"(?P<d>0[1-9]|[12]\d|3[01])"
# The most telling first. Digits around a date would make it part of a longer number.
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"/{_YEAR}[/-]{_MONTH}[/-]{_DAY}(?:[/-]|$)",
        rf"/{_YEAR}-?{_MONTH}/{_DAY}(?!\d)",
        rf"/{_YEAR}/{_MONTH}{_DAY}(?!\d)",
        rf"[/_t-]{_YEAR}{_MONTH}{_DAY}(?!\d)",
        rf"[/_-]{_YEAR}-{_MONTH}-{_DAY}(?!\d)",
        rf"/{_YEAR}[/-]?{_MONTH}/",
    )
)


def date_of_address(url: str | None) -> str | None:
    """Return the day, or the month, that stands in an address's path as an EDTF text; ``None`` when none does."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return None
    for pattern in _PATTERNS:
        match = pattern.search(path)
        if match is None:
            continue
        groups = match.groupdict()
        if not groups.get("d"):
            return f"{groups['y']}-{groups['m']}"
        try:
            return datetime.date(int(groups["y"]), int(groups["m"]), int(groups["d"])).isoformat()
        except ValueError:
            continue
    return None
