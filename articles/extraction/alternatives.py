"""Many fixed forms as one regular expression that is tried fast: what forms have in common is written once."""

import re
from collections.abc import Iterable
from typing import Any

_END = ""  # in a tree of forms, where one ends
_TELLING = 8  # signs of a form that tell whether it may begin somewhere


def alternatives(forms: Iterable[str]) -> str:
    """Return a group that matches any of the forms, the longest first; a blank stands for white space of any kind."""
    tree: dict[str, Any] = {}
    for form in forms:
        node = tree
        for sign in form:
            node = node.setdefault(r"\s" if sign == " " else re.escape(sign), {})
        node[_END] = {}
    return f"(?:{_branches(tree)})"


def beginning(forms: Iterable[str]) -> str:
    """Return a pattern of the one character with which a form may begin, in either case, as far as its first signs tell.

    Its first characters are literal, so that a search leaps from one of them to the next; it may say yes too often, but never no.
    """
    following: dict[str, set[str]] = {}
    for form in forms:
        for first in {form[0].lower(), form[0].upper()}:
            following.setdefault(first, set()).add(form[1:_TELLING])
    return "|".join(f"{re.escape(first)}(?=(?i:{alternatives(rest)}))" for first, rest in following.items())


def _branches(node: dict[str, Any]) -> str:
    ways = [sign + _branches(rest) for sign, rest in node.items() if sign != _END]
    together = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})" if ways else ""
    return f"(?:{together})?" if ways and _END in node else together
