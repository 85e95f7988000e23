"""What articles get wrong, with the evidence for what is right."""

from typing import Any

from django.db.models import QuerySet
from django.views.generic import ListView

from articles.models import Correction


class CorrectionListView(ListView):
    """All corrections, newest first; those that wait for their article stand apart."""

    template_name = "articles/corrections.html"
    context_object_name = "corrections"
    paginate_by = 50

    def get_queryset(self) -> QuerySet[Correction]:
        """Return the corrections whose article is held."""
        rows = Correction.objects.filter(article__isnull=False).select_related("article__outlet")
        return rows.defer("article__text", "article__basis_note", "article__standfirst").order_by("-made_on", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add those that wait."""
        return super().get_context_data(
            waiting=list(Correction.objects.filter(article__isnull=True).order_by("-made_on", "-pk")[:50]), **kwargs
        )
