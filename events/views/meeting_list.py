"""The list of meetings of all series."""

from typing import Any, ClassVar

from django.db.models import F, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import FilterSet

from events.addresses import ListAddress
from events.counting import count_headings, count_pairs
from events.evidence import mention_model, shown
from events.facets import Facet, count_values, under_other_filters, value_facet, year_facet
from events.filters import Labels, MeetingFilter
from events.models import Framework, Meeting
from events.periods import count_periods
from events.views.lists import FilteredListView, Order, report_facets
from events.views.operations import choice_labels


class MeetingListView(FilteredListView):
    """Meetings of every series, newest first."""

    template_name = "events/meeting_list.html"
    filterset_class = MeetingFilter
    sorts: ClassVar[dict[str, tuple[Promise, Order]]] = {
        "newest": (gettext_lazy("Newest first"), (F("start").desc(nulls_last=True), "series__name")),
        "oldest": (gettext_lazy("Oldest first"), (F("start").asc(nulls_last=True), "series__name")),
        "series": (gettext_lazy("By series"), ("series__name", F("ordinal").desc(nulls_last=True), F("start").desc(nulls_last=True))),
    }

    def get_queryset(self) -> QuerySet:
        """Return the meetings the public may see."""
        return shown(Meeting.objects.select_related("series", "state"))

    def facets(self, filters: FilterSet, address: ListAddress) -> list[Facet]:
        """Year, country, topic, series, outlet and language of the reports, framework."""
        labels = Labels.of(self.request)
        chosen = [filters.form.cleaned_data.get(name) or [] for name in ("framework", "series")]
        under = under_other_filters(filters, "framework", "series")
        frameworks, series = count_pairs(under, "series__framework", "series__slug", *chosen)
        headings = count_headings(under_other_filters(filters, "topic"), "series__topics", labels)
        return [
            year_facet(_("Year"), count_periods(under_other_filters(filters, "year", "month")), address),
            value_facet(
                "country", _("Country"), count_values(under_other_filters(filters, "country"), "state__code"), labels.states, address
            ),
            value_facet("topic", _("Topic"), headings, labels.topics, address),
            value_facet("series", _("Series"), series, labels.series, address),
            *report_facets(filters, address),
            value_facet("framework", _("Framework"), frameworks, choice_labels(Framework.choices), address),
        ]

    def rows(self, page: list[Meeting]) -> list[Any]:
        """Add to each meeting how many articles speak of it."""
        mentions = mention_model(Meeting).objects.shown().filter(meeting__in=[meeting.pk for meeting in page]).order_by()
        counts: dict[int, int] = {}
        for meeting, _article in mentions.values_list("meeting_id", "article_id").distinct():
            counts[meeting] = counts.get(meeting, 0) + 1
        return [{"meeting": meeting, "reports": counts.get(meeting.pk, 0)} for meeting in page]
