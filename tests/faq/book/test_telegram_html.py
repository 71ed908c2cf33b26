from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.html import as_text
from faq.book.book import read
from faq.book.lint import lint
from faq.book.telegram_html import as_letters, to_html
from faq.printing.blocks import blocks, texts
from handlers.actions.book_answer import deep_link
from tests.faq.samples import CHAPTER, book_at


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
        (r"\- \`x\` \**a\** \[b](entry:c) C:\d", "- `x` **a** [b](entry:c) C:\\d"),
    ],
)
def test_markdown_to_telegram(markdown: str, html: str) -> None:
    assert to_html(markdown) == html


def test_an_entry_is_a_link_where_it_can_be_opened() -> None:
    markdown = "Lihat [lupa <sandi>](entry:lupa-password)."
    html = to_html(markdown, lambda entry_id: deep_link("b", entry_id))
    assert html == ('Lihat <a href="https://t.me/b?start=lupa-password">lupa &lt;sandi&gt;</a>.')


NOTE = """## Sumber {#x}
- Per: kemarin
### Cara lain bertanya
* **tebal** `kode` [a](entry:b) \\- \\* C:\\d
  + 2026 - 1"""


@given(st.text(alphabet="`*[]()#+•-\\ \r\n<b:", max_size=60) | st.just(NOTE))
def test_letters_stay_letters(text: str) -> None:
    markdown = as_letters(text)
    assert as_text(to_html(markdown)).split() == text.split()
    printed = " ".join("".join(span.text for span in line) for line in texts(blocks(markdown)))
    assert printed.split() == text.split()


def test_letters_stay_letters_in_the_book(tmp_path: Path) -> None:
    chapter = CHAPTER.replace("Tanya admin.", as_letters(NOTE))
    entry = read(book_at(tmp_path, chapter)).get("email-mati")
    assert entry is not None
    assert as_text(to_html(entry.answer)).startswith(NOTE)
    assert not [line for line in lint(read(tmp_path)) if "tautan" in line]
