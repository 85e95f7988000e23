"""What articles say of membership, with the verdict of the check."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from articles.models import MembershipStatement, Verdict
from events.addresses import ListAddress

SIZE = 50
# The verdicts in the order in which a reader asks for them.
ORDER = (Verdict.DIFFERS, Verdict.CANNOT_TELL, Verdict.USED_TO_DATE, Verdict.AGREES)


class MembershipChecksView(TemplateView):
    """Membership statements of all articles, newest articles first, narrowed to one verdict on demand."""

    template_name = "articles/checks.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Count by verdict, narrow and page; what cannot be read is said plainly and shows no rows."""
        address = ListAddress.of(self.request, ["verdict", "page"])
        chosen, problems = next(iter(address.values("verdict")), ""), []
        if chosen and chosen not in Verdict.values:
            problems.append(_("“%(value)s” is no verdict.") % {"value": chosen[:40]})
        counts = dict(MembershipStatement.objects.shown().order_by().values_list("verdict").annotate(Count("pk")))
        paginator = Paginator(self._rows(chosen) if not problems else MembershipStatement.objects.none(), SIZE)
        number = next(iter(address.values("page")), "1")
        page = int(number) if number.isascii() and number.isdigit() and len(number) < 8 else 0
        if not 1 <= page <= paginator.num_pages and not problems:
            problems.append(_("There is no such page; the last page is %(last)s.") % {"last": paginator.num_pages})
        shown = paginator.get_page(page)
        return super().get_context_data(
            address=address,
            chosen=chosen,
            problems=problems,
            tally=[(code, code.label, counts.get(code, 0), address.replace("verdict", code)) for code in ORDER],
            everything=address.without("verdict"),
            page=shown,
            rows=[] if problems else list(shown.object_list),
            **kwargs,
        )

    def _rows(self, verdict: str) -> QuerySet[MembershipStatement]:
        rows = MembershipStatement.objects.shown().select_related("article__outlet")
        rows = rows.defer("article__text", "article__basis_note", "article__standfirst")
        rows = rows.filter(verdict=verdict) if verdict else rows
        return rows.order_by("-article__start", "-article__search_no", "start")
