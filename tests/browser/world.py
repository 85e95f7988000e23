"""The archive that the browser meets: reference data, the two seeds, and a few invented reports that agree, differ and slip."""

from django.core.management import call_command

from articles.models import Article
from events.models import Measure, Operation, OperationStatistic, RetiredAddress
from tests.factories import correct, make_article, make_figure, make_outlet, mention_operation, quote_speaker, report_figure

COMPARED = "solidarity-2023"
WITHDRAWN = "/operations/entered-twice/"


def make_world() -> None:
    """Fill the database."""
    call_command("load_reference", verbosity=0)
    call_command("import_articles", "seeds/articles", verbosity=0)
    operation = Operation.objects.get(slug=COMPARED)
    add_report(operation, "Осенний итог", "Пограничники сообщили: изъято 75 единиц оружия.", "75 единиц оружия", 75, "ru", "example-ru")
    add_report(operation, "秋季通报", "边防部门说，收缴枪支750支。", "枪支750支", 750, "zh", "example-zh")
    later = add_report(operation, "A later tally", "A spokesman later spoke of 82 firearms in all.", "82 firearms", 82, "en", "example-en")
    quote_speaker(later, "82 firearms in all", "A spokesman")
    correct(later, "82 firearms", "75 firearms", explanation="The final report says 75.")
    Article.objects.filter(pk=later.pk).update(duplicate_group=later.public_id)
    body = "A spokesman later spoke of 28 firearms in all."
    make_article(
        "A later tally", body=body, date="2024-03-01", duplicate_group=later.public_id, outlet=make_outlet("example-copy"), search_no=990
    )
    RetiredAddress.objects.create(path=WITHDRAWN, reason="It was entered twice.")
    for year in range(2014, 2020):
        other = Operation.objects.filter(start__year=year, framework="SCO").first()
        if other:
            add_report(
                other, f"Report of {year}", f"In that year {year - 1990} firearms were found.", f"{year - 1990} firearms", year - 1990
            )


def add_report(
    operation: Operation, title: str, body: str, words: str, number: int, language: str = "en", outlet: str = "example-wire"
) -> Article:
    """Let an outlet report a number of firearms."""
    date = f"{operation.start.year + 1 if operation.start else 2020}-02-0{1 + number % 9}"
    article = make_article(
        title, body=body, date=date, language=language, outlet=make_outlet(outlet), search_no=1000 + Article.objects.count()
    )
    report_figure(article, words, make_figure(Measure.objects.get(code="firearms_seized"), number, number, operation=operation))
    mention_operation(article, words, operation)
    return article


def page_types() -> dict[str, str]:
    """Return an address of every page type by a name for its picture."""
    seeds = {article.outlet.name: article for article in Article.objects.filter(outlet__isnull=False)}
    conflict = OperationStatistic.objects.filter(operation__slug=COMPARED, measure__code="firearms_seized").order_by("pk").first()
    assert conflict is not None
    original, copy = Article.objects.exclude(duplicate_group="").order_by("pk")[:2]
    return {
        "home": "/",
        "articles": "/articles/",
        "articles-found": "/articles/?q=border&year=2024&year=2017",
        "articles-none": "/articles/?country=ZZ",
        "article": seeds["SHINE"].get_absolute_url(),
        "article-corrected": seeds["China Daily"].get_absolute_url(),
        "differences": f"/articles/{original.public_id}/against/{copy.public_id}/",
        "statistics": "/statistics/",
        "statistics-chart": "/statistics/?measure=firearms_seized",
        "statistics-years": "/statistics/?measure=firearms_seized&by=year",
        "figure": conflict.get_absolute_url(),
        "operations": "/operations/",
        "operation": f"/operations/{COMPARED}/",
        "silence": "/statistics/silence/",
        "timeline": "/timeline/",
        "meetings": "/meetings/",
        "series": "/meetings/border-heads/",
        "meeting": "/meetings/border-heads/10/",
        "gaps": "/gaps/",
        "states": "/states/?on=2016-07-01",
        "state": "/states/KZ/",
        "topics": "/topics/",
        "topic": "/topics/drugs/",
        "measures": "/measures/",
        "measure": "/measures/firearms_seized/",
        "checks": "/states/checks/",
        "corrections": "/corrections/",
        "coverage": "/coverage/",
        "method": "/method/",
        "codebook": "/codebook/",
        "not-found": "/nowhere/",
        "removed": WITHDRAWN,
    }
