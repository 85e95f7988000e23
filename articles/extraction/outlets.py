"""Which outlet published an article: what the source says, an agency in the dateline or credit, the address, a signature."""

import re
from urllib.parse import urlsplit

from articles.extraction.datelines import find_dateline
from articles.extraction.furniture import begins, is_sentence
from articles.extraction.names import KnownIndex, NameHit, normal_form
from articles.extraction.records import CleanText, KnownAlias, KnownOutlet, SourceText
from articles.extraction.scripts import Words
from articles.extraction.wordlists import any_form

_LEAD_PARAGRAPHS = 4
_SHORTEST_LABEL = 6
_SHORTEST_AGENCY = 3
_OWN_PAPER = ("本报", "本報")  # "our own correspondent": it is not told whose
_GENERIC = frozenset({"agency", "content", "english", "gazeta", "online", "portal", "press"})


def find_outlet(source: SourceText, clean: CleanText, words: Words, language: str, index: KnownIndex) -> tuple[str | None, str | None]:
    """Return the outlet's name and, when the archive knows it, its slug."""
    if source.outlet and source.outlet.strip():
        name = source.outlet.strip()
        alias = lookup(name, index)
        return name, alias.owner if alias else None
    hits = index.index(language, "outlet").find(words)
    found = (
        _from_dateline(clean, language, index)
        or _from_credit(clean, language, index, only_known=True)
        or _from_host(source.url, language, index, hits)
        or _from_signature(clean, language, index, hits)
    )
    if found is not None:
        return found
    credit = _from_credit(clean, language, index, only_known=False)
    return credit or (_unknown_agency(clean, language) or _label(source.url), None)


def _unknown_agency(clean: CleanText, language: str) -> str | None:
    """Return the agency of a dateline that the archive does not know; a page that is unknown too has copied its report."""
    for paragraph in clean.text.split("\n\n", _LEAD_PARAGRAPHS)[:_LEAD_PARAGRAPHS]:
        dateline = find_dateline(paragraph, language)
        if dateline is not None and dateline.date is not None and len(dateline.agency) >= _SHORTEST_AGENCY:
            return None if dateline.agency.startswith(_OWN_PAPER) else dateline.agency
    return None


def lookup(name: str, index: KnownIndex) -> KnownAlias | None:
    """Return the known outlet that bears exactly this name in any language."""
    return outlet_names(index).get(normal_form(name))


def outlet_names(index: KnownIndex) -> dict[str, KnownAlias]:
    """Return every known outlet name by its normal form, built once."""

    def build() -> dict[str, KnownAlias]:
        names = {normal_form(outlet.name): KnownAlias("outlet", outlet.slug, "en", outlet.name, "name") for outlet in index.known.outlets}
        names.update({normal_form(alias.form): alias for alias in index.known.aliases if alias.kind == "outlet"})
        return names

    return index.once("outlet names", build)


def _hosts(index: KnownIndex) -> dict[str, KnownOutlet]:
    return index.once(
        "outlet hosts", lambda: {host.casefold().removeprefix("www."): outlet for outlet in index.known.outlets for host in outlet.hosts}
    )


def name_in(language: str, slug: str, index: KnownIndex) -> str:
    """Return the name of a known outlet in a language; a site that is called by its address keeps that name in Russian text."""

    def build() -> dict[tuple[str, str], str]:
        return {
            (alias.owner, alias.language): alias.form
            for alias in reversed(index.known.aliases)
            if alias.kind == "outlet" and alias.form_type == "name"
        }

    names = index.once("outlet names by language", build)
    outlet = next((outlet for outlet in index.known.outlets if outlet.slug == slug), None)
    if outlet is None:
        return slug
    plain = re.sub(r"\W+", "", outlet.name.casefold())
    is_site = any(re.sub(r"\W+", "", host).startswith(plain) for host in outlet.hosts)
    return outlet.name if is_site and language == "ru" else names.get((slug, language), outlet.name)


def _from_dateline(clean: CleanText, language: str, index: KnownIndex) -> tuple[str, str | None] | None:
    """Return the agency of a dateline in the first paragraphs, or of a line such as "(Xinhua News Agency February 13, 2007)"."""
    for paragraph in clean.text.split("\n\n", _LEAD_PARAGRAPHS)[:_LEAD_PARAGRAPHS]:
        dateline = find_dateline(paragraph, language)
        agency = lookup(dateline.agency, index) if dateline is not None and dateline.agency else None
        if agency is not None:
            return agency.form, agency.owner
    for line in clean.head_lines:
        bracket = re.fullmatch(r"[(（](?P<agency>[^\d()]{2,40}?),?\s+[^()]*\d{4}\s*[)）]", line)
        agency = _longest_name(bracket["agency"], index) if bracket else None
        if agency is not None:
            return agency.form, agency.owner
    return None


def _longest_name(text: str, index: KnownIndex) -> KnownAlias | None:
    """Return the known outlet whose name a text begins with, months after it left off."""
    words = text.split()
    return next((alias for n in range(len(words), 0, -1) if (alias := lookup(" ".join(words[:n]), index))), None)


def _from_host(url: str | None, language: str, index: KnownIndex, hits: list[NameHit]) -> tuple[str, str | None] | None:
    """Return the known outlet that owns the address's host, or a parent of it; under the name the text gives it, if any."""
    parts = _host(url).split(".")
    for n in range(len(parts) - 1):
        outlet = _hosts(index).get(".".join(parts[n:]))
        if outlet is not None:
            written = next((hit.names[0].form for hit in hits if any(name.owner == outlet.slug for name in hit.names)), None)
            return written or name_in(language, outlet.slug, index), outlet.slug
    return None


def _host(url: str | None) -> str:
    """Return the host of an address, in lower case, without www; empty when the address has none."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _from_credit(clean: CleanText, language: str, index: KnownIndex, *, only_known: bool) -> tuple[str, str | None] | None:
    """Return the outlet that a line such as "来源:光明日报" or "Источник: ..." names."""
    for line in (*clean.head_lines, *clean.removed):
        mark = re.search(r"(?:来源|來源|稿源)\s*[:：]\s*(?P<name>[^\s:：|“”\"「」,，。)）]{2,20})", line)
        start = begins(line, "source", language)
        if mark:
            name = mark["name"]
        elif start and not is_sentence(line):
            name = line[line.casefold().find(start) + len(start) :].strip(" :：.()")
        else:
            continue
        alias = lookup(name, index)
        if alias is not None and (language == "zh" or not only_known):
            return alias.form, alias.owner
        if not only_known and 2 <= len(name) <= 60 and not re.search(r"\d{4}|https?:", name):
            return name, None
    return None


def _from_signature(clean: CleanText, language: str, index: KnownIndex, hits: list[NameHit]) -> tuple[str, str | None] | None:
    """Return the outlet that signs the page: a line of its name, a credit, or "told BelTA", "пишет BAQ.KZ" in the text."""
    for line in (*clean.head_lines, *clean.removed):
        parts = [part.strip(" .") for part in re.split(r"[/|©,]|\b(?:19|20)\d\d\b", line) if part.strip()]
        known = [alias for part in parts if len(part) <= 60 and (alias := lookup(part, index))]
        if known and not is_sentence(line):
            return known[-1].form, known[-1].owner
    bodies = index.once("body names", lambda: frozenset(normal_form(alias.form) for alias in index.known.aliases if alias.kind == "body"))
    for hit in hits:
        if normal_form(hit.names[0].form) in bodies:
            continue  # a body that is quoted publishes nothing here
        window = clean.text[max(0, hit.start - 40) : hit.start]
        after = clean.text[hit.end : hit.end + 20]
        if any_form(language, "speech", "to_outlet").search(window) or any_form(language, "speech", "outlet_says").match(
            after.lstrip(" ,»")
        ):
            return hit.names[0].form, hit.names[0].owner
    return None


def _label(url: str | None) -> str | None:
    """Return the telling part of an unknown host, else the host: the name of a site that the archive does not know."""
    host = _host(url)
    parts = host.split(".")
    if len(parts) < 2:
        return None
    label = parts[-2] if len(parts[-2]) > 3 or len(parts) < 3 else parts[-3]
    return label if len(label) >= _SHORTEST_LABEL and label not in _GENERIC else ".".join(parts[-2:])
