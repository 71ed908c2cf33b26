"""Telegram's two Markdowns."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import utf16
from bot.simulator.text.entities import formatted
from bot.simulator.text.refusal import ApiError
from tests.simulator.text.refused import refusal_of

RESERVED = r"_*[]()~`>#+-=|{}.!"


def marks(text: str, mode: str) -> tuple[str, list[tuple[str, int, int]]]:
    shown, entities = formatted(text, mode, None)
    return shown, [(e["type"], e["offset"], e["length"]) for e in entities]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        (
            "*a* _b_ __c__ ~d~ ||e||",
            "a b c d e",
            [
                ("bold", 0, 1),
                ("italic", 2, 1),
                ("underline", 4, 1),
                ("strikethrough", 6, 1),
                ("spoiler", 8, 1),
            ],
        ),
        ("*a _b_ c*", "a b c", [("bold", 0, 5), ("italic", 2, 1)]),
        ("__a _b_**__", "a b", [("underline", 0, 3), ("italic", 2, 1)]),
        ("😀*x*", "😀x", [("bold", 2, 1)]),
        ("`a *b* .`", "a *b* .", [("code", 0, 7)]),
        ("```\na\n```", "a", [("pre", 0, 1)]),
        ("```py\na```", "a", [("pre", 0, 1)]),
        ("``` a```", "a", [("pre", 0, 1)]),
        ("[a](http://x.id/)", "a", [("text_link", 0, 1)]),
        (r"[a](http://x.id/\))", "a", [("text_link", 0, 1)]),
        ("[a]", "a", []),
        ("![😀](tg://emoji?id=5)", "😀", [("custom_emoji", 0, 2)]),
        (">a\n>b\nc", "a\nb\nc", [("blockquote", 0, 4)]),
        (">a\n>b||", "a\nb", [("expandable_blockquote", 0, 3)]),
        (">a||\nc", "a\nc", [("expandable_blockquote", 0, 2)]),
        ("".join(f"\\{character}" for character in RESERVED), RESERVED, []),
        ("a\\", "a\\", []),
        ("**a", "a", []),
    ],
)
def test_markdown_v2(source: str, text: str, expected: list[Any]) -> None:
    assert marks(source, "MarkdownV2") == (text, expected)


@pytest.mark.parametrize("character", RESERVED.translate(str.maketrans("", "", "_*[~`")))
def test_reserved_characters(character: str) -> None:
    assert refusal_of(f"a{character}", "MarkdownV2") == (
        f"Bad Request: can't parse entities: Character '{character}' is reserved and must be "
        "escaped with the preceding '\\'"
    )


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("🏟 🏟_abacaba", "Can't find end of Italic entity at byte offset 9"),
        ("🏟 🏟*_abacaba*", "Can't find end of Bold entity at byte offset 18"),
        ("*a", "Can't find end of Bold entity at byte offset 0"),
        ("__a", "Can't find end of Underline entity at byte offset 0"),
        ("~a", "Can't find end of Strikethrough entity at byte offset 0"),
        ("||a", "Can't find end of Spoiler entity at byte offset 0"),
        ("`a", "Can't find end of Code entity at byte offset 0"),
        ("```a", "Can't find end of Pre entity at byte offset 0"),
        ("```py\na", "Can't find end of PreCode entity at byte offset 0"),
        ("[a", "Can't find end of TextUrl entity at byte offset 0"),
        ("[a](b", "Can't find end of a URL at byte offset 4"),
        ("![a]", "Custom emoji entity must contain a tg://emoji URL"),
        (">*a\nb", "Can't find end of Bold entity at byte offset 1"),
    ],
)
def test_markdown_v2_refused(source: str, why: str) -> None:
    assert refusal_of(source, "MarkdownV2") == f"Bad Request: can't parse entities: {why}"


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("*a* _b_ `c`", "a b c", [("bold", 0, 1), ("italic", 2, 1), ("code", 4, 1)]),
        ("*a _b_ c*", "a _b_ c", [("bold", 0, 7)]),
        ("```py\na```", "a", [("pre", 0, 1)]),
        ("[a](http://x.id/) []", "a", [("text_link", 0, 1)]),
        (r"\_\*\`\[ \. a.b!", r"_*`[ \. a.b!", []),
        ("😀*x*", "😀x", [("bold", 2, 1)]),
    ],
)
def test_legacy_markdown(source: str, text: str, expected: list[Any]) -> None:
    assert marks(source, "markdown") == (text, expected)


def test_legacy_markdown_refused() -> None:
    assert refusal_of("é*a", "Markdown") == (
        "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 2"
    )


@pytest.mark.parametrize("mode", ["Markdown", "MarkdownV2"])
@given(source=st.text(alphabet=RESERVED + "a 😀é\n\r\\p"))
def test_whatever_comes_is_read_or_refused(mode: str, source: str) -> None:
    try:
        text, entities = formatted(source, mode, None)
    except ApiError:
        return
    for entity in entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= utf16.length(text)
