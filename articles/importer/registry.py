"""Row ids by natural key, looked up once a run and again where another import may have added a row meanwhile."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.extraction.records import StatisticFound
from articles.models import Outlet
from events.models import Measure, Meeting, MeetingSeries, Operation, OperationStatistic, State, Topic

MeetingKey = tuple[str, int | None, str | None]
IN_ONE_QUERY = 500


@dataclass(slots=True)
class Registry:
    """What the importer needs to turn codes and slugs into foreign keys."""

    states: dict[str, int] = field(default_factory=dict)
    topics: dict[str, int] = field(default_factory=dict)
    measures: dict[str, int] = field(default_factory=dict)
    series: dict[str, int] = field(default_factory=dict)
    meetings: dict[MeetingKey, int] = field(default_factory=dict)
    operations: dict[str, int] = field(default_factory=dict)
    outlets: dict[str, tuple[int, str]] = field(default_factory=dict)
    statistics: dict[str, int] = field(default_factory=dict)
    figure_keys: dict[StatisticFound, str] = field(default_factory=dict)  # of the figures of this batch

    @classmethod
    def load(cls) -> "Registry":
        """Read every table but the figures, of which only the needed ones are looked up."""
        registry = cls(
            states=dict(State.objects.values_list("code", "pk")),
            topics=dict(Topic.objects.values_list("slug", "pk")),
            measures=dict(Measure.objects.values_list("code", "pk")),
            series=dict(MeetingSeries.objects.values_list("slug", "pk")),
        )
        registry.reload_proposable()
        return registry

    def reload_proposable(self) -> None:
        """Read again what an import may add: meetings, operations, outlets."""
        self.operations = dict(Operation.objects.values_list("slug", "pk"))
        self.outlets = {slug: (pk, access) for slug, pk, access in Outlet.objects.values_list("slug", "pk", "default_access")}
        self.meetings = {
            meeting_key(series, ordinal, start.isoformat() if start else None): pk
            for series, ordinal, start, pk in Meeting.objects.values_list("series__slug", "ordinal", "start", "pk")
        }

    def find_statistics(self, keys: Iterable[str]) -> None:
        """Look up the figures that exist already; what was found in an earlier batch may be gone, so it is asked again."""
        wanted = sorted(set(keys))
        self.statistics = {}
        for first in range(0, len(wanted), IN_ONE_QUERY):
            chunk = wanted[first : first + IN_ONE_QUERY]
            self.statistics.update(OperationStatistic.objects.filter(key__in=chunk).values_list("key", "pk"))


def meeting_key(series: str, ordinal: int | None, start: str | None) -> MeetingKey:
    """Return the natural key of a meeting: its number where it has one, else its first day."""
    return (series, ordinal, None) if ordinal else (series, None, start)
