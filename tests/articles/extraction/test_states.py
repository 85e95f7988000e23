"""States named in a text: as subject of the report, or in the background."""

import pytest

from tests.articles.extraction.reading import read, states_in

HEAD = "Border post opens at the river\n\n"


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Guards of the Kyrgyz Republic and of China walked the line together, and both services called it useful work.", ["CN", "KG"]),
        ("Uzbek officers and their Tajik colleagues exchanged lists of wanted men at the post on Monday evening.", ["TJ", "UZ"]),
        ("The session of the Shanghai Cooperation Organization took place in Samarkand over two days in the spring.", ["UZ"]),
        ("The East Turkestan movement and the Islamic State were named as threats by those who spoke at the session.", []),
        ("The organization includes China, Kazakhstan, Kyrgyzstan, Russia, Tajikistan and Uzbekistan and was set up in Shanghai.", []),
        (
            "Delegations from China, Kazakhstan, Kyrgyzstan and Russia took part, and all the members were pleased with it.",
            ["CN", "KG", "KZ", "RU"],
        ),
        ("The structure is headquartered in Tashkent, and its staff of experts comes from all over the region every year.", []),
        ("TASHKENT, April 5 (Xinhua) -- Guards from Russia came to see how the new gate at the northern crossing works.", ["RU"]),
        ("Soldiers from Russia and Mongolia (Uzbekistan is not participating) trained in the hills for two whole weeks.", ["MN", "RU"]),
        ("A turkey farm and some fine china are no states, and nobody at the crossing thought that they were on Monday.", []),
    ],
)
def test_subjects_are_told_from_the_background_in_english(sentence: str, codes: list[str]):
    assert states_in(read(HEAD + sentence)) == codes


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Пограничники Киргизии и Китая прошли вдоль границы и договорились встречаться чаще, сообщает пресс-служба.", ["CN", "KG"]),
        ("Казахстанские и российские службы обменялись сведениями о контрабанде и назвали эту работу полезной.", ["KZ", "RU"]),
        ("В состав организации входят Китай, Казахстан, Киргизия, Россия, Таджикистан и Узбекистан, она создана давно.", []),
        ("Встреча прошла в Бишкеке, где её участники обсудили охрану горных троп и работу постов зимой.", ["KG"]),
    ],
)
def test_subjects_are_told_from_the_background_in_russian(sentence: str, codes: list[str]):
    assert states_in(read("На реке открыт пограничный пост\n\n" + sentence)) == codes


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("中哈吉三国边防部门在边境地区举行联合巡逻,并就今后的工作交换了意见,各方认为效果良好。", ["CN", "KG", "KZ"]),
        ("其中塔吉克斯坦代表团介绍了山区哨所的经验,会议在塔什干举行,与会代表听取了汇报。", ["TJ", "UZ"]),
        ("代表们弘扬上海精神,讨论了上海合作组织的下一步工作计划,并通过了会议纪要和时间表。", []),
    ],
)
def test_rows_of_single_characters_and_cities_name_states_in_chinese(sentence: str, codes: list[str]):
    assert states_in(read("边防部门举行会议\n\n" + sentence)) == codes
