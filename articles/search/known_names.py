"""The names of a database, held in the process and read again when one of them changes."""

import threading

from django.db import connections

from articles.search.change_log import NAMES, read_version
from articles.search.names import Names, build_names
from events.models import Alias, FormType

# A misnomer is never matched; a demonym says less than its state's name ("Chinese tea" is no report on China).
LEFT_OUT = [FormType.MISNOMER, FormType.DEMONYM]

_held: dict[str, tuple[tuple[int, int], Names]] = {}
_lock = threading.Lock()


def current_names(using: str) -> Names:
    """Return the names of a database, read again only when one of them changed."""
    version, is_own = read_version(connections[using], NAMES)
    with _lock:
        if using not in _held or _held[using][0] != version or is_own:
            rows = Alias.objects.using(using).exclude(form_type__in=LEFT_OUT).values_list("kind", "owner", "form").order_by()
            _held[using] = (version, build_names(rows))
        return _held[using][1]


def forget_names() -> None:
    """Drop what is held, as after the database itself was replaced."""
    with _lock:
        _held.clear()
