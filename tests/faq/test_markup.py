from __future__ import annotations

import pytest

from faq.markup import to_html
from handlers.asker.reading import deep_link


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


def test_an_entry_is_a_link_where_it_can_be_opened() -> None:
    markdown = "Lihat [lupa <sandi>](entry:lupa-password)."
    html = to_html(markdown, lambda entry_id: deep_link("b", entry_id))
    assert html == ('Lihat <a href="https://t.me/b?start=lupa-password">lupa &lt;sandi&gt;</a>.')
