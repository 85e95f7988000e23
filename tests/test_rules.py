"""The database itself refuses every broken rule, whatever the program in front of it does."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.db.models import F
from pytest_django import DjangoDbBlocker

from tests.rows import make_rows

pytestmark = pytest.mark.django_db

EARLY, LATE = datetime.date(2020, 1, 1), datetime.date(2021, 1, 1)
ANCIENT = datetime.date(1948, 6, 6)

DATED_NAMES = {"meeting": "meeting", "operation": "operation", "operationstatistic": "statistic", "article": "article"}
EVIDENCE = ("statemention", "meetingmention", "operationmention", "statisticmention", "membershipstatement", "statement")
TARGETS = {"statemention": "state", "meetingmention": "meeting", "operationmention": "operation", "statisticmention": "statistic"}

# rule -> (model, columns that break it)
BROKEN: dict[str, tuple[str, dict[str, Any]]] = {
    "state_code_two_capitals": ("state", {"code": "kz"}),
    "state_name_not_empty": ("state", {"name": ""}),
    "state_origin_known": ("state", {"origin": "rumour"}),
    "membership_until_after_start": ("membership", {"until": datetime.date(2001, 6, 15)}),
    "membership_date_in_range": ("membership", {"start": ANCIENT}),
    "membership_source_required": ("membership", {"source_url": ""}),
    "membership_status_known": ("membership", {"status": "friend"}),
    "membership_confidence_known": ("membership", {"confidence": "total"}),
    "membership_origin_known": ("membership", {"origin": "rumour"}),
    "topic_two_levels": ("topic", {"parent": None}),
    "topic_not_its_own_parent": ("topic", {"parent": F("id")}),
    "topic_label_not_empty": ("topic", {"label": ""}),
    "topic_origin_known": ("topic", {"origin": "rumour"}),
    "series_name_not_empty": ("meetingseries", {"name": ""}),
    "series_framework_known": ("meetingseries", {"framework": "NATO"}),
    "series_origin_known": ("meetingseries", {"origin": "rumour"}),
    "meeting_number_positive": ("meeting", {"ordinal": 0}),
    "meeting_number_or_date": ("meeting", {"ordinal": None, "date": "", "start": None, "end": None, "precision": "unknown"}),
    "meeting_source_required": ("meeting", {"origin": "reference", "source_url": ""}),
    "meeting_status_known": ("meeting", {"status": "cancelled"}),
    "meeting_ordinal_basis_known": ("meeting", {"ordinal_basis": "guess"}),
    "meeting_confidence_known": ("meeting", {"confidence": "total"}),
    "meeting_origin_known": ("meeting", {"origin": "rumour"}),
    "operation_name_not_empty": ("operation", {"name": ""}),
    "operation_source_required": ("operation", {"origin": "reference", "source_url": ""}),
    "operation_kind_known": ("operation", {"kind": "parade"}),
    "operation_framework_known": ("operation", {"framework": "NATO"}),
    "operation_confidence_known": ("operation", {"confidence": "total"}),
    "operation_origin_known": ("operation", {"origin": "rumour"}),
    "alias_owner_fits_kind": ("alias", {"kind": "operation"}),
    "alias_not_empty": ("alias", {"form": ""}),
    "alias_form_type_known": ("alias", {"form_type": "nickname"}),
    "alias_origin_known": ("alias", {"origin": "rumour"}),
    "measure_label_not_empty": ("measure", {"definition": ""}),
    "measure_dimension_known": ("measure", {"dimension": "luck"}),
    "measure_unit_of_dimension": ("measure", {"unit": "kg"}),
    "measure_origin_known": ("measure", {"origin": "rumour"}),
    "statistic_low_not_above_high": ("operationstatistic", {"low": 76}),
    "statistic_has_a_bound": ("operationstatistic", {"low": None, "high": None}),
    "statistic_not_negative": ("operationstatistic", {"low": -1}),
    "statistic_as_written": ("operationstatistic", {"value_text": ""}),
    "statistic_key_not_empty": ("operationstatistic", {"key": ""}),
    "statistic_origin_known": ("operationstatistic", {"origin": "rumour"}),
    "retired_path_begins_with_slash": ("retiredaddress", {"path": "operations/old/"}),
    "retired_reason_required": ("retiredaddress", {"reason": ""}),
    "retired_not_to_itself": ("retiredaddress", {"target": F("path")}),
    "outlet_name_not_empty": ("outlet", {"name": ""}),
    "outlet_kind_known": ("outlet", {"kind": "blog"}),
    "outlet_access_known": ("outlet", {"default_access": "half"}),
    "outlet_origin_known": ("outlet", {"origin": "rumour"}),
    "capture_hash_is_sha256": ("capture", {"sha256": "A" * 64}),
    "capture_archived_url_is_web_address": ("capture", {"archived_url": "ftp://archive.example.org/a"}),
    "article_title_not_empty": ("article", {"title": ""}),
    "article_text_not_empty": ("article", {"text": ""}),
    "article_access_reason_given": ("article", {"access": "quotes"}),
    "article_date_has_basis": ("article", {"basis": "text"}),
    "article_inference_explained": ("article", {"basis": "inferred", "date": "2024", "start": EARLY, "end": EARLY, "precision": "year"}),
    "article_language_known": ("article", {"language": "xx"}),
    "article_access_known": ("article", {"access": "half", "access_reason": "test"}),
    "article_topic_origin_known": ("articletopic", {"origin": "rumour"}),
    "address_not_empty": ("articleaddress", {"url": ""}),
    "version_number_positive": ("articleversion", {"number": 0}),
    "caption_span_not_empty": ("caption", {"end": 0}),
    "meetingmention_attendance_whole": ("meetingmention", {"attendance_low": 30}),
    "meetingmention_attendance_ordered": (
        "meetingmention",
        {"attendance_low": 30, "attendance_high": 20, "attendance_qualifier": "between", "attendance_start": 0, "attendance_end": 5},
    ),
    "statisticmention_verb_whole": ("statisticmention", {"verb_start": 3}),
    "membershipstatement_kind_known": ("membershipstatement", {"kind": "rumour"}),
    "membershipstatement_verdict_known": ("membershipstatement", {"verdict": "maybe"}),
    "membershipstatement_status_known": ("membershipstatement", {"status": "friend"}),
    "statement_speaker_not_empty": ("statement", {"speaker": ""}),
    "correction_quote_not_empty": ("correction", {"right_value": ""}),
    "correction_evidence_required": ("correction", {"evidence_url": ""}),
    "correction_author_required": ("correction", {"author": ""}),
    "correction_span_when_placed": ("correction", {"start": None}),
    "correction_kind_known": ("correction", {"kind": "style"}),
    "correction_origin_known": ("correction", {"origin": "rumour"}),
    "run_ends_after_start": ("importrun", {"finished_at": datetime.datetime(1999, 1, 1, tzinfo=datetime.UTC)}),
    "run_finished_has_time": ("importrun", {"status": "finished"}),
    "run_status_known": ("importrun", {"status": "lost", "finished_at": datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)}),
    "issue_explained": ("importissue", {"message": ""}),
    "issue_severity_known": ("importissue", {"severity": "fatal"}),
}
for _model, _word in DATED_NAMES.items():
    _basis = {"basis": "text"} if _model == "article" else {}
    BROKEN[f"{_word}_interval_ordered"] = (_model, {"date": "2020/2021", "start": LATE, "end": EARLY, "precision": "interval", **_basis})
    BROKEN[f"{_word}_date_in_range"] = (_model, {"date": "1948", "start": ANCIENT, "end": LATE, "precision": "interval", **_basis})
    BROKEN[f"{_word}_precision_known"] = (_model, {"date": "2020", "start": EARLY, "end": EARLY, "precision": "unknown", **_basis})
for _model in EVIDENCE:
    BROKEN[f"{_model}_span_not_empty"] = (_model, {"end": F("start")})
    BROKEN[f"{_model}_quote_not_empty"] = (_model, {"quote": ""})
    BROKEN[f"{_model}_lane_known"] = (_model, {"lane": "fast"})
    BROKEN[f"{_model}_review_known"] = (
        _model,
        {"review_state": "maybe", "reviewed_at": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), "reviewer": "user"},
    )
    BROKEN[f"{_model}_decision_signed"] = (_model, {"review_state": "accepted"})
# A NULL in a comparison makes a check pass unless the rule names it: each half-filled group is tried on its own.
BROKEN_TOO: list[tuple[str, str, dict[str, Any]]] = [
    ("correction_span_when_placed", "correction", {"end": None}),
    ("meetingmention_attendance_whole", "meetingmention", {"attendance_low": 30, "attendance_qualifier": "about", "attendance_start": 0}),
    *((f"{_model}_target_follows_review", _model, {_target: None}) for _model, _target in TARGETS.items()),
]
for _model, _target in TARGETS.items():
    BROKEN[f"{_model}_target_follows_review"] = (_model, {f"machine_{_target}": None})
    BROKEN[f"{_model}_correction_has_value"] = (
        _model,
        {"review_state": "corrected", "reviewed_at": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), "reviewer": "user"},
    )

# rule -> (model, columns in which a second row differs from the first and may still not stand beside it)
DOUBLED: dict[str, tuple[str, dict[str, Any]]] = {
    "membership_once": ("membership", {}),
    "meeting_number_once": ("meeting", {}),
    "meeting_unnumbered_day_once": ("meeting", {"ordinal": None}),
    "alias_one_owner": ("alias", {"owner": "KG"}),
    "article_topic_once": ("articletopic", {}),
    "address_one_canonical": ("articleaddress", {"url": "https://example.org/b"}),
    "version_number_once": ("articleversion", {}),
    "caption_once": ("caption", {"end": 9}),
    "correction_once": ("correction", {}),
    "change_once": ("runchange", {}),
} | {f"{_model}_once": (_model, {}) for _model in EVIDENCE}


@pytest.fixture(scope="module")
def rows(module_transaction: DjangoDbBlocker) -> dict[str, Any]:
    """One good row of every kind, on which each test breaks one rule in the database alone; the records stay as they are."""
    with module_transaction.unblock():
        return make_rows()


def own_models() -> Iterator[type[models.Model]]:
    for label in ("events", "articles"):
        for model in apps.get_app_config(label).get_models():
            if not model._meta.model_name.startswith("historical"):
                yield model


def test_every_rule_has_a_case_here_and_every_case_a_rule() -> None:
    declared = {constraint.name for model in own_models() for constraint in model._meta.constraints}
    assert declared == set(BROKEN) | set(DOUBLED)


@pytest.mark.parametrize("rule", sorted(BROKEN))
def test_the_database_refuses_a_row_that_breaks(rule: str, rows: dict[str, Any]) -> None:
    name, columns = BROKEN[rule]
    columns = {key: rows["user"] if value == "user" else value for key, value in columns.items()}
    record = rows[name]
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        type(record)._base_manager.filter(pk=record.pk).update(**columns)


@pytest.mark.parametrize(("rule", "name", "columns"), BROKEN_TOO)
def test_the_database_refuses_a_half_filled_group(rule: str, name: str, columns: dict[str, Any], rows: dict[str, Any]) -> None:
    record = rows[name]
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        type(record)._base_manager.filter(pk=record.pk).update(**columns)


@pytest.mark.parametrize("rule", sorted(DOUBLED))
def test_the_database_refuses_a_second_row_under(rule: str, rows: dict[str, Any]) -> None:
    name, columns = DOUBLED[rule]
    record = rows[name]
    if rule == "meeting_unnumbered_day_once":
        type(record)._base_manager.filter(pk=record.pk).update(ordinal=None)
    copy = type(record)._base_manager.get(pk=record.pk)
    copy.pk, copy.id = None, None
    for column, value in columns.items():
        setattr(copy, column, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        type(record)._base_manager.bulk_create([copy])


@pytest.mark.parametrize(
    ("start", "until", "fits"),
    [
        ((2000, 1, 1), (2001, 6, 15), True),
        ((2000, 1, 1), (2001, 6, 16), False),
        ((2005, 1, 1), (2006, 1, 1), False),
        ((2000, 1, 1), None, False),
    ],
)
def test_a_state_holds_one_status_at_a_time(
    start: tuple[int, int, int], until: tuple[int, int, int] | None, fits: bool, rows: dict[str, Any]
) -> None:
    first = rows["membership"]
    other = type(first)(
        state=first.state,
        status="observer",
        start=datetime.date(*start),
        until=until and datetime.date(*until),
        source_url=first.source_url,
    )
    if fits:
        type(first).objects.bulk_create([other])
        return
    with pytest.raises(IntegrityError, match="membership_no_overlap"), transaction.atomic():
        type(first).objects.bulk_create([other])


def test_an_update_cannot_make_memberships_overlap(rows: dict[str, Any]) -> None:
    first = rows["membership"]
    other = type(first).objects.create(
        state=first.state, status="observer", start=datetime.date(2000, 1, 1), until=datetime.date(2001, 6, 15), source_url=first.source_url
    )
    with pytest.raises(IntegrityError, match="membership_no_overlap"), transaction.atomic():
        type(first).objects.filter(pk=other.pk).update(until=datetime.date(2002, 1, 1))


def test_natural_keys_are_unique() -> None:
    keys = {
        "state": "code",
        "meetingseries": "slug",
        "operation": "slug",
        "measure": "code",
        "operationstatistic": "key",
        "topic": "slug",
        "outlet": "slug",
    }
    keys |= {"article": "source_key", "capture": "sha256", "articleaddress": "url", "retiredaddress": "path"}
    by_name = {model._meta.model_name: model for model in own_models()}
    assert [name for name, field in keys.items() if not by_name[name]._meta.get_field(field).unique] == []


def test_every_record_says_what_it_is_and_every_field_what_it_means() -> None:
    silent = [model.__name__ for model in own_models() if not (model.__doc__ or "").strip().split("\n")[0].endswith(".")]
    silent += [
        f"{model.__name__}.{field.name}"
        for model in own_models()
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]
        if not field.help_text and not field.primary_key
    ]
    assert silent == []


@pytest.mark.postgresql
def test_help_texts_stand_in_the_database_as_comments() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT col_description('events_meeting'::regclass, ordinal_position) FROM information_schema.columns"
            " WHERE table_name = 'events_meeting' AND column_name = 'venue'"
        )
        assert cursor.fetchone()[0] == "Building or site."
