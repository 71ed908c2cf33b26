from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.html import as_text
from faq.book.book import read
from faq.book.lint import lint
from faq.book.markdown import as_letters, blocks
from faq.book.telegram_html import to_html
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
        ("1. satu\n   - dalam\n     lanjut\nlalu", "1. satu\n   • dalam\n     lanjut\nlalu"),
        ("- - -\n-\n1.\n2026. x\n### _a_", "• - -\n-\n1.\n2026. x\n### _a_"),
        ('**"Kirim"**lah, **a\nb**', '<b>"Kirim"</b>lah, **a\nb**'),
        ('[a](mailto:b@c) [a](b "c")', 'a (mailto:b@c) [a](b "c")'),
    ],
)
def test_markdown_to_telegram(markdown: str, html: str) -> None:
    assert to_html(markdown) == html


def test_lists_however_deep_lose_nothing() -> None:
    deep = "\n".join(f"{' ' * 2 * depth}- isi" for depth in range(60))
    assert to_html(deep) == deep.replace("-", "•")


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
    lines = (block.children for block in blocks(markdown) if block.children)
    printed = " ".join("".join(mark.content or " " for mark in line) for line in lines)
    assert printed.split() == text.split()


def test_letters_stay_letters_in_the_book(tmp_path: Path) -> None:
    chapter = CHAPTER.replace("Tanya admin.", as_letters(NOTE))
    entry = read(book_at(tmp_path, chapter)).get("email-mati")
    assert entry is not None
    assert as_text(to_html(entry.answer)).startswith(NOTE)
    assert not [line for line in lint(read(tmp_path)) if "tautan" in line]
