"""The app of articles and evidence."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """What was written, and where it says so."""

    name = "articles"
    verbose_name = _("Articles and evidence")
