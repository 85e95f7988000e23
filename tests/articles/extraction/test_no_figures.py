"""Texts full of numbers that are no figures of security work: sizes, trade, meetings, disasters, schools."""

import pytest

from articles.extraction.statistics import find_statistics

NO_FIGURES = {
    "en": [
        "The organization comprises ten countries, with 16 more nations affiliated as observers or dialogue partners.",
        "The SCO now represents around 42% of the world's population and 22% of its land area.",
        "We have two of the most powerful leaders.",
        "Two more countries have observer status.",
        "The total area is about 30.189 million square kilometers, and the population is 1.5 billion people.",
        "The leaders signed 24 documents, and 12 agreements were concluded on the sidelines of the summit.",
        "In 2018 the centre trained 350 officers from five countries.",
        "The company sold 14,000 drones and invested $2 million in the plant.",
        "More than 300 journalists and 40 delegations attended the summit.",
        "The bridge over the river is 420 m long and cost 12 million dollars.",
        "The two countries share a border of 1,200 km with 14 crossing points.",
        "Trade between the two states reached 46 billion dollars, up 12 percent.",
        "The army has 200,000 soldiers and 600 tanks.",
        "He served 12 years in prison and was released in 2009.",
        "Three officers were promoted, two received medals.",
        "Police in 14 regions use 200 new cars bought for 3 million dollars.",
        "About 4,000 refugees crossed the border last year.",
        "A group of five experts visited four posts in two days.",
        "The academy has 1,200 students from 14 countries.",
        "The second phase of the exercise will last 10 days, General Ivanov, 54, said.",
        "Students from 8 universities took part in the competition, and 30 won prizes.",
        "The hospital treated 45 people after the fire, which killed three workers.",
        "In all, 17 Security Council meetings were held over the period, at which 120 issues were considered.",
        "Some 2.3 million passengers used the new railway.",
        "The resolution was adopted by 14 votes with one abstention.",
        "One of the men said that two of his brothers were there.",
        "China donated 30 vehicles and 2 drones to the border service.",
        "The earthquake killed 120 people and injured 300.",
        "Fourteen cadets graduated from the border institute this year.",
    ],
    "ru": [
        "В саммите участвуют главы 10 государств, подписано 24 документа.",
        "Протяжённость границы составляет 1200 км, на ней 14 пунктов пропуска.",
        "Товарооборот вырос на 12 процентов и достиг 46 млрд долларов.",
        "Население страны превышает 35 млн человек.",
        "Академию окончили 140 выпускников из 8 стран.",
        "Китай передал погранслужбе 30 автомобилей и 2 беспилотника.",
        "Освещают саммит более 300 журналистов.",
        "За год центр посетили 12 делегаций.",
        "В регионе работают 14 тысяч сотрудников полиции.",
        "На строительство заставы выделено 120 млн сомов.",
        "В ДТП погибли 12 человек, пострадали 30.",
        "На заседании рассмотрены 15 вопросов, принято 8 решений.",
        "Экспорт угля вырос до 3 млн тонн.",
        "Ведомство получило 500 обращений граждан.",
    ],
    "zh": [
        "会议通过了24项文件,10个成员国代表出席。",
        "两国边境线长1200公里,设有14个口岸。",
        "双边贸易额达460亿美元,同比增长12%。",
        "全国人口3500万。",
        "学院今年毕业学员140名。",
        "中方向边防部门赠送车辆30辆、无人机2架。",
        "该项目投资1.2亿元。",
        "300多名记者报道了峰会。",
        "培训班为期14天,来自8个国家的30名学员参加。",
        "地震造成120人死亡。",
        "派出所共有民警14名。",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in NO_FIGURES.items() for text in texts])
def test_a_number_that_counts_nothing_of_security_work_is_no_figure(language, text):
    figures, left = find_statistics(text, language, "2024-07")
    assert [(figure.measure, figure.value_text, figure.rule) for figure in figures] == []
    assert all(row.reason for row in left)
