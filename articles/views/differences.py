"""Two copies of a text against each other."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.differences import differences
from articles.models import Access, Article


@require_safe
def differences_page(request: HttpRequest, public_id: str, other_id: str) -> HttpResponse:
    """Show what a copy says differently; only for two texts of one group that may both be shown in full."""
    shown = Article.objects.filter(access=Access.FULL).select_related("outlet")
    article, other = get_object_or_404(shown, public_id=public_id), get_object_or_404(shown, public_id=other_id)
    if not article.duplicate_group or article.duplicate_group != other.duplicate_group or article == other:
        raise Http404
    context = {"article": article, "other": other, "stretches": differences(article.text, other.text)}
    return render(request, "articles/differences.html", context)
