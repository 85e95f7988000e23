"""Rows inserted in bulk are those that the ORM would have written, and the rules of the database hold for them."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.bulk_rows import insert_rows, insert_values
from articles.models import Article, ArticleTopic, ArticleVersion, Capture, ImportRun, MeetingMention, Outlet
from events.models import OperationStatistic
from tests.rows import make_rows

MADE_BY_CLOCK = {"created_at"}


def columns(row: Any) -> dict[str, Any]:
    """Return the columns of a row as the database gives them back, but for its key and what the clock gives."""
    row = type(row)._base_manager.get(pk=row.pk)
    names = {field.attname for field in row._meta.concrete_fields if not field.primary_key} - MADE_BY_CLOCK
    return {name: bytes(value) if isinstance(value := getattr(row, name), memoryview) else value for name in names}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["article", "articletopic", "capture", "caption", "meetingmention", "operationstatistic", "searchterms", "statisticmention"]
)
def test_every_column_comes_out_as_the_orm_writes_it(name: str) -> None:
    row = make_rows().get(name) or Article.objects.get().search_terms
    before = columns(row)
    first = type(row)._base_manager.get(pk=row.pk)
    with transaction.atomic(), connection.constraint_checks_disabled():
        type(row)._base_manager.filter(pk=row.pk)._raw_delete("default")
        insert_rows([first])
        stored = type(row)._base_manager.order_by("-pk").first()
        assert columns(stored) == before
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_dates_decimals_json_and_bytes_are_written_as_their_fields_write_them() -> None:
    when = datetime.datetime(2026, 2, 3, 4, 5, 6, 7, tzinfo=datetime.UTC)
    insert_rows([Capture(sha256="c" * 64, body=b"\x00\xff", size=2, fetched_at=when, edited_fields=["name"])])
    capture = Capture.objects.get(sha256="c" * 64)
    assert (bytes(capture.body), capture.fetched_at, capture.edited_fields) == (b"\x00\xff", when, ["name"])
    insert_rows(
        [OperationStatistic(key="k", public_id="k", low=Decimal("1178.3"), value_text="1178.3", unit_text="kg", unit="kg", origin="import")]
    )
    figure = OperationStatistic.objects.get(key="k")
    assert (figure.low, figure.high, figure.start) == (Decimal("1178.3"), None, None)


@pytest.mark.django_db
def test_keys_are_set_when_asked_for() -> None:
    outlets = [Outlet(slug=f"outlet-{number}", name=str(number)) for number in range(700)]
    insert_rows(outlets, with_keys=True)
    assert {row.slug: row.pk for row in outlets} == dict(Outlet.objects.values_list("slug", "pk"))
    (unknown,) = unasked = [Outlet(slug="unasked", name="x")]
    insert_rows(unasked)
    assert unknown.pk is None
    insert_rows([])


@pytest.mark.django_db
def test_rows_without_instances_come_out_as_instances_do() -> None:
    when = datetime.datetime(2026, 2, 3, 4, 5, 6, 7, tzinfo=datetime.UTC)
    given: dict[str, Any] = {"body": b"\x00", "size": 1, "fetched_at": when}
    keys = insert_values(Capture, [{**given, "sha256": letter * 64} for letter in "abc"], with_keys=True)
    as_instance = Capture.objects.create(sha256="d" * 64, **given)
    rows = Capture.objects.in_bulk(keys)
    assert [rows[key].sha256[0] for key in keys] == ["a", "b", "c"]
    assert all({**columns(row), "sha256": ""} == {**columns(as_instance), "sha256": ""} for row in rows.values())
    assert insert_values(Capture, [], with_keys=True) == []


@pytest.mark.django_db
def test_a_time_taken_from_the_clock_need_not_be_given() -> None:
    article = Article.objects.get(pk=make_rows()["article"].pk)
    given = {
        "article_id": article.pk,
        "title": "t",
        "text": "t",
        "capture_id": article.capture_id,
        "replaced_by_run_id": article.last_run_id,
    }
    keys = insert_values(ArticleVersion, [{**given, "number": number} for number in (11, 12)], with_keys=True)
    one, other = (version.replaced_at for version in ArticleVersion.objects.in_bulk(keys).values())
    assert one == other > article.created_at


@pytest.mark.django_db
@pytest.mark.parametrize("empty", [[], (), {}, "", 0, False])
def test_empty_values_of_json_are_kept_as_the_orm_keeps_them(empty: Any) -> None:
    given: dict[str, Any] = {"body": b"", "size": 0, "fetched_at": timezone.now(), "edited_fields": empty}
    (key,) = insert_values(Capture, [{**given, "sha256": "a" * 64}], with_keys=True)
    as_instance = Capture.objects.create(sha256="b" * 64, **given)
    as_instance.refresh_from_db()
    assert Capture.objects.get(pk=key).edited_fields == as_instance.edited_fields


@pytest.mark.django_db
def test_a_name_that_the_model_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="Outlet has no nmae"):
        insert_values(Outlet, [{"slug": "herald", "nmae": "Herald"}])
    for other in ({"slug": "courier"}, {"slug": "courier", "name": "Courier", "homepage": "https://courier.example"}):
        with pytest.raises(ValueError, match="rows for Outlet do not all give slug, name"):
            insert_values(Outlet, [{"slug": "herald", "name": "Herald"}, other])
    assert not Outlet.objects.exists()


@pytest.mark.django_db
def test_rows_written_together_have_one_time() -> None:
    first = Article.objects.get(pk=make_rows()["article"].pk)
    copies = [Article.objects.get(pk=first.pk) for _ in range(2)]
    for number, copy in enumerate(copies, start=1):
        copy.public_id, copy.source_key, copy.search_no = f"copy{number}", f"copy{number}", first.search_no + number
    insert_rows(copies, with_keys=True)
    one, other = Article.objects.filter(public_id__startswith="copy").values_list("created_at", flat=True)
    assert one == other == copies[0].created_at > first.created_at


@pytest.mark.django_db
def test_the_database_refuses_what_breaks_its_rules() -> None:
    rows = make_rows()
    article, topic = rows["article"], rows["topic"]
    for wrong in (
        Capture(sha256="no hash", body=b"", size=0, fetched_at=timezone.now()),
        ArticleTopic(article=article, topic=topic, origin="rumour"),
        MeetingMention(article=article, start=5, end=5, quote="x", rule="r", lane="sure", run=ImportRun.objects.get()),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            insert_rows([wrong])
