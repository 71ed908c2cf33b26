"""A manual becomes drafts: headings, pages, paragraphs, lists, tables; nothing is published."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.text.run import Run

from faq.book import book
from faq.book.chapter import Chapter, Entry, Problem, parse
from faq.importing import CannotImport, ImportReport, import_manual, sandbox
from faq.importing.manual import ranges
from tests.faq.importing import papers
from tests.faq.importing.papers import Sheet


def read(report: ImportReport) -> list[Chapter]:
    """The drafts as the book's own reader sees them, without a single complaint."""
    problems: list[Problem] = []
    drafts = [path for path in report.files if path.name.startswith("draf-")]
    chapters = [parse(path.name, path.read_text(encoding="utf-8"), problems) for path in drafts]
    assert problems == []
    return chapters


def entries(report: ImportReport) -> dict[str, Entry]:
    found = [entry for chapter in read(report) for entry in chapter.entries]
    assert len({entry.id for entry in found}) == len(found)
    return {entry.question: entry for entry in found}


def imported(tmp_path: Path, pages: int, draw: papers.Draw) -> dict[str, Entry]:
    file = papers.pdf(tmp_path / "manual.pdf", pages, draw)
    return entries(import_manual(file, tmp_path / "draf"))


def test_a_hundred_pages_of_pdf(tmp_path: Path) -> None:
    report = import_manual(papers.manual_pdf(tmp_path / "manual.pdf"), tmp_path / "draf")
    assert (report.pages, report.chapters, report.entries, report.scans) == (100, 10, 100, ())
    chapters = read(report)
    assert [chapter.title for chapter in chapters[:2]] == ["Urusan nomor 1", "Urusan nomor 2"]
    entry = chapters[4].entries[6]
    assert entry.question == "Bagaimana cara mengurus hal 47?"
    assert entry.place == "Bab 5, halaman 47"
    assert entry.source == "manual.pdf"
    assert entry.phrasings == ("Cara mengurus hal 47",)
    assert " ".join(papers.PARAGRAPH) in entry.answer
    assert "\n2. Klik tombol nomor 2.\n3. Klik" in entry.answer
    assert "Manual e-Kinerja" not in entry.answer
    assert "Halaman" not in entry.answer


def test_the_book_itself_does_not_read_drafts(tmp_path: Path) -> None:
    report = import_manual(papers.manual_pdf(tmp_path / "manual.pdf", 10), tmp_path / "draf")
    assert all(not path.name[0].isdigit() for path in report.files)
    with pytest.raises(book.BookError, match="tidak ada bab"):
        book.read(tmp_path / "draf")
    assert "status: draf" in report.files[0].read_text(encoding="utf-8")


def test_docx_by_heading_styles(tmp_path: Path) -> None:
    file = papers.manual_docx(tmp_path / "manual.docx", 3, 4)
    report = import_manual(file, tmp_path / "draf")
    assert (report.chapters, report.entries) == (3, 12)
    chapters = read(report)
    assert chapters[1].title == "Urusan nomor 2"
    assert chapters[1].entries[2].place == "Bab 2, halaman 7"
    assert chapters[1].entries[2].answer.endswith("- Klik tombol.")


@pytest.mark.parametrize("laid_out", ["by hand", "by Word"])
def test_docx_pages_begin_where_the_break_stands(laid_out: str, tmp_path: Path) -> None:
    """A heading after a break is on the new page; a text that a break divides is on the old."""
    document = Document()
    document.add_heading("BAB I PENDAHULUAN", 1)
    document.add_heading("A. Pengertian SKP", 2)
    text = document.add_paragraph("SKP adalah sasaran kinerja pegawai.")
    breaks(text.add_run(), laid_out)
    text.add_run(" Setiap pegawai menyusunnya.")
    begins = document.add_heading("", 2)
    breaks(begins.add_run(), laid_out)
    begins.add_run("B. Pengertian realisasi")
    document.add_paragraph("Realisasi adalah hasil kerja.")
    before = document.add_heading("C. Pengertian bukti dukung", 2)
    if laid_out == "by hand":
        before.paragraph_format.page_break_before = True
    else:
        before.runs[0]._r.insert(0, OxmlElement("w:lastRenderedPageBreak"))
    document.add_paragraph("Bukti dukung adalah berkas yang menunjukkan hasil kerja.")
    document.save(str(tmp_path / "a.docx"))
    report = import_manual(tmp_path / "a.docx", tmp_path / "draf")
    assert report.pages == 4
    assert [entry.place for entry in entries(report).values()] == [
        "Bab 1, halaman 1",
        "Bab 1, halaman 3",
        "Bab 1, halaman 4",
    ]


def breaks(run: Run, laid_out: str) -> None:
    if laid_out == "by hand":
        run.add_break(WD_BREAK.PAGE)
    else:
        run._r.append(OxmlElement("w:lastRenderedPageBreak"))


def test_docx_with_headings_made_by_hand(tmp_path: Path) -> None:
    document = Document()
    for text, bold in (
        ("BAB I PENDAHULUAN", True),
        ("A. Pengertian SKP", True),
        ("SKP adalah sasaran kinerja pegawai.", False),
        ("BAB II TATA CARA", True),
        ("1. Cara login", True),
        ("1. Buka alamatnya.", False),
        ("2. Isi kata sandi.", False),
    ):
        document.add_paragraph().add_run(text).bold = bold
    document.save(str(tmp_path / "a.docx"))
    report = import_manual(tmp_path / "a.docx", tmp_path / "draf")
    assert [chapter.title for chapter in read(report)] == ["Pendahuluan", "Tata cara"]
    found = entries(report)
    assert found["Apa itu SKP?"].answer == "SKP adalah sasaran kinerja pegawai."
    assert found["Bagaimana cara login?"].answer == "1. Buka alamatnya.\n2. Isi kata sandi."


def test_docx_tables_are_lines(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Jadwal", 1)
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (("Bulan", "Batas"), ("Januari", "5")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(tmp_path / "a.docx"))
    found = entries(import_manual(tmp_path / "a.docx", tmp_path / "draf"))
    assert found["Jadwal"].answer == "Bulan | Batas\nJanuari | 5"


def test_pdf_tables_are_lines(tmp_path: Path) -> None:
    def draw(sheet: Sheet, _number: int) -> None:
        sheet.line("Batas waktu", size=16, bold=True)
        sheet.gap()
        for left, right in (("Bulan pengisian", "Batas"), ("Januari", "5 Februari")):
            sheet.line(left)
            sheet.y += 11 * 1.3
            sheet.line(right, x=300)

    found = imported(tmp_path, 1, draw)
    assert found["Batas waktu"].answer == "Bulan pengisian | Batas\nJanuari | 5 Februari"


def test_bold_capitals_before_plain_words_are_no_table(tmp_path: Path) -> None:
    def draw(sheet: Sheet, _number: int) -> None:
        sheet.line("Dasar", size=16, bold=True)
        sheet.gap()
        text = sheet.canvas.beginText(papers.LEFT, sheet.y)
        for font, words in (
            ("Helvetica-Bold", "PERATURAN PEMERINTAH REPUBLIK INDONESIA"),
            ("Helvetica", " Nomor 30 Tahun 2019 tentang Penilaian"),
            ("Helvetica-Bold", " Kinerja"),
            ("Helvetica", "."),
        ):
            text.setFont(font, 10)
            text.textOut(words)
        sheet.canvas.drawText(text)

    answer = imported(tmp_path, 1, draw)["Dasar"].answer
    assert answer == (
        "PERATURAN PEMERINTAH REPUBLIK INDONESIA Nomor 30 Tahun 2019 tentang Penilaian Kinerja."
    )


def test_sections_numbered_in_plain_letters(tmp_path: Path) -> None:
    """A manual typed without styles: the numbers alone tell."""

    def draw(sheet: Sheet, number: int) -> None:
        sheet.line(f"BAB {papers.roman(number)}")
        sheet.line(f"TATA CARA {'XYZ'[number - 1]}")
        sheet.gap()
        for place in (1, 2):
            sheet.line(f"{number}.{place} Mengisi formulir {place}")
            sheet.gap()
            sheet.line("Isi semua kolom. Nilai 1.5 tidak diterima oleh sistem, jadi tulislah")
            sheet.line("1.5 kali dengan huruf bila perlu.")
            sheet.gap()

    file = papers.pdf(tmp_path / "a.pdf", 3, draw, head="")
    report = import_manual(file, tmp_path / "draf")
    assert (report.chapters, report.entries) == (3, 6)
    assert {chapter.title for chapter in read(report)} == {
        "Tata cara X",
        "Tata cara y",
        "Tata cara z",
    }
    assert read(report)[0].entries[1].question == "Mengisi formulir 2"


def test_pages_without_text_are_told(tmp_path: Path) -> None:
    def draw(sheet: Sheet, number: int) -> None:
        if number in {3, 4, 7}:
            sheet.canvas.rect(72, 72, 300, 300, fill=1)  # a scan: a picture under the page number
        else:
            papers.manual_page(sheet, number)

    file = papers.pdf(tmp_path / "a.pdf", 10, draw)
    report = import_manual(file, tmp_path / "draf")
    assert report.scans == (3, 4, 7)
    assert "halaman 3–4, 7." in "\n".join(report.lines())
    note = (tmp_path / "draf" / "BACA-DULU.md").read_text(encoding="utf-8")
    assert "halaman 3–4, 7." in note


def test_nothing_but_scans(tmp_path: Path) -> None:
    file = papers.pdf(tmp_path / "a.pdf", 5, lambda sheet, _: None)
    report = import_manual(file, tmp_path / "draf")
    assert (report.entries, report.scans, report.files) == (0, (1, 2, 3, 4, 5), ())
    assert not (tmp_path / "draf").exists()


def test_contents_pages_are_left_out(tmp_path: Path) -> None:
    def draw(sheet: Sheet, number: int) -> None:
        if number > 1:
            papers.manual_page(sheet, number - 1)
            return
        sheet.line("DAFTAR ISI", size=16, bold=True)
        for row in range(1, 12):
            sheet.line(f"1.{row} Cara mengurus hal {row} .................. {row}")

    found = imported(tmp_path, 12, draw)
    assert not any("...." in entry.answer for entry in found.values())
    assert found["Bagaimana cara mengurus hal 1?"].place == "Bab 1, halaman 2"


def test_a_section_runs_over_pages(tmp_path: Path) -> None:
    def draw(sheet: Sheet, number: int) -> None:
        if number == 1:
            sheet.line("Cara mengisi", size=16, bold=True)
        sheet.line(f"Isi halaman {number} ditulis di sini.")

    assert imported(tmp_path, 3, draw)["Bagaimana cara mengisi?"].place == "Bab 1, halaman 1–3"


def test_text_cannot_pose_as_the_books_own_marks(tmp_path: Path) -> None:
    def draw(sheet: Sheet, _number: int) -> None:
        sheet.line("Judul {#lupa-password}", size=16, bold=True)
        sheet.gap()
        sheet.line("- Letak: Bab 99")
        sheet.gap()
        sheet.line("## Entri sisipan {#sisipan}")
        sheet.gap()
        sheet.line("### Cara lain bertanya")

    found = imported(tmp_path, 1, draw)
    assert list(found) == ["Judul (#lupa-password)"]
    entry = found["Judul (#lupa-password)"]
    assert entry.place == "Bab 1, halaman 1"
    assert "Letak: Bab 99" in entry.answer
    assert "## Entri sisipan" in entry.answer
    assert "### Cara lain bertanya" in entry.answer


def test_headings_and_texts_that_nobody_sees_are_none(tmp_path: Path) -> None:
    document = Document()
    for blank in ("\u3164", "\u200b\u2060", "\u2800\u2800"):
        document.add_heading(blank, 1)
        document.add_paragraph(blank)
    document.save(str(tmp_path / "kosong.docx"))
    assert import_manual(tmp_path / "kosong.docx", tmp_path / "draf").entries == 0
    document.add_heading("Aturan\u200b", 1)
    document.add_paragraph("Pegawai membuka menu.")
    document.save(str(tmp_path / "a.docx"))
    assert [*entries(import_manual(tmp_path / "a.docx", tmp_path / "draf2"))] == ["Aturan"]


def test_long_sections_are_cut_to_answers(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Aturan", 1)
    for _ in range(60):
        document.add_paragraph(" ".join(papers.PARAGRAPH))
    document.save(str(tmp_path / "a.docx"))
    found = entries(import_manual(tmp_path / "a.docx", tmp_path / "draf"))
    assert "Aturan (bagian 2 dari 3)" in found
    assert all(len(entry.answer) <= 3_500 for entry in found.values())
    assert sum(entry.answer.count("Pegawai membuka") for entry in found.values()) == 60


def test_never_into_a_live_book(tmp_path: Path) -> None:
    file = papers.manual_pdf(tmp_path / "a.pdf", 2)
    live = tmp_path / "manual"
    live.mkdir()
    (tmp_path / "link").symlink_to(live)
    elsewhere = tmp_path / "buku"
    elsewhere.mkdir()
    (elsewhere / "01-bab.md").write_text("---\n---\n")
    for to in (
        live,
        live / "draf",
        tmp_path / "link",
        tmp_path / "x" / ".." / "manual",
        elsewhere,
    ):
        with pytest.raises(CannotImport, match="sedang dipakai"):
            import_manual(file, to, live=live)
    with pytest.raises(CannotImport, match="sedang dipakai"):
        import_manual(file, Path("faq/manual").resolve())


def test_never_over_older_drafts(tmp_path: Path) -> None:
    file = papers.manual_pdf(tmp_path / "a.pdf", 2)
    first = import_manual(file, tmp_path / "draf")
    first.files[0].write_text("sudah disunting", encoding="utf-8")
    with pytest.raises(CannotImport, match="sudah berisi draf"):
        import_manual(file, tmp_path / "draf")
    assert first.files[0].read_text(encoding="utf-8") == "sudah disunting"


def test_a_file_in_place_of_the_directory(tmp_path: Path) -> None:
    file = papers.manual_pdf(tmp_path / "a.pdf", 2)
    with pytest.raises(CannotImport, match="bukan direktori"):
        import_manual(file, file)


def test_pages_are_told_in_ranges() -> None:
    assert ranges((1, 3, 4, 5, 9)) == "1, 3–5, 9"


def test_several_processes_read_what_one_would(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = papers.manual_pdf(tmp_path / "manual.pdf", 25)
    alone = import_manual(file, tmp_path / "alone")
    monkeypatch.setattr(sandbox, "WORTH_SHARING", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    together = import_manual(file, tmp_path / "together")
    assert [path.read_text("utf-8") for path in together.files] == [
        path.read_text("utf-8") for path in alone.files
    ]


def test_a_file_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 0.01)
    with pytest.raises(CannotImport, match=r"manual\.pdf: terlalu berat"):
        import_manual(papers.manual_pdf(tmp_path / "manual.pdf", 1), tmp_path / "draf")
    assert not (tmp_path / "draf").exists()


def test_drafts_that_somebody_may_have_edited_are_kept(tmp_path: Path) -> None:
    file = papers.manual_docx(tmp_path / "manual.docx", 1, 1)
    (draft, *_) = import_manual(file, tmp_path / "draf").files
    draft.write_text("sudah saya sunting", encoding="utf-8")
    with pytest.raises(CannotImport, match="sudah berisi draf"):
        import_manual(file, tmp_path / "draf")
    assert draft.read_text(encoding="utf-8") == "sudah saya sunting"


def test_a_place_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    file = papers.manual_docx(tmp_path / "manual.docx", 1, 1)
    with pytest.raises(CannotImport, match=r"berkas/draf: tidak dapat ditulis .* --to"):
        import_manual(file, tmp_path / "berkas" / "draf")


def test_a_paragraph_longer_than_an_answer_is_cut_between_words(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("BAB I PENDAHULUAN", 1)
    document.add_heading("A. Pengertian SKP", 2)
    document.add_paragraph(" ".join(f"kata{at}" for at in range(900)))
    document.save(str(tmp_path / "a.docx"))
    found = entries(import_manual(tmp_path / "a.docx", tmp_path / "draf"))
    words = " ".join(entry.answer for entry in found.values()).split()
    assert words == [f"kata{at}" for at in range(900)]
    assert all(len(entry.answer) <= 3_500 for entry in found.values())
