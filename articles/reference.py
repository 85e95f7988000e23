"""The reference files of this app: outlets and corrections."""

import re
from collections.abc import Iterator

from articles.models import Correction, Outlet
from events.reference import columns
from events.reference_loading import Picture, Row, Table


def _check_outlets(rows: list[Row], picture: Picture) -> Iterator[tuple[int, str]]:
    owner_of: dict[str, str] = {}
    for row in rows:
        for host in row.values["hosts"]:
            if not re.fullmatch(r"(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+", host):
                yield (
                    row.line,
                    f"hosts: “{host}” is no host name; write it in small letters without http:// and www., for instance tass.com.",
                )
            elif host in owner_of:
                yield row.line, f"hosts: “{host}” belongs to {owner_of[host]} already; keep it with one outlet."
            owner_of.setdefault(host, row.values["slug"])


def _check_corrections(rows: list[Row], picture: Picture) -> Iterator[tuple[int, str]]:
    for row in rows:
        if not re.fullmatch(r"[0-9a-f]{64}", row.values["article_sha256"]):
            yield row.line, "article_sha256: not 64 hexadecimal digits; write the SHA-256 of the article's file (sha256sum FILE)."


TABLES = (
    Table(
        "outlets",
        Outlet,
        columns("slug!", "name!", "kind!", "country", "hosts", "default_access", "note"),
        key=("slug",),
        check=_check_outlets,
    ),
    Table(
        "corrections",
        Correction,
        columns(
            "article_sha256!", "quote!", "kind!", "right_value!", "explanation", "evidence_url!", "evidence_url_2", "author!", "made_on!"
        ),
        key=("article_sha256", "quote"),
        check=_check_corrections,
    ),
)
