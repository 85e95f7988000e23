"""The editorial desk for articles and evidence."""

from articles.admin import article, correction, evidence, import_run, outlet

__all__ = ["article", "correction", "evidence", "import_run", "outlet"]
