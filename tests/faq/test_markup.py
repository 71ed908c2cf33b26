from __future__ import annotations

import pytest

from bot.words.html import Html
from faq.markup import split, to_html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Hai **a<b** `x&y`", "Hai <b>a&lt;b</b> <code>x&amp;y</code>"),
        ("- satu\n* dua\n1. tiga", "• satu\n• dua\n1. tiga"),
        ("[lupa sandi](entry:lupa-password)", "<b>lupa sandi</b>"),
        ("[BKN](https://bkn.go.id)", "BKN (https://bkn.go.id)"),
        ("https://a.id/x_y_z?a=1&b=2", "https://a.id/x_y_z?a=1&amp;b=2"),
        ("a\r\n\r\n\r\n\r\nb", "a\n\nb"),
        ("5 ** 3 * 2 <script>", "5 ** 3 * 2 &lt;script&gt;"),
    ],
)
def test_markdown_to_telegram(markdown: str, html: str) -> None:
    assert to_html(markdown) == html


def test_a_long_answer_is_cut_between_paragraphs() -> None:
    pieces = split(to_html("\n\n".join(["kata " * 100] * 20)), 4096)
    assert all(len(piece) <= 4096 for piece in pieces)
    assert sum(piece.count("kata") for piece in pieces) == 2000
    assert all(piece.startswith("kata") for piece in pieces)


def test_a_tag_across_the_cut_is_closed_and_opened_again() -> None:
    pieces = split(Html("<b>" + "kata " * 1500 + "</b>"), 4096)
    assert all(piece.startswith("<b>") and piece.endswith("</b>") for piece in pieces)
