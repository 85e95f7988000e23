"""Finds records by any of their names in three scripts: "Ташкент", "Tashkent" and "塔什干" find the same meetings.

A name that fits exactly decides; otherwise names that begin with the words searched, or have them after a blank, count ("solidarity" finds
every operation of that name). Misnomers never count.
"""

from collections.abc import Iterable

from django.db.models import Q

from events.models import Alias, AliasKind, FormType, Operation
from events.names import normalise_name

LONGEST = 250
_SEPARATOR = "; "  # between the cities of one meeting


def owners_named(text: str, *kinds: AliasKind) -> dict[str, set[str]]:
    """Return the owners of a name by kind, in one query."""
    name = normalise_name(text[:LONGEST])
    found: dict[str, set[str]] = {kind: set() for kind in kinds}
    if not name:
        return found
    fits = Q(normalised__startswith=name) | Q(normalised__contains=f" {name}")
    if not name.isascii() and len(name) > 1:
        fits |= Q(normalised__contains=name) & Q(language="zh")
    rows = Alias.objects.filter(fits, kind__in=kinds).exclude(form_type=FormType.MISNOMER)
    hits = list(rows.order_by().values_list("kind", "owner", "normalised"))
    exact = [hit for hit in hits if hit[2] == name]
    for kind, owner, _normalised in exact or hits:
        found[kind].add(owner)
    return found


def state_named(text: str) -> Q:
    """Return the condition that a state bears a name."""
    return Q(code__in=owners_named(text, AliasKind.STATE)[AliasKind.STATE]) | Q(code__iexact=text.strip())


def meeting_named(text: str) -> Q:
    """Return the condition that a meeting's series, city or country bears a name, or its venue contains the words."""
    owners = owners_named(text, AliasKind.SERIES, AliasKind.CITY, AliasKind.STATE)
    condition = Q(series__slug__in=owners[AliasKind.SERIES]) | Q(state__code__in=owners[AliasKind.STATE])
    for form in _city_forms(owners[AliasKind.CITY]):
        condition |= Q(city=form) | Q(city__startswith=f"{form}{_SEPARATOR}") | Q(city__endswith=f"{_SEPARATOR}{form}")
    return condition | _contains(text, "venue", "city")


def operation_named(text: str) -> Q:
    """Return the condition that an operation, its place or a state in it bears a name."""
    owners = owners_named(text, AliasKind.OPERATION, AliasKind.CITY, AliasKind.STATE)
    states = owners[AliasKind.STATE]
    taking_part = Operation.objects.filter(Q(participants__code__in=states) | Q(lead__code__in=states)).order_by().values("pk")
    condition = Q(slug__in=owners[AliasKind.OPERATION])
    if states:
        condition |= Q(pk__in=taking_part)
    for form in _city_forms(owners[AliasKind.CITY]):
        condition |= Q(location__contains=form)
    return condition | _contains(text, "name", "name_ru", "name_zh", "location")


def _city_forms(owners: Iterable[str]) -> list[str]:
    if not owners:
        return []
    return list(Alias.objects.filter(kind=AliasKind.CITY, owner__in=owners, language="en").order_by().values_list("form", flat=True))


def _contains(text: str, *columns: str) -> Q:
    condition = Q(pk__in=[])
    words = text.strip()[:LONGEST].replace("\0", "")
    for column in columns if len(words) > 2 else ():
        condition |= Q(**{f"{column}__icontains": words})
    return condition
