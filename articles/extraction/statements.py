"""Who said what: direct quotations with their speaker, and reported speech after "said", "сообщил", "表示"."""

import re
from dataclasses import dataclass

from articles.extraction.context import ArticleText
from articles.extraction.records import StatementFound
from articles.extraction.wordlists import any_form

_NAME = {
    "en": r"(?:(?:Gen|Col|Lt|Maj|Mr|Mrs|Ms|Dr|President|Minister|General|Colonel)\.? )?(?:[A-Z][a-z'’\-]+|[A-Z]\.)"
    r"(?: (?:[A-Z][a-z'’\-]+|[A-Z]\.|bin|al|ul)){0,3}",
    "ru": r"[А-ЯЁ][а-яё\-]+(?: (?:[А-ЯЁ][а-яё\-]+|[А-ЯЁ]\.)){0,2}",
    "zh": r"[\u4e00-\u9fff·]{2,24}",
}
_PAIRS = {"“": "”", "«": "»", "「": "」", "『": "』", "„": "“"}
_LONGEST_QUOTATION = 900
_SHORTEST_WORDS = 5
_LONGEST_ROLE = 140
_SHORTEST = 20
_MARK = re.compile(r"[\"“”„«»「」『』\n]")
_MARKS_ZH = re.compile(r"[”」』]")
# Words for people: "according to the plan" names no speaker.
_PERSON = (
    r"\b(?:official|director|head|chief|minister|spokes\w+|general|colonel|president|chairman|secretary|officer|expert|commander"
    r"|представител\w+|директор\w*|глав\w+|министр\w*|начальник\w*)\b|^[A-ZА-ЯЁ][a-zа-яё]+ [A-ZА-ЯЁ][a-zа-яё]+$"
)
# "said deputy director Jane Sample", "заявил председатель службы Иван Примеров".
_ROLE_NAME = re.compile(
    rf"\s*(?:журналистам\s|в \w+\s|на \w+\s"
    rf"|reporters\s)*(?P<role>(?:the\s)?[a-zа-яё][^.,;\n]{{3,{_LONGEST_ROLE}}})\s(?P<name>[A-ZА-ЯЁ][a-zа-яё'’\-]+"
    rf" [A-ZА-ЯЁ][a-zа-яё'’\-]+)(?=[.,\s]|$)"
)
# "Deputy Chairman of the Committee Jane Sample noted", "Директор службы Иван Примеров отметил".
_ROLE_FIRST = re.compile(
    r"(?P<role>(?:The\s|Taking the floor, )?(?:Deputy|First|Vice|Acting|Chairman|Chairwoman|Chief|Director|Head|Minister|Secretary"
    r"|President|Commander|Ambassador|Major|Colonel|Lieutenant"
    r"|Заместитель|Первый|Председатель|Директор|Глава|Руководитель|Министр|Секретарь|Начальник|Командующий|Представитель|Посол|Генерал"
    r"|Полковник|Президент)[^.,;\n]{3,140}?)"
    r"\s(?P<name>[A-ZА-ЯЁ][a-zа-яё'’\-]+ [A-ZА-ЯЁ][a-zа-яё'’\-]+)(?:\s(?:also|further|в свою очередь|также))?\s$"
)
# Capitalised words at the beginning of a sentence that begin no person's name.
_NO_NAME = re.compile(
    r"(?:The|He|She|It|They|We|In|On|At|For|According|This|That|These|Those|But|And|As|Last|Meanwhile|However|While|After|Before|Under|Over"
    r"|Among|Also|Here|There|When|Since|With|One|Two|Both|Officials|Authorities|Police|Experts|Terrorism|China|Russia|India|Kazakhstan"
    r"|Kyrgyzstan|Tajikistan|Uzbekistan|Pakistan|Iran|Belarus|Afghanistan"
    r"|Как|По|Он|Она|Они|Об|Это|Эти|В|На|Для|При|Кроме|Также|Государственной|Российской)"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as the text names him, with the role beside the name, if there is one."""

    name: str
    role: str


def find_statements(article: ArticleText) -> tuple[StatementFound, ...]:
    """Return the statements of an article, quotations first where both overlap, in the order of the text."""
    founds = _direct(article)
    taken = [(found.start - 1, found.end + 1) for found in founds]
    founds += [found for found in _reported(article) if not any(start < found.end and found.start < end for start, end in taken)]
    known: dict[str, str] = {}
    completed = []
    for found in sorted(founds, key=lambda row: row.start):
        full = next((name for name in known if name.split()[-1] == found.speaker or name.split()[0] == found.speaker), found.speaker)
        role = found.role or known.get(full, "")
        known.setdefault(full, role)
        completed.append(StatementFound(full, role, found.direct, found.quote, found.start, found.end, found.rule))
    return tuple(completed)


def _direct(article: ArticleText) -> list[StatementFound]:
    """Return quotations of some length that a verb of saying ties to a name beside them."""
    founds = []
    for start, end in _quotations(article.text):
        if len(article.text[start:end].split()) < _SHORTEST_WORDS and article.language != "zh":
            continue
        low = article.text.rfind("\n", 0, start) + 1
        high = article.text.find("\n", end)
        high = len(article.text) if high < 0 else high
        speaker = _speaker_behind(article.text[end + 1 : min(high, end + 260)], article.language)
        speaker = speaker or _speaker_before(article.text[max(low, start - 201) : start - 1], article.language)
        if speaker is not None:
            founds.append(StatementFound(speaker.name, speaker.role, True, article.text[start:end], start, end, "quotation"))
    return founds


def _quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans inside quotation marks, outermost only; marks that look alike open before a word and close behind one."""
    spans: list[tuple[int, int]] = []
    start, depth, opened = 0, 0, ""
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            depth = 0
            continue
        opens = _opens(text, at, mark, opened if depth else "")
        if opens and (depth == 0 or mark == opened or mark == '"'):
            if depth == 0:
                start, opened = at + 1, mark
            depth += 1
        elif not opens and depth:
            depth -= 1
            if (
                depth == 0
                and _SHORTEST < at - start <= _LONGEST_QUOTATION
                or (depth == 0 and _MARKS_ZH.match(mark) and at - start > _SHORTEST_WORDS)
            ):
                spans.append((start, at))
    return spans


def _opens(text: str, at: int, mark: str, opened: str) -> bool:
    if mark != '"':
        return mark in _PAIRS and not (mark == "“" and opened == "„")
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "(—–-[«") and bool(after) and not after.isspace()


def _says(language: str) -> re.Pattern[str]:
    return any_form(language, "speech", "says")


def _speaker_behind(text: str, language: str) -> Speaker | None:
    """Return the speaker after a quotation: 'said Name, role' or 'Name, role, said'."""
    clause = re.split(r"(?<=[a-zа-яё\]])[.!?](?:\s|$)|[。！？]", text, maxsplit=1)[0]
    verb = _says(language).search(clause)
    if verb is None:
        return None
    after = re.match(rf"\s*(?:,\s)?(?P<name>{_NAME[language]})(?:,\s(?P<role>[^.;\n]{{3,{_LONGEST_ROLE}}}))?", clause[verb.end() :])
    before = re.match(rf"[\s,–—-]*(?P<name>{_NAME[language]})(?:,\s(?P<role>[^.;\n]{{3,{_LONGEST_ROLE}}}?))?,?\s*$", clause[: verb.start()])
    for match in (before, after):
        if match and _is_name(match["name"], language):
            return Speaker(_bare(match["name"]), _role(match["role"]))
    lower = _ROLE_NAME.match(clause[verb.end() :]) if language != "zh" else None
    return Speaker(_bare(lower["name"]), _role(lower["role"])) if lower and _is_name(lower["name"], language) else None


def _speaker_before(text: str, language: str) -> Speaker | None:
    """Return the speaker before a quotation: 'Name said: "..."', '某某表示:“…”'."""
    clause = re.split(r"(?<=[a-zа-яё])[.!?]\s|[。！？]", text)[-1]
    verbs = list(_says(language).finditer(clause))
    if not verbs or len(clause) - verbs[-1].end() > 30:
        return None
    head = clause[: verbs[-1].start()]
    if language == "zh":
        match = re.search(
            r"(?P<role>[\u4e00-\u9fff]{2,20}?(?:主任|部长|局长|司长|副司长|副局长|秘书长|主席|发言人|副部长|书记|总统|负责人|代表|司令|大使|政委|站长"
            r"|队长))?(?P<name>[\u4e00-\u9fff·]{2,12})$",
            head.rstrip("，,:："),
        )
        return Speaker(match["name"], match["role"] or "") if match else None
    match = re.search(rf"(?P<name>{_NAME[language]})(?:,\s(?P<role>[^.;\n]{{3,{_LONGEST_ROLE}}}?))?,?\s*$", head)
    return Speaker(_bare(match["name"]), _role(match["role"])) if match and _is_name(match["name"], language) else None


def _reported(article: ArticleText) -> list[StatementFound]:
    """Return sentences of reported speech: "..., Name said", "Name, role, said that ..."."""
    founds = []
    for sentence in article.sentences:
        text = article.text[sentence.start : sentence.end]
        lead = len(text) - len(text.lstrip())
        lead = max(lead, *(end - sentence.start for start, end in article.datelines if start <= sentence.start + lead < end), 0)
        text = text[lead:].rstrip()
        found = _said_last(text, article.language) or _said_first(text, article.language)
        if found is not None:
            speaker, low, high = found
            start, end = sentence.start + lead + low, sentence.start + lead + high
            founds.append(StatementFound(speaker.name, speaker.role, False, article.text[start:end], start, end, "reported speech"))
    return founds


def _said_last(text: str, language: str) -> tuple[Speaker, int, int] | None:
    """Read "Words, Name said." and "Words, said Name, role, ..."."""
    if language == "zh":
        return None
    source = re.search(
        rf",\s(?:according to|по словам|по"
        rf" данным)\s(?P<name>[^,;\n]{{4,{_LONGEST_ROLE}}}?)(?:,\s(?P<role>[^.;\n]{{3,{_LONGEST_ROLE}}}))?\.?$",
        text,
    )
    if source and source.start() > _SHORTEST and re.search(_PERSON, source["name"], re.IGNORECASE):
        return Speaker(source["name"].strip(), _role(source["role"])), 0, source.start()
    for verb in reversed(list(_says(language).finditer(text))):
        before = re.search(rf",\s(?P<name>{_NAME[language]})(?:,\s(?P<role>[^.;\n]{{3,{_LONGEST_ROLE}}}?),)?\s$", text[: verb.start()])
        after = (
            re.match(rf"\s(?P<name>{_NAME[language]})(?:,\s(?P<role>[^.;\n]{{3,{_LONGEST_ROLE}}}))?", text[verb.end() :])
            if text[: verb.start()].endswith(", ")
            else None
        )
        for match, end in ((before, before.start() if before else 0), (after, verb.start() - 2)):
            if match and end > _SHORTEST and _is_name(match["name"], language):
                return Speaker(_bare(match["name"]), _role(match["role"])), 0, end
    return None


def _said_first(text: str, language: str) -> tuple[Speaker, int, int] | None:
    """Read "Name, role, said that words" and "某某表示,…"."""
    verb = _says(language).search(text)
    if verb is None or verb.end() > 220:
        return None
    head = text[: verb.start()]
    if language == "zh":
        match = re.match(
            r"(?P<role>[\u4e00-\u9fff]{2,24}(?:主任|部长|局长|司长|秘书长|主席|发言人|书记|总统|负责人|代表|司令))(?P<name>[\u4e00-\u9fff·]{2,12})$",
            head,
        )
        low = verb.end() + len(text[verb.end() :]) - len(text[verb.end() :].lstrip("，,:： "))
    else:
        match = re.match(rf"(?P<name>{_NAME[language]})(?:,\s(?P<role>[^.;\n]{{3,{_LONGEST_ROLE}}}?),?)?\s$", head)
        match = match if match and _is_name(match["name"], language) else _ROLE_FIRST.match(head)
        rest = re.match(r"[\s,:]*(?:that\s|что\s)?", text[verb.end() :])
        low = verb.end() + (rest.end() if rest else 0)
    end = len(text.rstrip(".。 "))
    if match is None or end - low < _SHORTEST or not _is_name(match["name"], language):
        return None
    return Speaker(_bare(match["name"]), _role(match.groupdict().get("role"))), low, end


def _is_name(name: str, language: str) -> bool:
    """Tell whether words that look like a name are one: not a pronoun, a state or the beginning of a sentence."""
    return language == "zh" or (not _NO_NAME.fullmatch(name.split()[0]) and len(name) > 2 and not name.endswith(("'s", "’s")))


def _bare(name: str) -> str:
    return re.sub(r"^(?:Gen|Col|Lt|Maj|Mr|Mrs|Ms|Dr)\.? ", "", name).strip()


def _role(role: str | None) -> str:
    """Return a role without the clause that follows it."""
    return re.split(r",?\s(?:said|told|noted|adding|who|during|at a|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", role or "")[0].strip(
        " ,"
    )
