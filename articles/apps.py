"""The app of articles and evidence."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from articles.search.install import after_migrate


class ArticlesConfig(AppConfig):
    """What was written, and where it says so."""

    name = "articles"
    verbose_name = _("Articles and evidence")

    def ready(self) -> None:
        """Keep index and triggers of the search standing after every migration, and the index in step with edits."""
        post_migrate.connect(after_migrate, sender=self, dispatch_uid="articles.search")
        index_saved = import_string("articles.search.indexing.index_saved")  # needs the models, which are loaded by now
        post_save.connect(index_saved, sender="articles.Article", dispatch_uid="articles.search.saved")
