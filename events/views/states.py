"""Pages of states: who belonged to the organization on any day, and all that the archive holds of one state."""

import datetime
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import DetailView, TemplateView

from events.evidence import mention_model, shown
from events.models import Meeting, Membership, Operation, OperationStatistic, State, Status
from events.models.base import FIRST_DAY, LAST_DAY
from events.name_search import LONGEST, state_named
from events.newest import newest_articles
from events.status_lines import NO_STATUS, SHAPES, Scale, bar_words, day_text, tiles

ORDER = [*Status.values, ""]
FOUNDED = datetime.date(2001, 6, 15)
NEWEST = 10


class BadDay(ValueError):
    """A text that is no day of the archive's time; its message says so to the reader."""


def read_day(text: str) -> datetime.date:
    """Read the day of an address; raise :class:`BadDay` with a plain message."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise BadDay(_("“%(text)s” is no day; write year, month and day, for instance 2016-07-01.") % {"text": text[:40]}) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise BadDay(_("The day must lie between 1990 and 2100."))
    return day


class StateListView(TemplateView):
    """Status of every state on a day: table, tile map and time line."""

    template_name = "events/state_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Read the day and the name searched; what cannot be read is said plainly and shows no rows."""
        today = timezone.localdate()
        text, words = self.request.GET.get("on", "").strip(), self.request.GET.get("q", "").strip()[:LONGEST].replace("\0", "")
        problem, day = "", today
        try:
            day = read_day(text) if text else today
        except BadDay as bad:
            problem = str(bad)
        context = {"on": text, "q": words, "problem": problem, "today": today, "day": day}
        if not problem:
            context |= self._picture(day, today, words)
        return super().get_context_data(**context, **kwargs)

    def _picture(self, day: datetime.date, today: datetime.date, words: str) -> dict[str, Any]:
        memberships = Prefetch("memberships", queryset=Membership.objects.order_by("start"), to_attr="statuses")
        states: list[Any] = list(State.objects.prefetch_related(memberships))
        held = {state.code: membership_on(state.statuses, day) for state in states}
        found = set(State.objects.filter(state_named(words)).values_list("code", flat=True)) if words else set(held)
        scale = scale_of(states, max(day, today))
        rows = [state_row(state, held[state.code], scale) for state in states if state.code in found]
        rows.sort(key=lambda row: (ORDER.index(row["status"]), row["since"] or LAST_DAY, row["state"].local_name))
        counts = [(status, sum(1 for m in held.values() if m and m.status == status)) for status in Status.values]
        return {
            "rows": rows,
            "tally": [(number, plural_of(status, number)) for status, number in counts if number],
            "title": title_of(day, dict(counts)),
            "founded": day >= FOUNDED,
            "tiles": tiles((state, held[state.code]) for state in states if state.statuses),
            "grid": scale.grid(),
            "scale": scale,
            "now": scale.x(day),
            "changes": changes_around(states, day),
            "legend": legend(dict(counts)),
        }


def membership_on(memberships: list[Membership], day: datetime.date) -> Membership | None:
    """Return the membership in force on a day; the end is exclusive."""
    return next((m for m in memberships if m.start <= day and (m.until is None or day < m.until)), None)


def scale_of(states: list[Any], last: datetime.date) -> Scale:
    """Return the time scale of the table: from the first status known to the end of the year shown."""
    starts = [membership.start.year for state in states for membership in state.statuses]
    return Scale(min(starts, default=FOUNDED.year), max(last.year, FOUNDED.year))


def state_row(state: Any, membership: Membership | None, scale: Scale) -> dict[str, Any]:
    """Return a row of the table."""
    return {
        "state": state,
        "status": membership.status if membership else "",
        "membership": membership,
        "since": membership.start if membership else None,
        "bars": [scale.bar(held) for held in state.statuses if held.start <= datetime.date(scale.last_year, 12, 31)],
        "words": bar_words(state.statuses),
    }


def plural_of(status: str, number: int) -> str:
    """Return the word for some states of one status."""
    words = {
        Status.MEMBER: ngettext("member", "members", number),
        Status.OBSERVER: ngettext("observer", "observers", number),
        Status.DIALOGUE_PARTNER: ngettext("dialogue partner", "dialogue partners", number),
        Status.PARTNER: ngettext("partner", "partners", number),
        Status.PREDECESSOR: ngettext("state of the Shanghai Five", "states of the Shanghai Five", number),
    }
    return words[Status(status)]


def title_of(day: datetime.date, counts: dict[str, int]) -> str:
    """Return the finding as a title."""
    members = counts[Status.MEMBER]
    words = {"number": members, "date": day_text(day)}
    if day < FOUNDED:
        return _("Before the organization: %(date)s") % words
    return ngettext("%(number)s member on %(date)s", "%(number)s members on %(date)s", members) % words


def changes_around(states: list[Any], day: datetime.date) -> dict[str, dict[str, Any] | None]:
    """Return the last change of status up to a day and the next one after it, in words."""
    by_day: dict[datetime.date, dict[str, list[str]]] = {}
    for state in states:
        for membership in state.statuses:
            by_status = by_day.setdefault(membership.start, {})
            by_status.setdefault(membership.get_status_display(), []).append(state.local_name)
    before = max((one for one in by_day if one <= day), default=None)
    after = min((one for one in by_day if one > day), default=None)
    return {name: change_words(one, by_day[one]) if one else None for name, one in (("before", before), ("after", after))}


def change_words(day: datetime.date, by_status: dict[str, list[str]]) -> dict[str, Any]:
    """Say a day's changes: "Belarus (member)"."""
    parts = [_("%(states)s (%(status)s)") % {"states": ", ".join(sorted(names)), "status": status} for status, names in by_status.items()]
    return {"day": day, "words": "; ".join(parts)}


def legend(counts: dict[str, int]) -> list[tuple[str, str]]:
    """Return the shapes on the map with their words."""
    entries = [(SHAPES[Status(status)], Status(status).label) for status, number in counts.items() if number]
    return [(shape, str(label)) for shape, label in entries] + [(NO_STATUS, _("no status on this date"))]


class StateDetailView(DetailView):
    """One state: names, status history with sources, meetings, operations, figures, articles."""

    template_name = "events/state_detail.html"
    context_object_name = "state"
    slug_field = slug_url_kwarg = "code"

    def get_queryset(self) -> QuerySet:
        """Fetch names and statuses along."""
        memberships = Prefetch("memberships", queryset=Membership.objects.order_by("start"), to_attr="statuses")
        return State.objects.prefetch_related(memberships)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather what the archive holds of the state: counts, and the newest of each kind."""
        state: Any = self.object
        today = timezone.localdate()
        meetings = shown(Meeting.objects.filter(state=state).select_related("series")).order_by("-start")
        taking_part = Operation.objects.filter(Q(participants=state) | Q(lead=state)).order_by().values("pk")
        operations = shown(Operation.objects.filter(pk__in=taking_part)).order_by("-start", "name")
        about = Q(states=state) | Q(states__isnull=True, operation__participants=state)
        figures = shown(OperationStatistic.objects.filter(pk__in=OperationStatistic.objects.filter(about).order_by().values("pk")))
        naming = mention_model(State).objects.shown().filter(state=state)
        article_count = naming.order_by().values("article").distinct().count()
        return super().get_context_data(
            current=membership_on(state.statuses, today),
            names=self._names(state),
            meetings=meetings[:NEWEST],
            meeting_count=meetings.count(),
            operations=operations[:NEWEST],
            operation_count=operations.count(),
            figures=figures.select_related("measure", "operation").order_by("-start", "pk")[:NEWEST],
            figure_count=figures.count(),
            articles=newest_articles(naming, article_count, NEWEST),
            article_count=article_count,
            scale=scale_of([state], today),
            row=state_row(state, None, scale_of([state], today)),
            **kwargs,
        )

    def _names(self, state: State) -> list[tuple[str, list[Any]]]:
        names: dict[str, list[Any]] = {"en": [], "ru": [], "zh": []}
        for alias in state.aliases.filter(kind="state").order_by("pk"):
            if alias.form_type != "misnomer":
                names.setdefault(alias.language, []).append(alias)
        return [(language, found) for language, found in names.items() if found]
