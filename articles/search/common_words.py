"""The words so frequent in this field that PostgreSQL keeps an index of the phrases they make.

To check a phrase, PostgreSQL reads the positions of every article that has all its words, several kilobytes each. That is quick where one
of the words is rare, and slow for "border services". Phrases of two and three of these words are therefore index terms of their own there.
An index of all pairs of words was tried: three times the size of that of the words, and several times its work for each article stored.
"""

from functools import cache
from pathlib import Path

from articles.search.analyser import analyse

# A longer phrase of common words is checked by positions like any other.
LONGEST_RUN = 3


@cache
def common_terms() -> frozenset[str]:
    """Return the terms of the common words; of a Chinese name, the pairs of characters it is indexed by."""
    folder = Path(__file__).with_name("common_words")
    words = (word for path in sorted(folder.glob("*.txt")) for word in path.read_text("utf-8").split())
    return frozenset(token.term for word in words for token in analyse(word, whole_runs=False))
