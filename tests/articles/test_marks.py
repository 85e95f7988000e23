"""Marks laid over an article's text never overlap and never change it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.marks import Layout, Mark, Strike, lay_out, paragraph_spans
from articles.sentences import in_context, sentence_span, shortened

TEXT = "Patrols resume\n\nThe services held 40 men. They took 75 guns and 12 knives at the river.\n\nA caption of a boat."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def drawn_text(layout: Layout) -> str:
    return "\n\n".join("".join(part.text for run in paragraph.runs for part in run.parts) for paragraph in layout.paragraphs)


def test_a_mark_stands_exactly_on_its_words() -> None:
    layout = lay_out(TEXT, [Mark("f", 1, *span("75 guns"))])
    runs = [run for paragraph in layout.paragraphs for run in paragraph.runs if run.mark]
    assert [part.text for part in runs[0].parts] == ["75 guns"]
    assert layout.place_of == {"f1": "in-f1"}


def test_of_nested_spans_the_inner_one_is_drawn_and_the_outer_leads_to_its_paragraph() -> None:
    layout = lay_out(TEXT, [Mark("o", 1, *span("They took 75 guns and 12 knives")), Mark("f", 1, *span("75 guns"))])
    assert layout.drawn == {"f1"}
    assert layout.place_of["o1"] == "p2"


def test_two_readings_of_the_same_words_share_one_place() -> None:
    layout = lay_out(TEXT, [Mark("f", 1, *span("75 guns")), Mark("f", 2, *span("75 guns"))])
    run = next(run for paragraph in layout.paragraphs for run in paragraph.runs if run.mark)
    assert (run.mark.card, [other.card for other in run.also]) == ("f1", ["f2"])


def test_struck_words_are_cut_out_of_a_mark_and_numbered_where_they_end() -> None:
    layout = lay_out(TEXT, [Mark("f", 1, *span("75 guns"))], [Strike(1, *span("guns and 12"))])
    struck = "".join(part.text for paragraph in layout.paragraphs for run in paragraph.runs for part in run.parts if part.struck)
    assert struck == "guns and 12"
    ends = [run.strikes for paragraph in layout.paragraphs for run in paragraph.runs if run.strikes]
    assert [strike.number for strikes in ends for strike in strikes] == [1]
    assert [strike.number for strike in layout.paragraphs[1].strikes] == [1]


def test_a_caption_knows_its_credit() -> None:
    start = TEXT.index("A caption")
    layout = lay_out(TEXT, [], captions={start: "A. Photographer"})
    assert [(paragraph.is_caption, paragraph.credit) for paragraph in layout.paragraphs][-1] == (True, "A. Photographer")


def test_quotes_only_shows_the_sentence_of_a_mark_and_says_that_words_are_left_out() -> None:
    layout = lay_out(TEXT, [Mark("f", 1, *span("75 guns"))], quotes_only=True)
    assert drawn_text(layout) == "They took 75 guns and 12 knives at the river."
    assert [bool(run.parts) for run in layout.paragraphs[0].runs][0] is False


@given(
    st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)), max_size=12),
    st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)), max_size=3),
)
@settings(max_examples=150, deadline=None)
def test_whatever_is_marked_or_struck_the_text_stays_the_text(spots: list[tuple[int, int]], cuts: list[tuple[int, int]]) -> None:
    marks = [Mark("f", number, start, min(start + size, len(TEXT))) for number, (start, size) in enumerate(spots, start=1)]
    strikes = [Strike(number, start, min(start + size, len(TEXT))) for number, (start, size) in enumerate(cuts, start=1)]
    layout = lay_out(TEXT, marks, strikes)
    assert drawn_text(layout) == TEXT
    assert set(layout.place_of) == {mark.card for mark in marks}


def test_paragraphs_are_parted_by_blank_lines() -> None:
    assert [TEXT[start:end] for start, end in paragraph_spans(TEXT)] == TEXT.split("\n\n")


def test_a_sentence_ends_at_a_full_stop_but_not_at_a_decimal_point_or_a_month() -> None:
    text = "First they spoke. On Jan. 5 they took 8.8 tons of hay. Then they left."
    assert in_context(text, *_find(text, "8.8 tons")) == ("On Jan. 5 they took ", "8.8 tons", " of hay.")


def test_a_chinese_sentence_ends_at_its_own_full_stop() -> None:
    text = "双方会谈。共查获枪支75支，毒品若干。会议结束。"
    assert "".join(in_context(text, *_find(text, "75支"))) == "共查获枪支75支，毒品若干。"


def test_a_sentence_never_leaves_its_paragraph() -> None:
    start, end = sentence_span(TEXT, *span("A caption"))
    assert TEXT[start:end] == "A caption of a boat."


def test_long_context_is_cut_between_words() -> None:
    before, after = shortened("one two three four ", " five six seven eight", 10)
    assert before == "… four "
    assert after == " five six …"


def _find(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)
