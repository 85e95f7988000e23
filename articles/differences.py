"""What two copies of a text have differently, word by word (in Chinese character by character). Pure Python."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W_]+|\s+|.", re.DOTALL)
# Longer texts are compared paragraph by paragraph first; what is the same as a whole needs no second look.
MOST_TOKENS = 4000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of both texts: ``same``, only in the ``first``, or only in the ``second``."""

    kind: str
    text: str


def differences(first: str, second: str) -> list[Stretch]:
    """Return the two texts woven together: joined without the second's stretches they are the first, and the other way round."""
    a, b = _TOKEN.findall(first), _TOKEN.findall(second)
    if len(a) > MOST_TOKENS or len(b) > MOST_TOKENS:
        a, b = first.splitlines(keepends=True), second.splitlines(keepends=True)
    stretches: list[Stretch] = []
    for kind, from_a, to_a, from_b, to_b in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            stretches.append(Stretch("same", "".join(a[from_a:to_a])))
            continue
        stretches += [Stretch(name, "".join(tokens)) for name, tokens in (("first", a[from_a:to_a]), ("second", b[from_b:to_b])) if tokens]
    return stretches
