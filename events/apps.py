"""The app of facts."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from events import overlap


class EventsConfig(AppConfig):
    """What happened, who takes part, and the subject headings."""

    name = "events"
    verbose_name = _("Events and states")

    def ready(self) -> None:
        """Keep the no-overlap rule standing after every migration."""
        post_migrate.connect(overlap.after_migrate, sender=self, dispatch_uid="events.overlap")
