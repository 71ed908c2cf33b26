from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import utf16
from bot.simulator.text.entities import formatted
from bot.simulator.text.refusal import ApiError
from tests.simulator.text.refused import refusal_of


def marks(html: str) -> list[tuple[str, int, int]]:
    _, entities = formatted(html, "HTML", None)
    return [(e["type"], e["offset"], e["length"]) for e in entities]


@pytest.mark.parametrize(
    ("html", "text", "expected"),
    [
        ("<b>tebal</b>", "tebal", [("bold", 0, 5)]),
        ("<STRONG>a</strong> <em>b</em>", "a b", [("bold", 0, 1), ("italic", 2, 1)]),
        ("<ins>a</ins><strike>b</strike>", "ab", [("underline", 0, 1), ("strikethrough", 1, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("😀<b>x</b>", "😀x", [("bold", 2, 1)]),
        ("<b>😀</b>", "😀", [("bold", 0, 2)]),
        ("a &lt;b&gt; &amp; &quot;", 'a <b> & "', []),
        ("&#65;&#x42;&#x1F600;", "AB😀", []),
        ("&nbsp; &apos; & &unknown;", "&nbsp; &apos; & &unknown;", []),
        ("<pre>x</pre>", "x", [("pre", 0, 1)]),
        ("<code>x <b>y</b></code>", "x y", [("code", 0, 3)]),
        ("<b>a <code>b</code> c</b>", "a b c", [("bold", 0, 2), ("code", 2, 1), ("bold", 3, 2)]),
        ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote>x</blockquote>", "x", [("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<b></b>x", "x", []),
        ("  <b> x </b>  ", "x", [("bold", 0, 1)]),
        ("<b>x</>", "x", [("bold", 0, 1)]),
        ("a\r\nb\tc\x00d\u202ee", "a\nb c de", []),
        ("<b\n>x</b >", "x", [("bold", 0, 1)]),
    ],
)
def test_markup_becomes_text_and_entities(html: str, text: str, expected: list[Any]) -> None:
    assert formatted(html, "HTML", None)[0] == text
    assert marks(html) == expected


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<x>a</x>", 'Unsupported start tag "x" at byte offset 0'),
        ("é<x>", 'Unsupported start tag "x" at byte offset 2'),
        ("a < b > c", 'Unsupported start tag "" at byte offset 2'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("a <", "Unclosed start tag at byte offset 2"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a =x>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>", "Unexpected end of name token at byte offset 8"),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_markup_is_refused_with_the_place(html: str, why: str) -> None:
    assert refusal_of(html, "HTML") == f"Bad Request: can't parse entities: {why}"


def test_a_code_block_tells_its_language() -> None:
    _, entities = formatted('<pre><code class="language-sql">select 1</code></pre>', "HTML", None)
    assert entities == [{"type": "pre", "offset": 0, "length": 8, "language": "sql"}]


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ('<a href="https://bkn.go.id">x</a>', "https://bkn.go.id/"),
        ("<a href='https://bkn.go.id/a?b=1&amp;c=2'>x</a>", "https://bkn.go.id/a?b=1&c=2"),
        ('<a href="bkn.go.id/a">x</a>', "http://bkn.go.id/a"),
    ],
)
def test_a_link_has_a_whole_address(html: str, url: str) -> None:
    assert formatted(html, "HTML", None)[1][0]["url"] == url


def test_a_link_to_nowhere_is_only_text() -> None:
    assert formatted('<a href="javascript:x">x</a>', "HTML", None) == ("x", [])


@given(st.text())
def test_escaped_text_always_comes_back(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert formatted(escaped, "HTML", None) == formatted(text, "", None)


@given(st.text(alphabet="<>/bi a&;\"'=é😀"))
def test_whatever_comes_is_read_or_refused_and_entities_fit(html: str) -> None:
    try:
        text, entities = formatted(html, "HTML", None)
    except ApiError as refusal:
        assert refusal.description.startswith("Bad Request: can't parse entities: ")  # noqa: PT017
        return
    for entity in entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= utf16.length(text)
