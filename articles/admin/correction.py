"""The desk's page for corrections."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.utils.translation import gettext_lazy as _

from articles.models import Correction
from events.admin.base import EditorialAdmin


class CorrectionForm(ModelForm):
    """Places the quoted words in the article; the article's text itself is never altered."""

    class Meta:
        model = Correction
        fields = ["article", "quote", "kind", "right_value", "explanation", "evidence_url", "evidence_url_2", "author", "made_on"]

    def clean(self) -> dict[str, Any]:
        """Find the words."""
        data = super().clean() or {}
        article, quote = data.get("article"), data.get("quote") or ""
        if article and quote:
            start = article.text.find(quote)
            if start < 0:
                raise ValidationError(
                    {"quote": _("These words do not stand in the article's text. Copy them exactly from the article page.")}
                )
            self.instance.start, self.instance.end = start, start + len(quote)
            self.instance.article_sha256 = article.capture.sha256
        return data


@admin.register(Correction)
class CorrectionAdmin(EditorialAdmin):
    """What articles get wrong, with evidence."""

    form = CorrectionForm
    list_display = ["quote", "right_value", "kind", "article", "author", "made_on", "origin"]
    list_filter = ["kind", "origin", ("article", admin.EmptyFieldListFilter)]
    list_select_related = ["article"]
    search_fields = ["quote", "right_value", "explanation", "article__title"]
    autocomplete_fields = ["article"]
    readonly_fields = ["start", "end", "article_sha256", "edited_fields", "edited_at"]
