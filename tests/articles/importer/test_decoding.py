"""Bytes become text only in an encoding that is declared or can be told."""

import pytest

from articles.importer.issues import BadSource
from articles.importer.readers.decoding import decode

ENGLISH = "Patrols met – “a good day” – and went on with their work, the officers’ spokesman said in the evening."
RUSSIAN = "Пограничники двух государств встретились в столице и обсудили итоги совместной работы на общей границе."
CHINESE = "两国边防部门负责人在首都会面,讨论了今年在共同边境上的联合行动,并决定继续加强合作。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, CHINESE])
def test_unicode_is_read_without_a_guess(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[::2] == (text, None)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (CHINESE, "gb18030"),
        (CHINESE, "gb2312"),
        (ENGLISH, "windows-1252"),
    ],
)
def test_an_undeclared_legacy_encoding_is_told_and_a_warning_given(text: str, encoding: str) -> None:
    found, _, warning = decode(text.encode(encoding))
    assert found == text
    assert warning is not None and warning.code == "encoding-guessed"


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "koi8-r"), (CHINESE, "gb2312"), (ENGLISH, "windows-1252")])
def test_a_declared_encoding_is_believed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), encoding)[::2] == (text, None)


def test_a_wrong_declaration_gives_way_to_utf_8() -> None:
    assert decode(RUSSIAN.encode(), "ascii")[0] == RUSSIAN


@pytest.mark.parametrize("declared", ["", "no-such-encoding", "\0"])
def test_bytes_in_no_known_encoding_are_refused(declared: str) -> None:
    with pytest.raises(BadSource) as refusal:
        decode(b"Words \xff\xfe\xfa\x81\x80\x9d\x8f\x90" * 20, declared)
    assert refusal.value.code == "unknown-encoding"


def test_binary_is_no_text() -> None:
    with pytest.raises(BadSource) as refusal:
        decode(b"\x00\x01\x02\x03 words")
    assert refusal.value.code == "binary-file"


def test_a_byte_order_mark_that_lies_is_refused() -> None:
    with pytest.raises(BadSource):
        decode(b"\xef\xbb\xbfwords \xff")
