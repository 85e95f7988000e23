"""``explain``: why each number of an article became what it became, or why not.

    python manage.py explain ARTICLE [--json]

ARTICLE is a public id, a source key (the article's address), or the path of a text file. A stored article is explained on its stored text
by today's rules and word lists; nothing is stored. Exit status: 0 explained, 2 when there is no such article or no text in the file.
"""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.extraction.explanation import Explanation, explain
from articles.extraction.read import UnreadableText, read_again, read_article
from articles.extraction.records import Extraction, SourceText
from articles.importer.known import NoReferenceData, load_known, settled
from articles.importer.reextract import stored_text
from articles.models import Article


class Command(BaseCommand):
    """Prints every number and every fact of one article with rule, lane, verb and reason."""

    help = "Explain one article: for every number what it became and by which rule, or why it is no figure."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("article", metavar="ARTICLE", help="public id, source key, or path of a text file")
        parser.add_argument("--json", action="store_true", help="print one JSON object, nothing else, on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Find, read, explain."""
        extraction, stored_version = _read(options["article"])
        rows = explain(extraction)
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(extraction, rows), ensure_ascii=False, indent=1))
            return
        self.stdout.write(f"{extraction.clean.title}\nword lists {extraction.lexicon_version}")
        if stored_version not in (None, extraction.lexicon_version):
            self.stdout.write(f"stored facts were read with word lists {stored_version}; python manage.py reextract reads them anew")
        for row in rows:
            rule = f" [{row.rule}; lane {row.lane}]" if row.rule else ""
            verb = f" verb {row.verb[0]}-{row.verb[1]}" if row.verb else ""
            self.stdout.write(f"{row.start}-{row.end} {row.kind} “{_short(row.words)}”: {row.outcome}{rule}{verb}")


def _read(name: str) -> tuple[Extraction, str | None]:
    """Return the reading of a stored article with the version it is stored with, or that of a file."""
    try:
        known = settled(load_known())
        article = Article.objects.filter(public_id=name).first() or Article.objects.filter(source_key=name).first()
        if article is not None:
            stored = stored_text(article)
            return read_again(stored.public_id, stored.clean, stored.description, known), article.lexicon_version
        text = Path(name).read_text(encoding="utf-8")
        return read_article(SourceText(ident=Path(name).stem, text=text), known), None
    except NoReferenceData:
        raise CommandError("the archive holds no reference data; run: python manage.py load_reference", returncode=2) from None
    except UnreadableText as error:
        raise CommandError(f"{name}: {error}", returncode=2) from None
    except UnicodeDecodeError:
        raise CommandError(f"{name}: this is no text in UTF-8", returncode=2) from None
    except OSError as error:
        raise CommandError(
            f"{name} is neither an article of the archive nor a file that can be read ({error.strerror})", returncode=2
        ) from None


def _as_json(extraction: Extraction, rows: list[Explanation]) -> dict[str, Any]:
    return {
        "id": extraction.ident,
        "title": extraction.clean.title,
        "language": extraction.description.language,
        "published": extraction.description.published,
        "lexicon_version": extraction.lexicon_version,
        "text": extraction.clean.text,
        "rows": [asdict(row) for row in rows],
    }


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 100 else f"{words[:99]}…"
