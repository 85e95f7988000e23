"""From bytes to text: what is declared, else what the bytes can be, never a silent replacement mark."""

import codecs
import re

from articles.importer.issues import BadSource

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The encodings in which the archive's languages were written before UTF-8.
LEGACY = ("gb18030", "windows-1251", "koi8-r", "big5", "cp866", "windows-1252")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_COMMON = {
    "gb18030": frozenset(
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞"
    ),
    "big5": frozenset(
        "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經"
    ),
}
_CYRILLIC_COMMON = frozenset("оеаинтсрвлкмдпу")


def decode(body: bytes, declared: str = "") -> tuple[str, str, BadSource | None]:
    """Return the text, the encoding it was read in, and a warning when that had to be guessed; refuse what is no text."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return _strict(body, encoding), encoding, None
    refuse_binary(body)
    for encoding in filter(None, (known_name(declared), "utf-8")):
        try:
            return body.decode(encoding), encoding, None
        except UnicodeDecodeError:
            continue
    guess = guess_encoding(body)
    if guess is None:
        raise BadSource("unknown-encoding", "the text is neither UTF-8 nor in another encoding that can be told with confidence")
    return body.decode(guess), guess, BadSource("encoding-guessed", f"no encoding is declared and it is not UTF-8; it was read as {guess}")


def refuse_binary(body: bytes) -> None:
    """Refuse bytes that are no text in any encoding read here."""
    head = body[:65_536]
    if len(_CONTROL.findall(head)) > len(head) // 200:
        raise BadSource("binary-file", "the file is binary, not text")


def known_name(declared: str) -> str:
    """Return Python's name for a declared encoding, its superset for the Chinese ones, or nothing when it is unknown."""
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name if declared else ""
    except (LookupError, ValueError):
        return ""
    return {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": ""}.get(name, name)


def guess_encoding(body: bytes) -> str | None:
    """Return the one legacy encoding in which the bytes read like one of the archive's languages, or ``None``."""
    scores = {}
    for encoding in LEGACY:
        try:
            scores[encoding] = plausibility(body.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    best = max(scores, key=lambda name: scores[name], default=None)
    return best if best is not None and scores[best] >= 0.6 else None


def plausibility(text: str, encoding: str) -> float:
    """Return the share of the letters beyond ASCII that are common where the encoding was in use."""
    foreign = [letter for letter in text if ord(letter) > 127 and not letter.isspace()]
    letters = [letter for letter in foreign if letter.isalpha()]
    if not foreign or any(0x80 <= ord(letter) < 0xA0 for letter in foreign):
        return 0.0
    if encoding in _COMMON:
        return sum(letter in _COMMON[encoding] for letter in letters) / len(letters) * 1.2 if letters else 0.0
    if encoding == "windows-1252":
        marks = sum(letter in "’‘“”–—…é£€" for letter in foreign)
        return 1.0 if len(foreign) <= len(text) // 10 and marks >= len(foreign) * 0.6 else 0.0
    lower = sum(letter in _CYRILLIC_COMMON for letter in letters)
    return lower / len(letters) if letters else 0.0


def _strict(body: bytes, encoding: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        raise BadSource("unknown-encoding", f"the byte order mark says {encoding}, but the text is not") from None
