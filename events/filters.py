"""The filter sets of events: they read a list's query string, refuse what they do not know by name, and narrow the rows.

Within a filter several values mean OR, between filters AND. Conditions on other tables are ``pk IN`` subqueries, so that a row never
appears twice.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, ClassVar, NamedTuple

import django_filters
from django import forms
from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.addresses import MOST_VALUES
from events.keys import article_field
from events.models import Framework, Measure, Meeting, MeetingSeries, Operation, OperationKind, OperationStatistic, State, Topic
from events.name_search import LONGEST, meeting_named, operation_named
from events.periods import in_periods, is_month, is_year
from events.reported import reported


class Labels:
    """What codes in an address are called, read once for a request; an unknown code has no label."""

    @classmethod
    def of(cls, request: HttpRequest) -> "Labels":
        """Return the labels of a request."""
        labels: Labels | None = getattr(request, "archive_labels", None)
        if labels is None:
            labels = request.archive_labels = cls()  # type: ignore[attr-defined]
        return labels

    @cached_property
    def states(self) -> dict[str, str]:
        """Names of states by code."""
        return {name.key: name.text for name in self._named("state")}

    @cached_property
    def state_keys(self) -> dict[str, int]:
        """Primary keys of states by code."""
        return {name.key: name.pk for name in self._named("state")}

    @cached_property
    def outlets(self) -> dict[str, str]:
        """Names of outlets by slug."""
        return {name.key: name.text for name in self._named("outlet")}

    @cached_property
    def outlet_slugs(self) -> dict[str, str]:
        """Slugs of outlets by primary key, as text."""
        return {str(name.pk): name.key for name in self._named("outlet")}

    @cached_property
    def series(self) -> dict[str, str]:
        """Names of the series of meetings by slug."""
        return {name.key: name.text for name in self._named("series")}

    @cached_property
    def topics(self) -> dict[str, str]:
        """Labels of topics by slug, in printed order."""
        return {name.key: name.text for name in self._named("topic")}

    @cached_property
    def topic_groups(self) -> dict[str, str]:
        """The group's slug of every topic that has one."""
        slugs = self.topic_slugs
        return {name.key: slugs[name.parent] for name in self._named("topic") if name.parent}

    @cached_property
    def topic_slugs(self) -> dict[int, str]:
        """Slugs of topics by primary key."""
        return {name.pk: name.key for name in self._named("topic")}

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Measures by code, in printed order."""
        return {measure.code: measure for measure in Measure.objects.all()}

    @cached_property
    def languages(self) -> dict[str, str]:
        """Names of the languages of reports by code."""
        return {code: str(label) for code, label in article_field("language").choices}

    def _named(self, kind: str) -> list["Name"]:
        return sorted((name for name in self._names if name.kind == kind), key=lambda name: (name.position, name.text))

    @cached_property
    def _names(self) -> list["Name"]:
        """Everything that is called by a name, in one query."""
        outlets = article_field("outlet").related_model._default_manager
        tables = [
            (State.objects, "state", "code", local_column("name"), Value(0), Value(0)),
            (Topic.objects, "topic", "slug", local_column("label"), F("position"), Coalesce("parent_id", 0)),
            (MeetingSeries.objects, "series", "slug", local_column("name"), Value(0), Value(0)),
            (outlets, "outlet", "slug", F("name"), Value(0), Value(0)),
        ]
        rows = [
            table.order_by().values_list(Value(kind, CharField()), key, Cast(text, CharField()), "pk", position, parent)
            for table, kind, key, text, position, parent in tables
        ]
        return [Name(*row) for row in rows[0].union(*rows[1:], all=True)]


class Name(NamedTuple):
    """What one record is called in the reader's language; ``parent`` is 0 where there is none."""

    kind: str
    key: str
    text: str
    pk: int
    position: int
    parent: int


def local_column(column: str) -> Any:
    """Return a column in the reader's language, English where it is empty: what :func:`events.naming.local` says, inside the database."""
    language = (get_language() or "en")[:2]
    return Coalesce(NullIf(f"{column}_{language}", Value("")), column) if language in {"ru", "zh"} else F(column)


class ValuesField(forms.Field):
    """Reads every value given for a parameter and refuses the first it does not know, by name."""

    widget = forms.SelectMultiple

    def __init__(self, *, knows: Callable[[str], bool], refusal: str | Promise, **kwargs: Any) -> None:
        """Keep the test of a value and the sentence that refuses one."""
        super().__init__(**kwargs)
        self.knows, self.refusal = knows, refusal

    def clean(self, value: Any) -> list[str]:
        """Return the known values, each once."""
        values = list(dict.fromkeys(one for one in value or [] if one))
        if len(values) > MOST_VALUES:
            raise forms.ValidationError(_("Choose at most %(number)s values of one filter."), params={"number": MOST_VALUES}, code="many")
        for one in values:
            if "\0" in one or not self.knows(one):
                raise forms.ValidationError(str(self.refusal), params={"value": one[:60].replace("\0", "")}, code="unknown")
        return values


class ValuesFilter(django_filters.Filter):
    """A filter of several values; ``knows`` gets the filter set's request and one value."""

    field_class = ValuesField

    def __init__(self, *, knows: Callable[[HttpRequest, str], bool], refusal: str | Promise, method: str) -> None:
        """Keep what is known until the request is."""
        super().__init__(method=method, label="")
        self.knows_for, self.refusal = knows, refusal

    @property
    def field(self) -> forms.Field:
        """Return the field, bound to the request."""
        request = self.parent.request
        return ValuesField(knows=lambda value: self.knows_for(request, value), refusal=self.refusal, required=False)


def country_filter() -> ValuesFilter:
    """Return the filter by states."""
    return ValuesFilter(
        knows=lambda request, value: value in Labels.of(request).states,
        refusal=_("No state has the code “%(value)s”."),
        method="by_country",
    )


def outlet_filter() -> ValuesFilter:
    """Return the filter by the outlets of reports."""
    return ValuesFilter(
        knows=lambda request, value: value in Labels.of(request).outlets,
        refusal=_("No outlet is called “%(value)s”."),
        method="by_outlet",
    )


def language_filter() -> ValuesFilter:
    """Return the filter by the languages of reports."""
    return ValuesFilter(
        knows=lambda request, value: value in Labels.of(request).languages,
        refusal=_("“%(value)s” is no language of the archive."),
        method="by_language",
    )


def topic_filter() -> ValuesFilter:
    """Return the filter by subject headings."""
    return ValuesFilter(
        knows=lambda request, value: value in Labels.of(request).topics, refusal=_("No topic is called “%(value)s”."), method="by_topic"
    )


class EventFilter(django_filters.FilterSet):
    """Year, month, country, topic, and outlet and language of the reports: the filters that every list has."""

    year = ValuesFilter(
        knows=lambda _request, value: is_year(value), refusal=_("“%(value)s” is no year from 1990 to 2100."), method="by_year"
    )
    month = ValuesFilter(
        knows=lambda _request, value: is_month(value), refusal=_("“%(value)s” is no month such as 2024-07."), method="by_month"
    )
    country = country_filter()
    topic = topic_filter()
    outlet = outlet_filter()
    language = language_filter()

    def by_year(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the rows whose date may mean a day in one of the years, or in the months chosen inside them."""
        return rows.filter(in_periods(values, self.form.cleaned_data.get("month") or []))

    def by_month(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the rows whose date may mean a day in one of the months; a chosen year widens this to its other days."""
        return rows.filter(in_periods(self.form.cleaned_data.get("year") or [], values))

    def by_country(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the rows that have to do with one of the states."""
        raise NotImplementedError

    def by_topic(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the rows under one of the headings; a group stands for its topics."""
        raise NotImplementedError

    def by_outlet(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the rows that one of the outlets reports, in one of the chosen languages."""
        return rows.filter(reported(rows.model, {"outlet": values, "language": self.form.cleaned_data.get("language") or []}))

    def by_language(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the rows that are reported in one of the languages, by one of the chosen outlets."""
        return rows.filter(reported(rows.model, {"outlet": self.form.cleaned_data.get("outlet") or [], "language": values}))


def headed(model: type, path: str, slugs: Iterable[str]) -> QuerySet:
    """Return the ids of a model's rows whose topics at ``path``, or the groups of these, are among ``slugs``."""
    slugs = list(slugs)
    topics = Q(**{f"{path}__slug__in": slugs}) | Q(**{f"{path}__parent__slug__in": slugs})
    return model._default_manager.filter(topics).order_by().values("pk")  # type: ignore[attr-defined]


def figure_in_periods(years: list[str], months: list[str]) -> Q:
    """Return the condition on a figure's period; a figure without one has that of its operation."""
    of_operation = in_periods(years, months, start="operation__start", end="operation__end")
    return in_periods(years, months) | (Q(date="") & of_operation)


def name_filter() -> django_filters.CharFilter:
    """Return the filter by a name in any of three scripts."""
    return django_filters.CharFilter(method="by_name", label="", max_length=LONGEST)


def named(request: HttpRequest, find: Callable[[str], Q], words: str) -> Q:
    """Look a name up once for a request, however many facets are counted under it."""
    known = request.__dict__.setdefault("archive_names", {})
    if (find, words) not in known:
        known[find, words] = find(words)
    condition: Q = known[find, words]
    return condition


class OperationFilter(EventFilter):
    """The list of operations."""

    q = name_filter()
    kind = ValuesFilter(
        knows=lambda _request, value: value in OperationKind.values, refusal=_("“%(value)s” is no kind of operation."), method="by_kind"
    )
    framework = ValuesFilter(
        knows=lambda _request, value: value in Framework.values, refusal=_("“%(value)s” is no framework."), method="by_framework"
    )

    class Meta:
        model = Operation
        fields: ClassVar[list[str]] = []

    def by_name(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the operations that are called so, or whose place or states are."""
        return rows.filter(named(self.request, operation_named, value))

    def by_country(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the operations that one of the states took part in or led."""
        taking_part = Operation.objects.filter(Q(participants__code__in=values) | Q(lead__code__in=values))
        return rows.filter(pk__in=taking_part.order_by().values("pk"))

    def by_topic(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the operations under one of the headings."""
        return rows.filter(pk__in=headed(Operation, "topics", values))

    def by_kind(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep operations of one of the kinds."""
        return rows.filter(kind__in=values)

    def by_framework(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep operations of one of the frameworks."""
        return rows.filter(framework__in=values)


class MeetingFilter(EventFilter):
    """The list of meetings of all series."""

    q = name_filter()
    framework = ValuesFilter(
        knows=lambda _request, value: value in Framework.values, refusal=_("“%(value)s” is no framework."), method="by_framework"
    )
    series = ValuesFilter(
        knows=lambda request, value: value in Labels.of(request).series,
        refusal=_("No series of meetings is called “%(value)s”."),
        method="by_series",
    )

    class Meta:
        model = Meeting
        fields: ClassVar[list[str]] = []

    def by_name(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the meetings whose series, city or country is called so."""
        return rows.filter(named(self.request, meeting_named, value))

    def by_country(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the meetings held in one of the states."""
        return rows.filter(state__code__in=values)

    def by_topic(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the meetings whose series stands under one of the headings."""
        return rows.filter(pk__in=headed(Meeting, "series__topics", values))

    def by_framework(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the meetings of series of one of the frameworks."""
        return rows.filter(series__framework__in=values)

    def by_series(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the meetings of one of the series."""
        return rows.filter(series__slug__in=values)


class StatisticFilter(EventFilter):
    """The list of reported figures. A figure without states of its own is about all that took part in its operation."""

    measure = ValuesFilter(
        knows=lambda request, value: value in Labels.of(request).measures,
        refusal=_("No measure has the code “%(value)s”."),
        method="by_measure",
    )

    class Meta:
        model = OperationStatistic
        fields: ClassVar[list[str]] = []

    def by_year(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the figures whose period, or else whose operation, may mean a day in one of the years or months."""
        return rows.filter(figure_in_periods(values, self.form.cleaned_data.get("month") or []))

    def by_month(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the same for months."""
        return rows.filter(figure_in_periods(self.form.cleaned_data.get("year") or [], values))

    def by_country(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the figures about one of the states."""
        about = Q(states__code__in=values) | Q(states__isnull=True, operation__participants__code__in=values)
        return rows.filter(pk__in=OperationStatistic.objects.filter(about).order_by().values("pk"))

    def by_topic(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the figures whose measure or operation stands under one of the headings."""
        measures, operations = headed(Measure, "topics", values), headed(Operation, "topics", values)
        return rows.filter(Q(measure__in=measures) | Q(operation__in=operations))

    def by_measure(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the figures of one of the measures."""
        return rows.filter(measure__code__in=values)
