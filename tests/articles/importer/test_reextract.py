"""Reading stored articles anew: unreviewed readings follow, reviewed ones stay, a dry run only tells."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from articles.extraction.lexicon import lexicon_version
from articles.models import Article, ArticleTopic, ImportIssue, ImportRun, StateMention, StatisticMention
from articles.review import accept

SET = Path(__file__).parents[2] / "evaluation" / "articles"


@pytest.fixture
def archive(db: None) -> None:
    """Four short articles in three languages, read with older word lists; every one has a topic that the operator gave."""
    call_command("load_reference", verbosity=0)
    call_command("import_articles", str(SET), "--topic", "regional-security", verbosity=0)
    Article.objects.update(lexicon_version="older")


def rows() -> dict[str, list[tuple[Any, ...]]]:
    figures = StatisticMention.objects.order_by("article", "start").values_list(
        "article", "start", "end", "quote", "rule", "lane", "unit_text", "period_text", "statistic__key", "review_state"
    )
    states = StateMention.objects.order_by("article", "start").values_list("article", "start", "end", "quote", "is_subject", "state")
    topics = ArticleTopic.objects.order_by("article", "topic").values_list("article", "topic", "origin")
    return {"figures": list(figures), "states": list(states), "topics": list(topics)}


def reextract(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    call_command("reextract", *options)
    return capsys.readouterr().out


def figure(words: str) -> StatisticMention:
    return StatisticMention.objects.get(quote__contains=words, article__title__startswith="Border guards")


def test_the_same_rules_read_the_same_facts_from_the_stored_text(archive: None, capsys: pytest.CaptureFixture[str]) -> None:
    before = rows()
    assert before["figures"]
    assert before["topics"]
    assert "0 articles read otherwise, 4 as before" in reextract(capsys)
    assert rows() == before
    assert set(Article.objects.values_list("lexicon_version", flat=True)) == {lexicon_version()}


def test_what_was_read_otherwise_follows_the_new_reading(archive: None, capsys: pytest.CaptureFixture[str]) -> None:
    before = rows()
    figure("41 hunting rifles").delete()
    changed = figure("120 people")
    changed.unit_text = "heads"
    changed.save()
    invented = figure("3.5 tonnes")
    invented.pk, invented.start, invented.quote, invented.measure_code = None, 5, "guards", "persons_killed"
    invented.end = 11
    invented.save()
    told = reextract(capsys)
    assert rows() == before
    assert "  + firearms_seized “41 hunting rifles”" in told
    assert "  - persons_killed “guards” at 5" in told
    assert "unit_text heads -> (empty)" in told
    assert "1 articles read otherwise, 3 as before" in told


def test_a_decision_stays_and_the_disagreement_is_an_issue_of_the_run(archive: None, capsys: pytest.CaptureFixture[str]) -> None:
    mention = figure("120 people")
    mention.unit_text = "as the older lists had it"
    mention.save()
    accept(mention, get_user_model().objects.create_user("reviewer"))
    told = reextract(capsys)
    mention.refresh_from_db()
    assert (mention.unit_text, mention.review_state) == ("as the older lists had it", "accepted")
    assert "  = persons_arrested “at least 120 people”" in told
    assert "1 reviewed kept" in told
    issue = ImportIssue.objects.get(code="review-differs")
    assert issue.article == mention.article
    assert issue.run == ImportRun.objects.latest("pk")


def test_a_dry_run_tells_the_same_and_stores_nothing(archive: None, capsys: pytest.CaptureFixture[str]) -> None:
    figure("41 hunting rifles").delete()
    before, runs = rows(), ImportRun.objects.count()
    dry = reextract(capsys, "--dry-run")
    assert rows() == before
    assert ImportRun.objects.count() == runs
    assert dry.startswith("".join(reextract(capsys).splitlines(keepends=True)[:-1]))
    assert rows() != before


def test_worker_processes_read_the_same(archive: None, capsys: pytest.CaptureFixture[str]) -> None:
    before = rows()
    figure("41 hunting rifles").delete()
    assert "1 articles read otherwise" in reextract(capsys, "--workers", "2")
    assert rows() == before


def test_only_articles_read_with_older_lists_are_read_unless_all_are_asked_for(archive: None, capsys: pytest.CaptureFixture[str]) -> None:
    reextract(capsys)
    assert "0 articles read otherwise, 0 as before" in reextract(capsys)
    assert "0 articles read otherwise, 4 as before" in reextract(capsys, "--all")


def test_a_run_can_be_taken_back(archive: None, capsys: pytest.CaptureFixture[str]) -> None:
    figure("41 hunting rifles").delete()
    before = rows()
    reextract(capsys)
    call_command("undo_import", str(ImportRun.objects.latest("pk").pk))
    assert rows() == before
    assert Article.objects.filter(lexicon_version="older").count() == 1, "the one article that had changed waits again"


def test_an_archive_without_reference_data_is_refused(db: None) -> None:
    with pytest.raises(CommandError, match="load_reference") as refused:
        call_command("reextract")
    assert refused.value.returncode == 2
