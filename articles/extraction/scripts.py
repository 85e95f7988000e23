"""Three scripts, one way to compare words: folding, Chinese characters in simplified form, the words of a text with their places."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_HAN_RUNS, _CYRILLIC_RUNS, _LATIN_RUNS = (re.compile(f"{one.pattern}+") for one in (HAN, CYRILLIC, LATIN))

# What may stand between the words of one name: a blank, dashes, an apostrophe, quotation marks, a middle dot. Never a comma or a full stop.
_GAP = re.compile(r"[\s\-\u2010-\u2015'\u2018\u2019\u00b7\u2022\"\u201c\u201d\u00ab\u00bb/]{1,4}")

_TRADITIONAL = (
    "國国邊边關关員员會会務务長长領领導导聯联體体組组織织構构機机滅灭聲声與与對对業业東东亞亚書书記记習习報报導导發发時时間间區区動动戰战隊队軍军團团結结"
    "協协維维護护穩稳則则處处設设備备偵侦緝缉獲获繳缴槍枪彈弹藥药噸吨資资違违規规個个這这來来為为從从萬万億亿兩两餘余罰罚羣群眾众衆众網网絡络極极義义"
    "離离殺杀傷伤襲袭擊击擄掳訓训練练習习參参觀观題题議议際际條条約约檢检驗验達达屆届號号總总統统黨党產产創创該该說说請请讓让過过還还進进運运"
    "輸输車车輛辆飛飞貨货買买賣卖貿贸錢钱幣币園园圖图圍围場场塊块壓压師师帶带幫帮應应廣广廢废強强彈弹後后徑径復复徵征愛爱態态慮虑懲惩戶户據据攜携"
    "敵敌數数斷断於于樣样標标樞枢樂乐樑梁權权歐欧歷历歸归氣气沒没測测準准滿满漢汉潛潜灣湾無无煙烟爭争狀状獎奖獻献環环現现療疗監监盤盘確确種种積积"
    "級级細细終终緊紧線线編编縣县縱纵繼继續续羅罗聞闻聽听職职腦脑臨临舉举舊旧葉叶蓋盖蘇苏處处術术衛卫裏里裡里補补製制複复見见視视覺觉計计討讨許许訪访"
    "評评詞词試试詢询話话認认語语誤误調调談谈論论證证識识譯译變变負负財财貪贪販贩責责費费賽赛趕赶跡迹踐践躍跃轉转辦办農农連连遊游適适選选遺遗鄉乡鄰邻"
    "醫医釋释針针鐵铁銷销錄录鎮镇鏈链門门開开閉闭陸陆陳陈陽阳階阶隨随險险雙双雜杂難难電电靈灵靜静響响頂顶項项順顺預预頭头額额顯显風风養养馬马驅驱騙骗"
    "髮发鬥斗魚鱼鮮鲜麗丽麥麦點点齊齐龍龙蘭兰爾尔內内吳吴烏乌茲兹別别剋克剛刚劃划勞劳勝胜勢势勵励匯汇單单嚴严執执層层岡冈島岛異异當当疊叠"
    "紀纪純纯紙纸納纳紛纷給给絕绝經经綜综綠绿維维緩缓緬缅縮缩織织繞绕廈厦盧卢薩萨賓宾緣缘諜谍謀谋講讲謝谢賊贼賴赖贊赞贏赢趨趋軌轨軟软輪轮輯辑較较載载"
)
SIMPLIFIED = {ord(_TRADITIONAL[i]): _TRADITIONAL[i + 1] for i in range(0, len(_TRADITIONAL), 2)}


def simplified(text: str) -> str:
    """Return a text with traditional Chinese characters in simplified form; the length stays, so spans hold in both."""
    # Translating looks every character up; most texts have none to change.
    return text.translate(SIMPLIFIED) if HAN.search(text) else text


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return a word for comparison: lower case, ``ё`` as ``е``, Latin letters without their marks."""
    if word.isascii():
        return word.lower()
    lowered = word.casefold().replace("ё", "е")
    if not LATIN.search(lowered):
        return lowered
    return "".join(mark for mark in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(mark))


# Longest first: the endings of Russian nouns and adjectives in all cases.
_ENDINGS = [
    "иями",
    "ями",
    "ами",
    "ого",
    "его",
    "ому",
    "ему",
    "ыми",
    "ими",
    "ией",
    "иею",
    "иям",
    "иях",
    "ией",
    "ьями",
    "ая",
    "яя",
    "ое",
    "ее",
    "ые",
    "ие",
    "ый",
    "ий",
    "ой",
    "ую",
    "юю",
    "ым",
    "им",
    "ом",
    "ем",
    "ах",
    "ях",
    "ов",
    "ев",
    "ам",
    "ям",
    "ию",
    "ия",
    "ии",
    "ью",
    "ей",
    "ою",
    "ею",
    "а",
    "я",
    "о",
    "е",
    "ы",
    "и",
    "у",
    "ю",
    "ь",
    "й",
]
_ENDING = re.compile(f"(?:{'|'.join(sorted(set(_ENDINGS), key=len, reverse=True))})$")
_LONG_ABBREVIATION = 4


@lru_cache(maxsize=100_000)
def key_of(word: str) -> str:
    """Return the key by which a word of a name is compared: folded, without a Russian ending or an English plural.

    A short word in capitals is an abbreviation: it keeps its capitals, so that "РК" or "ARE" never meets a common word.
    """
    if word.isupper() and 1 < len(word) <= _LONG_ABBREVIATION and not word.isdigit():
        return word
    folded = fold(word)
    if CYRILLIC.search(folded):
        match = _ENDING.search(folded)
        stem = folded[: match.start()] if match and match.start() >= 2 else folded
        return stem.rstrip("аеиоуыэюяйь") if len(stem) > _LONG_ABBREVIATION - 1 else stem
    return folded[:-1] if len(folded) > _LONG_ABBREVIATION - 1 and folded.endswith("s") and folded.isalpha() else folded


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text with places, folded forms and name keys; ``plain`` is the text in simplified characters, as long as it."""

    text: str
    plain: str
    starts: list[int]
    ends: list[int]
    folds: list[str]
    keys: list[str]

    def near(self, position: int, count: int) -> bool:
        """Tell whether ``count`` words from a position on stand close enough together to be one name."""
        return all(_GAP.fullmatch(self.text, self.ends[i], self.starts[i + 1]) for i in range(position, position + count - 1))

    def index_at(self, offset: int) -> int:
        """Return the number of the first word that ends after an offset."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            if self.ends[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        return low


def words_of(text: str) -> Words:
    """Split a text into words once; every finder shares the result."""
    words = WORD.findall(text)
    spans = [match.span() for match in WORD.finditer(text)]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    return Words(text, simplified(text), starts, ends, list(map(fold, words)), list(map(key_of, words)))


def language_of(text: str) -> str:
    """Return ``zh``, ``ru`` or ``en`` by the script that carries the text; a Chinese character weighs as much as a short word."""
    sample = text[:20_000]
    han, cyrillic, latin = (sum(map(len, runs.findall(sample))) for runs in (_HAN_RUNS, _CYRILLIC_RUNS, _LATIN_RUNS))
    if han * 3 >= max(cyrillic, latin):
        return "zh" if han else "en"
    return "ru" if cyrillic >= latin * 0.6 else "en"
