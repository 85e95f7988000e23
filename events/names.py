"""Names compared in three scripts: the one form under which a name is stored, looked up and searched.

"Ташкент", "ТАШКЕНТ" and "ташкент" are one name; so are "Xi'an" and "Xian", "Türkiye" and "Turkiye", "Solidarity-2023" and
"Solidarity – 2023", "Заседание глав" with one blank or two. Pure Python, so the extraction may use it too.
"""

import re
import unicodedata

_APOSTROPHES = re.compile(r"['`´ʹʻʼ‘’′]")
_MARKS_ON_LATIN = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
_WORDS = re.compile(r"[^\W_]+")
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_BLANK_AT_HAN = re.compile(rf"(?<={_HAN}) | (?={_HAN})")


def normalise_name(name: str) -> str:
    """Return the form under which names are compared; empty if the text has no letter and no digit.

    NFKC, case folded, Latin letters without their marks, ``ё`` as ``е``, apostrophes dropped, everything else between words one blank;
    beside a Chinese character no blank at all, because Chinese writes none.
    """
    text = unicodedata.normalize("NFKC", name).casefold().replace("ё", "е")
    text = _MARKS_ON_LATIN.sub("", unicodedata.normalize("NFD", _APOSTROPHES.sub("", text)))
    words = _WORDS.findall(unicodedata.normalize("NFC", text))
    return _BLANK_AT_HAN.sub("", " ".join(words))
