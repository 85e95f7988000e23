"""One good row of every kind, made straight in the database, for tests that break them one rule at a time."""

import datetime
from decimal import Decimal
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from articles.models import (
    Article,
    ArticleAddress,
    ArticleTopic,
    ArticleVersion,
    Caption,
    Capture,
    Correction,
    ImportIssue,
    ImportRun,
    MeetingMention,
    MembershipStatement,
    OperationMention,
    Outlet,
    RunChange,
    ShingleHolder,
    Statement,
    StateMention,
    StatisticMention,
    TextSketch,
)
from events.models import (
    Alias,
    Measure,
    Meeting,
    MeetingSeries,
    Membership,
    Operation,
    OperationStatistic,
    RetiredAddress,
    State,
    Topic,
)
from events.models.base import date_columns

SOURCE = "https://example.org/source"
TEXT = "Border services met\n\nThe border services of Kazakhstan and China seized 75 firearms in 2023, officials said."


def make_rows() -> dict[str, Any]:
    """Return one good row of every kind by its model's lower-case name."""
    rows: dict[str, Any] = {}

    def keep(record: Any) -> Any:
        record.save()
        rows[record._meta.model_name] = record
        return record

    user = get_user_model().objects.create_user("reviewer")
    state = keep(State(code="KZ", name="Kazakhstan"))
    keep(Membership(state=state, status="member", start=datetime.date(2001, 6, 15), source_url=SOURCE))
    group = keep(Topic(slug="borders", label="Borders", level=1))
    topic = keep(Topic(slug="border-control", label="Border control", level=2, parent=group))
    series = keep(MeetingSeries(slug="border-heads", name="Heads of border services"))
    meeting = keep(Meeting(series=series, ordinal=10, state=state, source_url=SOURCE, **date_columns("2024-07-10")))
    operation = keep(
        Operation(
            slug="solidarity-2023",
            name="Solidarity-2023",
            kind="border operation",
            source_url=SOURCE,
            **date_columns("2023-08-15/2023-10-31"),
        )
    )
    keep(Alias(kind="state", language="en", form="Kazakstan", normalised="kazakstan", owner="KZ", state=state))
    measure = keep(
        Measure(code="firearms_seized", label="Firearms seized", dimension="items", unit="firearms", definition="Firearms seized.")
    )
    statistic = keep(
        OperationStatistic(
            key="operation:solidarity-2023||firearms_seized|2023|count|75,75,,,",
            public_id="0123456789ab",
            operation=operation,
            measure=measure,
            low=Decimal(75),
            high=Decimal(75),
            value_text="75",
            unit="firearms",
            **date_columns("2023"),
        )
    )
    keep(RetiredAddress(path="/operations/old/", target="/operations/solidarity-2023/", reason="merged"))
    run = keep(ImportRun(started_at=timezone.now()))
    outlet = keep(Outlet(slug="example", name="Example"))
    capture = keep(Capture(sha256="a" * 64, body=TEXT.encode(), size=len(TEXT.encode()), fetched_at=timezone.now()))
    article = keep(
        Article(
            public_id="abcdef012345",
            source_key="example.txt",
            search_no=1,
            title="Border services met",
            text=TEXT,
            text_sha256="b" * 64,
            language="en",
            outlet=outlet,
            capture=capture,
            first_run=run,
            last_run=run,
        )
    )
    keep(ImportIssue(run=run, severity="error", code="empty", source="x.txt", message="The file is empty."))
    keep(RunChange(run=run, article=article, before={}))
    keep(ArticleTopic(article=article, topic=topic))
    keep(ArticleAddress(article=article, url="https://example.org/a", canonical=True))
    keep(ArticleVersion(article=article, number=1, title="Earlier", text="Earlier text", capture=capture, replaced_by_run=run))
    keep(Caption(article=article, start=0, end=5))
    keep(TextSketch(article=article, shingles=(7).to_bytes(4, "little")))
    keep(ShingleHolder(number=(7 << 32) + article.pk))
    keep(StateMention(machine_state=state, state=state, **_words(article, "Kazakhstan")))
    keep(MeetingMention(machine_meeting=meeting, meeting=meeting, **_words(article, "met")))
    keep(OperationMention(machine_operation=operation, operation=operation, **_words(article, "seized")))
    keep(
        StatisticMention(
            machine_statistic=statistic,
            statistic=statistic,
            measure_code="firearms_seized",
            value_text="75",
            **_words(article, "75 firearms"),
        )
    )
    keep(MembershipStatement(kind="named_as", verdict="agrees", **_words(article, "China")))
    keep(Statement(speaker="officials", **_words(article, "officials said")))
    keep(
        Correction(
            article=article,
            article_sha256="a" * 64,
            quote="75",
            start=0,
            end=2,
            kind="number",
            right_value="76",
            evidence_url=SOURCE,
            author="Desk",
            made_on=datetime.date(2026, 1, 1),
        )
    )
    rows["user"] = user
    return rows


def _words(article: Article, quote: str) -> dict[str, Any]:
    start = article.text.index(quote)
    return {"article": article, "quote": quote, "start": start, "end": start + len(quote), "rule": "test"}
