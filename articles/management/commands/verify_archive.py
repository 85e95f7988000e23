"""Prove that every quote stands in its article at its place and that every stored byte is unchanged; exit with 1 when not."""

import sys
from itertools import chain
from typing import Any

from django.core.management.base import BaseCommand

from articles.importer.verification import verify_articles, verify_captures, verify_groups
from articles.models import Article, Capture


class Command(BaseCommand):
    """`python manage.py verify_archive`."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Check everything and name each row that is wrong."""
        wrong = 0
        for line in chain(verify_captures(), verify_articles(), verify_groups()):
            wrong += 1
            self.stderr.write(line, lambda plain: plain)
        checked = f"{Article.objects.count()} articles and {Capture.objects.count()} captures checked"
        if wrong:
            self.stdout.write(f"{checked}: {wrong} rows are not as they were stored.")
            sys.exit(1)
        if options["verbosity"]:
            self.stdout.write(f"{checked}: every quote stands where it is said to, every hash is right.")
