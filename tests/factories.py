"""Small records for tests of pages: each function makes one row with what the test names and plain values for the rest."""

import datetime
import hashlib
import itertools
from decimal import Decimal
from typing import Any

from django.utils import timezone

from articles.models import (
    Article,
    ArticleTopic,
    Capture,
    Correction,
    ImportRun,
    MeetingMention,
    MembershipStatement,
    OperationMention,
    Outlet,
    Statement,
    StateMention,
    StatisticMention,
)
from events.bounds import Bounds
from events.models import Measure, Meeting, MeetingSeries, Operation, OperationStatistic, State, Topic, public_id_of, statistic_key
from events.models.base import date_columns

SOURCE = "https://example.org/source"
numbers = itertools.count(1)


def make_state(code: str = "KZ", name: str = "Kazakhstan") -> State:
    """Return a state, made if there is none with that code."""
    return State.objects.get_or_create(code=code, defaults={"name": name})[0]


def make_topic(slug: str = "drugs", label: str = "", group: str = "") -> Topic:
    """Return a topic, inside a group if one is named."""
    parent = make_topic(group) if group else None
    values = {"label": label or slug.replace("-", " ").capitalize(), "parent": parent, "level": 2 if parent else 1}
    return Topic.objects.get_or_create(slug=slug, defaults=values)[0]


def make_series(slug: str = "border-heads", name: str = "Meeting of the heads of border services", **fields: Any) -> MeetingSeries:
    """Return a series of meetings."""
    return MeetingSeries.objects.get_or_create(slug=slug, defaults={"name": name, **fields})[0]


def make_meeting(ordinal: int | None = 10, date: str = "2024-07-10", series: MeetingSeries | None = None, **fields: Any) -> Meeting:
    """Return a meeting of a series."""
    return Meeting.objects.create(series=series or make_series(), ordinal=ordinal, source_url=SOURCE, **{**date_columns(date), **fields})


def make_operation(slug: str = "harvest-2023", date: str = "2023-08-15/2023-10-31", **fields: Any) -> Operation:
    """Return a border operation; ``participants`` and ``topics`` are set when given."""
    participants, topics = fields.pop("participants", ()), fields.pop("topics", ())
    values = {"name": slug.replace("-", " ").capitalize(), "kind": "border operation", "source_url": SOURCE, **date_columns(date), **fields}
    operation = Operation.objects.create(slug=slug, **values)
    operation.participants.set(participants)
    operation.topics.set(topics)
    return operation


def make_measure(code: str = "firearms_seized", dimension: str = "items", unit: str = "firearms", **fields: Any) -> Measure:
    """Return a measure, made if there is none with that code."""
    values = {"label": code.replace("_", " ").capitalize(), "dimension": dimension, "unit": unit, "definition": "As counted.", **fields}
    return Measure.objects.get_or_create(code=code, defaults=values)[0]


def make_run() -> ImportRun:
    """Return the one import run of a test."""
    return ImportRun.objects.first() or ImportRun.objects.create(started_at=timezone.now())


def make_outlet(slug: str = "example", **fields: Any) -> Outlet:
    """Return an outlet."""
    return Outlet.objects.get_or_create(slug=slug, defaults={"name": slug.replace("-", " ").capitalize(), **fields})[0]


def make_article(title: str = "Border services met", body: str = "Officials spoke.", date: str = "2024-07-11", **fields: Any) -> Article:
    """Return an article whose clean text is its title and body; ``topics`` are set when given."""
    topics = fields.pop("topics", ())
    number = next(numbers)
    text = f"{title}\n\n{body}"
    content = f"{number}\n{text}".encode()
    digest = hashlib.sha256(content).hexdigest()
    capture = Capture.objects.create(sha256=digest, body=content, size=len(content), fetched_at=timezone.now(), name=f"{number}.txt")
    run = make_run()
    values = {
        "public_id": digest[:12],
        "source_key": f"{number}.txt",
        "search_no": number,
        "title": title,
        "text": text,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "language": "en",
        "basis": "metadata" if date else "",
        "capture": capture,
        "first_run": run,
        "last_run": run,
        **date_columns(date),
        **fields,
    }
    if "outlet" not in values:
        values["outlet"] = make_outlet()
    article = Article.objects.create(**values)
    for topic in topics:
        ArticleTopic.objects.create(article=article, topic=topic)
    return article


def words(article: Article, quote: str, **fields: Any) -> dict[str, Any]:
    """Return the columns of a piece of evidence: where the quote stands, and how it was read."""
    start = article.text.index(quote)
    return {"article": article, "quote": quote, "start": start, "end": start + len(quote), "rule": "test", "lane": "sure", **fields}


def make_figure(
    measure: Measure | None = None,
    low: str | int | None = 75,
    high: str | int | None = 75,
    *,
    operation: Operation | None = None,
    unit: str = "",
    date: str = "",
    states: tuple[State, ...] = (),
    **flags: Any,
) -> OperationStatistic:
    """Return a reported figure without evidence, made if the same figure does not stand yet."""
    measure = measure or make_measure()
    unit = unit or measure.unit
    ends = [None if end is None else Decimal(str(end)) for end in (low, high)]
    strictness = {name: flags.pop(name, False) for name in ("low_strict", "high_strict", "approximate")}
    subject = f"operation:{operation.slug}" if operation else ""
    codes = [state.code for state in states]
    key = statistic_key(subject=subject, states=codes, measure=measure.code, period=date, unit=unit, bounds=Bounds(*ends, **strictness))
    written = {
        "value_text": str(low if low is not None else high),
        "unit": unit,
        "origin": "import",
        **strictness,
        **date_columns(date),
        **flags,
    }
    figure, made = OperationStatistic.objects.get_or_create(
        key=key,
        defaults={"public_id": public_id_of(key), "operation": operation, "measure": measure, "low": ends[0], "high": ends[1], **written},
    )
    if made:
        figure.states.set(states)
    return figure


def report_figure(article: Article, quote: str, figure: OperationStatistic, **fields: Any) -> StatisticMention:
    """Let an article report a figure in the quoted words."""
    columns = {
        "value_text": figure.value_text,
        "measure_code": figure.measure.code if figure.measure else "",
        **words(article, quote, **fields),
    }
    return StatisticMention.objects.create(machine_statistic=figure, statistic=figure, **columns)


def mention_meeting(article: Article, quote: str, meeting: Meeting | None, **fields: Any) -> MeetingMention:
    """Let an article speak of a meeting."""
    return MeetingMention.objects.create(machine_meeting=meeting, meeting=meeting, **words(article, quote, **fields))


def mention_operation(article: Article, quote: str, operation: Operation | None, **fields: Any) -> OperationMention:
    """Let an article speak of an operation."""
    return OperationMention.objects.create(machine_operation=operation, operation=operation, **words(article, quote, **fields))


def mention_state(article: Article, quote: str, state: State, **fields: Any) -> StateMention:
    """Let an article name a state."""
    return StateMention.objects.create(machine_state=state, state=state, **words(article, quote, **fields))


def state_membership(article: Article, quote: str, **fields: Any) -> MembershipStatement:
    """Let an article say something about membership."""
    columns = {"kind": "count", "verdict": "agrees", **words(article, quote), **fields}
    return MembershipStatement.objects.create(**columns)


def quote_speaker(article: Article, quote: str, speaker: str, **fields: Any) -> Statement:
    """Let an article quote someone."""
    return Statement.objects.create(speaker=speaker, **words(article, quote), **fields)


def correct(article: Article, quote: str, right_value: str, **fields: Any) -> Correction:
    """Let a correction strike words of an article."""
    start = article.text.index(quote)
    columns = {
        "kind": "number",
        "evidence_url": SOURCE,
        "author": "Desk",
        "made_on": datetime.date(2026, 1, 2),
        "article_sha256": article.capture.sha256,
        **fields,
    }
    return Correction.objects.create(article=article, quote=quote, start=start, end=start + len(quote), right_value=right_value, **columns)
