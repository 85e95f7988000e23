"""No page shows counts that disagree with its list while imports and edits run beside several web processes."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection, transaction

from articles.models import Article, Outlet
from articles.search.indexing import index_articles
from tests.articles.search.shelf import make_shelf, put

SECONDS = 60 if os.environ.get("SOAK") else 6
READERS = 2


def address() -> str:
    """Return the address of the test database for another process."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{given['NAME']}"
    return f"postgres://{quote(given['USER'])}:{quote(given['PASSWORD'])}@{given['HOST']}:{given['PORT']}/{given['NAME']}"


def write(number: int, chance: random.Random) -> int:
    """Change something the way imports and the desk do; return the highest number given so far."""
    articles = list(Article.objects.order_by("search_no").values_list("pk", flat=True))
    what = chance.choice(["import", "import", "remove", "edit", "many"]) if len(articles) < 80 else "remove"
    if what == "import":
        with transaction.atomic():
            for _again in range(3):
                number += 1
                language = chance.choice(["en", "ru", "zh"])
                date = chance.choice(["2023-01-05", "2024-07-10", ""])
                put(number, chance.choice(["border", "patrol"]), language=language, date=date, states=["KZ"], outlet="herald")
    elif what == "remove" and articles:
        Article.objects.get(pk=chance.choice(articles)).delete()
    elif what == "edit" and articles:
        article = Article.objects.get(pk=chance.choice(articles))
        article.title = article.text = chance.choice(["border", "patrol"])
        with transaction.atomic():
            article.save()
            index_articles([article.pk])
    elif what == "many":
        Article.objects.filter(outlet__slug="herald").update(
            outlet=Outlet.objects.get(slug="courier"), language=chance.choice(["en", "ru"])
        )
    return number


def read_beside_writes(**environment: str) -> None:
    """Let processes read while this one writes, and demand that no page disagreed with itself."""
    inside = {
        **os.environ,
        "DATABASE_URL": address(),
        "DATABASE_REPLICA_URL": "",
        "PAGES_KEPT": "0",
        "SECONDS_A_PAGE_MAY_TAKE": "0",
        "PYTHONPATH": str(settings.BASE_DIR),
        **environment,
    }
    command = [sys.executable, "-m", "tests.articles.search.reader", str(SECONDS)]
    readers = [
        subprocess.Popen(command, env=inside, cwd=Path(settings.BASE_DIR), stdout=subprocess.PIPE, text=True) for _n in range(READERS)
    ]
    chance, number, writes = random.Random(6), 0, 0
    while any(reader.poll() is None for reader in readers):
        number = write(number, chance)
        writes += 1
        time.sleep(0.02)
    seen = [(reader, reader.communicate()[0].splitlines()) for reader in readers]
    for reader, (agreed, states, *broken) in seen:
        assert reader.returncode == 0
        assert broken == []
        # A test that met one state only, or hardly a page, would prove nothing.
        assert int(agreed) >= 20
        assert int(states) >= 5
    assert writes >= 20


@pytest.mark.longer
def test_counts_agree_with_the_list_while_others_write(transactional_db: Any) -> None:
    make_shelf()
    read_beside_writes()
