"""The address of a list is its state: these make the links that change one thing in it and keep the rest."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

# A hand-made address may repeat a filter thousands of times; links built from it stay short.
MOST_VALUES = 40
LONGEST_VALUE = 2000


@dataclass(frozen=True)
class ListAddress:
    """Path and query of a list page; every method returns a new address as text, on the first page unless a page is asked for."""

    path: str
    query: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, request: HttpRequest, names: Collection[str]) -> "ListAddress":
        """Take the address of a request; only the parameters in ``names`` are kept, so that foreign ones do not travel through links."""
        query = {}
        for name in names:
            values = dict.fromkeys(value[:LONGEST_VALUE] for value in request.GET.getlist(name) if value)
            if values:
                query[name] = tuple(values)[:MOST_VALUES]
        return cls(request.path, query)

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values a parameter has in the address."""
        return self.query.get(name, ())

    def toggle(self, name: str, value: str, *, instead_of: Mapping[str, Collection[str]] | None = None) -> str:
        """Return the address with one value of a parameter added or, if it is there, removed; ``instead_of`` names values that give way."""
        held = self.values(name)
        query = {**self.query, name: tuple(other for other in held if other != value) if value in held else (*held, value)}
        for other, gone in (instead_of or {}).items():
            query[other] = tuple(kept for kept in query.get(other, ()) if kept not in gone)
        return self._text(query)

    def replace(self, name: str, value: str | int | None) -> str:
        """Return the address with a parameter set to one value, or without it."""
        return self._text({**self.query, name: () if value is None else (str(value),)}, keep_page=name == "page")

    def without(self, *names: str) -> str:
        """Return the address without some parameters."""
        return self._text({name: values for name, values in self.query.items() if name not in names})

    def hidden_fields(self, *but: str) -> list[tuple[str, str]]:
        """Return name and value of every parameter except those a form sets itself and the page, for hidden inputs."""
        return [(name, value) for name, values in self.query.items() if name not in {*but, "page"} for value in values]

    def __str__(self) -> str:
        return self._text(self.query, keep_page=True)

    def _text(self, query: dict[str, tuple[str, ...]], *, keep_page: bool = False) -> str:
        written = QueryDict(mutable=True)
        for name, values in query.items():
            if values and (keep_page or name != "page"):
                written.setlist(name, list(values))
        return f"{self.path}?{written.urlencode()}" if written else self.path
