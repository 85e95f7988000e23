"""The reference files of this app: states, memberships, topics, series, meetings, operations, measures and names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from events.models import Alias, AliasKind, Measure, Meeting, MeetingSeries, Membership, Operation, State, Topic
from events.models.base import LAST_DAY
from events.models.measure import UNITS_OF_DIMENSION
from events.names import normalise_name
from events.reference_cells import CellFault, Ref, Values, parse_partial_date, split_list
from events.reference_loading import Column, Getter, Picture, Row, Table


def columns(*names: str) -> tuple[Column, ...]:
    """Return plain columns; a name with an exclamation mark must not be empty."""
    return tuple(Column(name.rstrip("!"), required=name.endswith("!")) for name in names)


DATE = Column("date", parse=parse_partial_date)


def _topic_words(language: str) -> Column:
    return Column(f"words_{language}", parse=lambda text: {})


def _lines(name: str) -> Column:
    return Column(name, parse=lambda text: {name: "\n".join(split_list(text))})


def _derive_topic(cells: Mapping[str, str], values: Values) -> Values:
    words = {language: split_list(cells.get(f"words_{language}", "")) for language in ("en", "ru", "zh")}
    return {"level": 2 if values["parent"] else 1, "words": {language: found for language, found in words.items() if found}}


def _check_topics(rows: list[Row], picture: Picture) -> Iterator[tuple[int, str]]:
    inner = {row.values["slug"] for row in rows if row.values["parent"]}
    for row in rows:
        parent = row.values["parent"]
        if parent and parent.key in inner:
            yield row.line, f"parent: “{parent.key}” is itself a topic inside a group; name a group, there are two levels only."


def _check_states(rows: list[Row], picture: Picture) -> Iterator[tuple[int, str]]:
    for row in rows:
        code = row.values["code"]
        if not (len(code) == 2 and code.isascii() and code.isupper() and code.isalpha()):
            yield row.line, f"code: “{code}” is not two capital letters; write the ISO 3166-1 alpha-2 code."


def _check_measures(rows: list[Row], picture: Picture) -> Iterator[tuple[int, str]]:
    taken = {unit for units in UNITS_OF_DIMENSION.values() for unit in units}
    for row in rows:
        dimension, unit = row.values["dimension"], row.values["unit"]
        allowed = UNITS_OF_DIMENSION.get(dimension)
        if allowed and unit not in allowed:
            yield row.line, f"unit: “{unit}” does not measure {dimension}; write {' or '.join(allowed)}."
        elif not allowed and unit in taken:
            yield row.line, f"unit: “{unit}” does not count {dimension}; name what is counted, for instance “rounds”."


def overlapping(spans: Iterable[tuple[Any, Any, Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """Yield the names of spans of one owner that share a day; a span is (owner, start, until or ``None``, name)."""
    by_owner: dict[Any, list[tuple[Any, Any, Any]]] = {}
    for owner, start, until, name in spans:
        by_owner.setdefault(owner, []).append((start, until or LAST_DAY, name))
    for held in by_owner.values():
        held.sort(key=lambda span: span[:2])
        latest = held[0]
        for span in held[1:]:
            if span[0] < latest[1]:
                yield latest[2], span[2]
            latest = max(latest, span, key=lambda one: one[1])


def _check_memberships(rows: list[Row], picture: Picture) -> Iterator[tuple[int, str]]:
    sound = []
    for row in rows:
        start, until = row.values["start"], row.values["until"]
        if until and until <= start:
            yield row.line, f"until: {until} is not after {start}; until is the first day on which the status no longer held."
        else:
            sound.append((row.values["state"], start, until, row))
    for one, other in overlapping(sound):
        yield (
            other.line,
            f"the status of {other.cells['state']} overlaps that of line {one.line}; "
            f"end the earlier one (until, exclusive) by {other.values['start']}.",
        )


def _check_final_memberships(records: Iterable[Any]) -> Iterator[str]:
    for one, other in overlapping((record.state_id, record.start, record.until, record) for record in records):
        yield f"memberships.csv: “{one}” would overlap “{other}”, which stands in the database; correct the file, or that row in the admin."


def _meeting_key(get: Getter) -> tuple[Any, ...]:
    return (get("series"), get("ordinal")) if get("ordinal") else (get("series"), None, get("start"))


def _derive_meeting(cells: Mapping[str, str], values: Values) -> Values:
    return {} if values["ordinal"] else {"ordinal_basis": "none"}


def _check_meetings(rows: list[Row], picture: Picture) -> Iterator[tuple[int, str]]:
    for row in rows:
        if not row.values["ordinal"] and not row.values["start"]:
            yield row.line, "the meeting has neither a number nor a date with a beginning; give one of the two."
        if row.values["ordinal"] and row.values["ordinal_basis"] == "none":
            yield row.line, "ordinal_basis: “none” beside a number; write stated or inferred."


def _derive_alias(cells: Mapping[str, str], values: Values) -> Values:
    kind, owner = values["kind"], values["owner"]
    derived: Values = {"normalised": normalise_name(values["form"]), "series": None, "operation": None}
    if kind == AliasKind.STATE:
        derived["state"] = Ref(State, owner)
    elif kind == AliasKind.SERIES:
        derived["series"] = Ref(MeetingSeries, owner)
    elif kind == AliasKind.OPERATION:
        derived["operation"] = Ref(Operation, owner)
    return derived


def _check_aliases(rows: list[Row], picture: Picture) -> Iterator[tuple[int, str]]:
    for row in rows:
        kind, state = row.values["kind"], row.cells.get("state", "")
        if not row.values["normalised"]:
            yield row.line, f"form: “{row.values['form']}” has no letter and no digit; write the name."
        if kind == AliasKind.CITY and not state:
            yield row.line, "state: empty for a city; write the code of the state it lies in."
        elif kind != AliasKind.CITY and state:
            yield row.line, f"state: only a city has one; leave it empty for the kind {kind}."
        if kind == AliasKind.OUTLET and not picture.knows_row("outlets", row.values["owner"]):
            yield row.line, f"owner: unknown outlet “{row.values['owner']}”; correct it or add the outlet to outlets.csv."


def parse_language(text: str) -> Values:
    """Read a language code."""
    if not (2 <= len(text) <= 8 and text.replace("-", "").isalnum() and text[:2].islower()):
        raise CellFault(f"“{text}” is no language code; write en, ru, zh or another BCP 47 code.")
    return {"language": text}


TABLES = (
    Table(
        "states", State, columns("code!", "iso3", "name!", "official_name", "name_ru", "name_zh"), key=("code",), check=_check_states
    ),
    Table(
        "topics",
        Topic,
        (
            *columns("slug!", "parent", "label!", "label_ru", "label_zh", "definition!", "inclusion_rule"),
            *map(_topic_words, ("en", "ru", "zh")),
            *map(_lines, ("unbis", "iptc", "eurovoc")),
            *columns("position!"),
        ),
        key=("slug",),
        derive=_derive_topic,
        check=_check_topics,
    ),
    Table(
        "memberships",
        Membership,
        columns(
            "state!", "status!", "start!", "until", "founder", "basis", "until_basis", "decided_on", "source_url!", "source_url_2", "note",
            "confidence",
        ),
        key=("state", "status", "start"),
        second_key=lambda get: (get("state"), get("status")),
        check=_check_memberships,
        check_final=_check_final_memberships,
        rewrite=True,
    ),
    Table("series", MeetingSeries, columns("slug!", "name!", "name_ru", "name_zh", "framework!", "topics", "note"), key=("slug",)),
    Table(
        "meetings",
        Meeting,
        (
            *columns("series!", "ordinal", "ordinal_basis", "status!"),
            DATE,
            *columns("city", "state", "venue", "host", "form", "source_url!", "source_url_2", "note", "confidence"),
        ),
        key=("series", "ordinal", "date"),
        key_of=_meeting_key,
        second_key=lambda get: (get("series"), get("start")),
        derive=_derive_meeting,
        check=_check_meetings,
    ),
    Table(
        "operations",
        Operation,
        (
            *columns("slug!", "name!", "name_ru", "name_zh", "kind!", "framework!"),
            DATE,
            *columns("period_text", "location", "lead", "participants", "topics", "source_url!", "source_url_2", "note", "confidence"),
        ),
        key=("slug",),
    ),
    Table(
        "measures",
        Measure,
        columns("code!", "label!", "label_ru", "label_zh", "dimension!", "unit!", "topics", "position!", "definition!"),
        key=("code",),
        check=_check_measures,
    ),
    Table(
        "aliases",
        Alias,
        (
            *columns("kind!", "owner!"),
            Column("language", required=True, parse=parse_language),
            *columns("form!", "form_type", "state", "source_url", "note"),
        ),
        key=("kind", "language", "normalised"),
        same=lambda one, other: f"“{other.cells['form']}” already belongs to {one.cells['owner']} (line {one.line}); a name has one owner",
        derive=_derive_alias,
        check=_check_aliases,
    ),
)  # fmt: skip
