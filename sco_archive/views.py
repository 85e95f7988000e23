"""The first page, and what is said when a page cannot be given."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import RetiredAddress
from sco_archive.front_page import front_chart, held_by_year, newest_articles, promises, specimen


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what the archive is, on one opened sentence."""
    bars, total = held_by_year()
    context = {
        "specimen": specimen(),
        "newest": newest_articles(),
        "chart": front_chart(),
        "bars": bars,
        "total": total,
        "promises": promises(),
        "data_of": timezone.now(),
    }
    return render(request, "home.html", context)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the address cannot be read."""
    message = _("The address of this page cannot be read. Check it, or start again from one of the lists.")
    return render(request, "error.html", {"heading": _("This address cannot be read"), "message": message}, status=400)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is nothing here; a merged record leads on, a removed one answers with the reason."""
    retired = RetiredAddress.objects.filter(path=request.path).first()
    if retired and retired.target:
        return HttpResponsePermanentRedirect(retired.target)
    if retired:
        message = _("A record stood at this address and was removed from the archive.")
        return render(request, "error.html", {"heading": _("Removed"), "message": message, "reason": retired.reason}, status=410)
    message = _("Nothing stands at this address. A search may find what you came for.")
    return render(request, "error.html", {"heading": _("Not found"), "message": message}, status=404)
