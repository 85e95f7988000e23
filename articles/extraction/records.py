"""What passes between the stages of the importer: plain, immutable, picklable values.

Nothing here knows Django or a database, so extraction can run in worker processes and be used as a library. Spans are half-open,
``[start, end)``, in the *clean text* of one article, and ``text[start:end] == quote`` holds for every record that has a quote.
Dates and periods are EDTF (ISO 8601-2) strings, never finer than the source.
"""

from dataclasses import dataclass, field
from typing import Literal

Language = Literal["en", "ru", "zh"]
Lane = Literal["sure", "check"]
Basis = Literal["metadata", "dateline", "text", "address", "inferred", "given"]
Qualifier = Literal["exact", "more_than", "at_least", "less_than", "at_most", "about", "between"]
MatchKind = Literal["known", "proposed", "unmatched", "conflict"]
Verdict = Literal["agrees", "differs", "cannot_tell", "used_to_date"]


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a reader hands over: the text of one article as it was met, furniture included, and what the source says about it.

    ``text`` is decoded text with ``\\n`` line ends. The other fields hold metadata of the source itself (front matter, JSON-LD, columns)
    or what the operator gave; ``None`` means that the source does not say. ``given`` names the fields that the operator set by option.
    """

    ident: str
    text: str
    url: str | None = None
    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    fetched_on: str | None = None
    captions: tuple[tuple[str, str], ...] = ()  # (caption text, credit) pairs when the source marks them as such (HTML figures)
    topics: tuple[str, ...] = ()
    archived_url: str | None = None  # where a public web archive holds the page; nothing is read from it
    given: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Caption:
    """A photograph's caption: it stays in the clean text as a paragraph of its own, its credit only here."""

    start: int
    end: int
    credit: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """The clean text, the coordinate system of every span, with what cleaning learned on the way.

    ``text`` is title, standfirst, body paragraphs and captions, one blank line between, in reading order. ``dateline`` and the other
    lines are taken out of furniture around the headline and kept for :mod:`metadata`. ``removed`` lists the furniture lines left out.
    """

    text: str
    title: str
    standfirst: str | None
    byline: str | None
    captions: tuple[Caption, ...]
    head_lines: tuple[str, ...]
    removed: tuple[str, ...]
    version: str


@dataclass(frozen=True, slots=True)
class Description:
    """What is known about the article as a document.

    ``outlet`` is the name as an archive would write it ("China Daily"), ``published`` EDTF, possibly an interval when it is one day of
    several, ``published_note`` the reasoning in words when the basis is ``inferred``.
    """

    title: str
    standfirst: str | None
    byline: str | None
    outlet: str | None
    outlet_slug: str | None
    language: Language
    published: str | None
    published_basis: Basis | None
    published_note: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many people a report says attended a meeting, with the words of its own."""

    low: float | None
    high: float | None
    qualifier: Qualifier
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MeetingFound:
    """A meeting read from the text, joined over the whole article by ordinal and series, matched against the known rows.

    ``series`` is a series slug or ``None`` for a meeting of another body; ``ordinal`` is as the article says; ``meeting_key`` names the
    known row as ``(series slug, ordinal or None, start date or None)``.
    """

    series: str | None
    name: str
    ordinal: int | None
    city: str | None
    country: str | None
    venue: str | None
    date: str | None
    attendance: Attendance | None
    quote: str
    start: int
    end: int
    rule: str
    lane: Lane
    match: MatchKind
    meeting_key: tuple[str, int | None, str | None] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class OperationFound:
    """A joint operation or exercise read from the text, by name or by period and participants."""

    name: str | None
    slug: str | None
    kind: str
    date: str | None
    states: tuple[str, ...]
    quote: str
    start: int
    end: int
    rule: str
    lane: Lane
    match: MatchKind
    place: str | None = None
    framework: str = "other"
    note: str = ""


@dataclass(frozen=True, slots=True)
class StatisticFound:
    """A reported figure. ``low`` and ``high`` are in ``unit``, the written unit in normal form (``t``, ``kg``, ``persons``, ``KZT``).

    ``value_text`` is the number as written, ``unit_text`` the unit's words as written, ``qualifier_text`` the qualifying words.
    ``verb_start`` and ``verb_end`` are the span of the governing verb, or ``None``. ``scope`` is the fingerprint of the sentence, given to
    a figure that names neither operation nor states, so that it is never taken for another report's figure of the same size.
    """

    measure: str | None
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str
    value_text: str
    unit_text: str
    qualifier_text: str
    quote: str
    start: int
    end: int
    rule: str
    lane: Lane
    period: str | None = None
    period_text: str = ""
    operation: str | None = None
    states: tuple[str, ...] = ()
    verb_start: int | None = None
    verb_end: int | None = None
    scope: str = ""


@dataclass(frozen=True, slots=True)
class NumberLeft:
    """A number of the text that became no figure, offered to the reviewer as a candidate, with the reason."""

    start: int
    end: int
    value_text: str
    reason: str


@dataclass(frozen=True, slots=True)
class StateFound:
    """A state named in the text. ``role`` is ``subject`` (about it, venue, participant) or ``background`` (a list of members, an aside)."""

    code: str
    start: int
    end: int
    quote: str
    role: Literal["subject", "background"]
    rule: str


@dataclass(frozen=True, slots=True)
class MembershipFound:
    """What an article says about membership, with the verdict of the check against the known memberships.

    ``kind`` is ``count``, ``founding``, ``newest`` or ``named_as``. ``status`` is a membership status; for ``count``, ``numbers`` maps each
    status counted to its number, as pairs. ``states`` are ISO alpha-2 codes; ``date`` is the date the words themselves state.
    """

    kind: Literal["count", "founding", "newest", "named_as"]
    numbers: tuple[tuple[str, int], ...]
    status: str | None
    states: tuple[str, ...]
    date: str | None
    quote: str
    start: int
    end: int
    rule: str
    verdict: Verdict
    explanation: str


@dataclass(frozen=True, slots=True)
class StatementFound:
    """Who said what: the span covers the words said; ``direct`` tells quotation from reported speech."""

    speaker: str
    role: str
    direct: bool
    quote: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read from one article; the result of :func:`articles.extraction.read.read_article`."""

    ident: str
    clean: CleanText
    description: Description
    states: tuple[StateFound, ...] = ()
    topics: tuple[str, ...] = ()
    meetings: tuple[MeetingFound, ...] = ()
    operations: tuple[OperationFound, ...] = ()
    statistics: tuple[StatisticFound, ...] = ()
    memberships: tuple[MembershipFound, ...] = ()
    statements: tuple[StatementFound, ...] = ()
    numbers_left: tuple[NumberLeft, ...] = ()
    warnings: tuple[str, ...] = ()
    lexicon_version: str = ""


@dataclass(frozen=True, slots=True)
class KnownState:
    """A state as the matcher needs it."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class KnownAlias:
    """One name of one thing. ``kind`` is state, city, series, operation, body or outlet; ``owner`` its natural key; ``form`` as written.

    ``form_type`` is name, official, short, press, variant, demonym, abbreviation or misnomer. For a city ``country`` is where it lies.
    """

    kind: str
    owner: str
    language: str
    form: str
    form_type: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class KnownMembership:
    """A dated status: ISO dates, ``until`` exclusive or ``None`` while it lasts."""

    state: str
    status: str
    start: str
    until: str | None
    founder: bool = False


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A meeting row: ``date`` is EDTF or ``None``."""

    series: str
    ordinal: int | None
    date: str | None
    city: str | None
    country: str | None
    status: str


@dataclass(frozen=True, slots=True)
class KnownOperation:
    """An operation row: ``date`` is EDTF or ``None``; ``framework`` is SCO, CIS, CSTO, bilateral or other."""

    slug: str
    name: str
    kind: str
    framework: str
    date: str | None
    location: str
    participants: tuple[str, ...]
    lead: str | None


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """An outlet row with its web hosts ("shine.cn")."""

    slug: str
    name: str
    country: str | None
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """A snapshot of the reference data that reading an article is matched against."""

    states: tuple[KnownState, ...] = ()
    aliases: tuple[KnownAlias, ...] = ()
    memberships: tuple[KnownMembership, ...] = ()
    meetings: tuple[KnownMeeting, ...] = ()
    operations: tuple[KnownOperation, ...] = ()
    outlets: tuple[KnownOutlet, ...] = ()
    measures: tuple[tuple[str, str, str], ...] = ()  # (code, dimension, unit)
    topics: tuple[str, ...] = ()
    series: tuple[tuple[str, str], ...] = field(default=())  # (slug, framework)
