"""The few function words that shape a phrase in each language; everything with a meaning of its own stands in the word lists."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """Function words of one language.

    ``stops`` end a noun phrase, ``breaks`` begin a new clause, ``passives`` are the auxiliaries of the passive, ``joins`` link list items,
    ``skips`` may stand between a noun and its number ("came to a total of"), ``elisions`` are what follows a number whose noun was said
    before ("238 for …"), ``those`` stand behind "of" for what was counted before ("44 of them"), ``dashes`` stand between a noun and its
    number in lists.
    """

    stops: frozenset[str]
    breaks: frozenset[str]
    passives: frozenset[str]
    joins: frozenset[str]
    skips: frozenset[str]
    elisions: frozenset[str]
    of: frozenset[str]
    those: frozenset[str] = frozenset()
    dashes: frozenset[str] = frozenset(":—–-―：")
    quotes: frozenset[str] = frozenset("\"'“”‘’«»「」『』《》")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = Grammar(
    stops=_words(
        "in on at for from by to with who which that was were is are has have had be been being getting got while as during after before "
        "when where because into through across near along against between under over within without since until but than not whose whom "
        "if so then there they he she it we this thus also including among via per and/or upon about it's their his its"
    ),
    breaks=_words(
        "while whereas but with who which that when where as although though because after before whose if and, meanwhile including"
    ),
    passives=_words("was were been be being is are got getting get has have had also then all later subsequently already immediately thus"),
    joins=_words("and or plus & along together"),
    skips=_words(
        "a an the of is was were are at to in by total sum number only just be been amount among them these those which it had has have"
    ),
    elisions=_words("for of from more were was in others on had have are who by to against with abroad among went came as jointly"),
    of=_words("of"),
    those=_words("them whom these those which"),
)
_RUSSIAN = Grammar(
    stops=_words(
        "в во на за с со по из от для к при о об обо у под над перед через около между до после без среди против который которая которые "
        "которых которым что чтобы а но где когда как так также из-за был была были было это их его её ее не ни если"
    ),
    breaks=_words("а но где когда который которая которое которые которых чтобы при что если тогда причём причем кроме"),
    passives=_words("был была были было также ещё еще уже всего"),
    joins=_words("и или а также плюс"),
    skips=_words("это на в до составил составила составило составили всего из него них около среди"),
    elisions=_words("о об из за по в на с — - – от для были было из-за связаны связанных"),
    of=frozenset(),
)
_CHINESE = Grammar(
    stops=_words("在 于 對 对 向 从 從 将 將 把 被 由 是 为 為 以 因 并 並 且"),
    breaks=_words("其中 同时 同時 此外 另 而"),
    passives=_words("被 已 均 遭"),
    joins=_words("、 和 及 与 與 以及"),
    skips=_words("共 计 計 达 達 为 為 有 约 占 佔 近 总 總 了 的 等 各 累 逾 超 过 過 数 數 量 在 内 內 等"),
    elisions=frozenset(),
    of=_words("的"),
)
GRAMMARS = {"en": _ENGLISH, "ru": _RUSSIAN, "zh": _CHINESE}
