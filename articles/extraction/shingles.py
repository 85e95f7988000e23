"""Overlapping runs of words by which copies of one story are told: three words a run, in Chinese four characters."""

import re
from functools import lru_cache
from hashlib import blake2b

WORDS, CHARACTERS = 3, 4
# One shingle in eight is kept in the sketch, chosen by its hash, so that every text keeps the same ones.
SAMPLE = 8
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=512)
def shingles(text: str) -> frozenset[str]:
    """Return the distinct shingles of a text; a text shorter than one shingle is its own."""
    folded = text.casefold()
    if 3 * len(_HAN.findall(folded)) > len(folded):
        units, size = _HAN.findall(folded), CHARACTERS
    else:
        units, size = _WORD.findall(folded), WORDS
    if len(units) <= size:
        return frozenset([" ".join(units)])
    return frozenset(" ".join(units[first : first + size]) for first in range(len(units) - size + 1))


def sketch(text: str) -> frozenset[int]:
    """Return the sampled hashes of a text, signed numbers of four bytes: the upper half of each, since the lower chose the sample."""
    hashes = (int.from_bytes(blake2b(shingle.encode(), digest_size=8).digest(), "big", signed=True) for shingle in shingles(text))
    return frozenset(number >> 32 for number in hashes if number % SAMPLE == 0)


def containment(one: str, other: str) -> float:
    """Return the share of the smaller text's shingles that stand in the other too."""
    first, second = shingles(one), shingles(other)
    return len(first & second) / min(len(first), len(second))
