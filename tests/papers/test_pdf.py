"""The parts of a PDF by themselves: letters stay letters, and the contents lead to their page."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator

from pypdf import PdfReader
from reportlab.platypus import Flowable, PageBreak

from bot.papers.pdf import styles
from bot.papers.pdf.boxes import Bookmark, ruled_table, side_box
from bot.papers.pdf.document import About, Pages, typeset
from bot.papers.pdf.fonts import drawable
from bot.papers.pdf.markup import bold, code, italic, link, paragraph, small, text
from bot.papers.pdf.rows import ContentsEntry, ContentsRow

ODD = "<b>tak ditutup & </para> ]]> 'a' \"b\""
ABOUT = About(
    title="Laporan <1>", full_title="Laporan – 2026", author="A & B", subject="Uji", foot="kaki"
)


def flow(pages: Pages) -> Iterator[Flowable]:
    yield PageBreak()
    place = ContentsEntry("1", ODD, "tujuan", str(pages.get("tujuan", "")))
    yield ContentsRow(place, styles.TEXT, indent=9)
    yield PageBreak()
    yield Bookmark("tujuan", "Bab & satu", 0)
    for shown in (text, bold, italic, code, small):
        yield paragraph(shown(ODD), styles.TEXT)
    yield paragraph(link('https://a.id/?q="&<', ODD), styles.TEXT)
    yield side_box([paragraph(text("di kotak"), styles.BOX)])
    cells = [paragraph(text(word), styles.BOX) for word in ("kiri", "kanan")]
    yield ruled_table([cells], shares=(0.5, 0.5))


def test_a_document_of_all_parts() -> None:
    covers: list[int] = []
    made = typeset(ABOUT, lambda canvas: covers.append(canvas.getPageNumber()), flow)
    reader = PdfReader(io.BytesIO(made))
    _, contents, target = (page.extract_text() for page in reader.pages)
    assert set(covers) == {1}
    assert ODD in contents
    assert "3" in contents.split()
    assert target.count(ODD) == 6
    assert "Bab & satu\nLaporan <1>\nkaki" in target
    assert "di kotak" in target
    assert "kanan" in target
    assert reader.metadata is not None
    assert reader.metadata.author == "A & B"


def test_letters_the_font_lacks_are_boxes() -> None:
    assert drawable("a→b 😀\ufe0f\u200b") == "a→b □"


SERVING = """
import sys
import main
assert not {"jinja2", "reportlab", "PIL"} & set(sys.modules)
"""


def test_a_serving_process_carries_nothing_that_only_papers_need() -> None:
    said = subprocess.run(
        [sys.executable, "-c", SERVING], check=False, capture_output=True, text=True
    )
    assert said.returncode == 0, said.stderr
