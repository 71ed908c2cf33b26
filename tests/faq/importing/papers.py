"""Manuals made for the tests: real ones in small, and ones that mean harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.enum.text import WD_BREAK
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT = 72
PARAGRAPH = (
    "Pegawai membuka aplikasi, memilih menu yang sesuai, lalu mengisi data",
    "dengan teliti sebelum menyimpan. Bila gagal, ulangi beberapa saat lagi.",
)


class Sheet:
    """A page that is written from the top, with a running head and a page number."""

    def __init__(self, canvas: Canvas, number: int, *, head: str = "Manual e-Kinerja") -> None:
        self.canvas, self.y = canvas, HEIGHT - 100
        canvas.setFont("Helvetica", 8)
        if head:
            canvas.drawString(LEFT, HEIGHT - 40, head)
            canvas.drawCentredString(WIDTH / 2, 30, f"Halaman {number} dari 100")

    def line(self, text: str, *, size: float = 11, bold: bool = False, x: float = LEFT) -> None:
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, self.y, text)
        self.y -= size * 1.3

    def gap(self, points: float = 9) -> None:
        self.y -= points


Draw = Callable[[Sheet, int], None]


def pdf(path: Path, pages: int, draw: Draw, *, head: str = "Manual e-Kinerja") -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    for number in range(1, pages + 1):
        draw(Sheet(canvas, number, head=head), number)
        canvas.showPage()
    canvas.save()
    return path


def manual_page(sheet: Sheet, number: int) -> None:
    """Every tenth page opens a chapter; each page has a section of its own."""
    chapter, place = (number - 1) // 10 + 1, (number - 1) % 10 + 1
    if place == 1:
        sheet.line(f"BAB {roman(chapter)}", size=16, bold=True)
        sheet.line(f"URUSAN NOMOR {chapter}", size=16, bold=True)
        sheet.gap()
    sheet.line(f"{chapter}.{place} Cara mengurus hal {number}", size=13, bold=True)
    sheet.gap()
    for _ in range(6):
        for text in PARAGRAPH:
            sheet.line(text)
        sheet.gap()
    for step in range(1, 6):
        sheet.line(f"{step}. Klik tombol nomor {step}.")


def manual_pdf(path: Path, pages: int = 100) -> Path:
    return pdf(path, pages, manual_page)


def manual_docx(path: Path, chapters: int = 10, sections: int = 10) -> Path:
    document = Document()
    document.add_heading("Manual e-Kinerja", 0)
    for chapter in range(1, chapters + 1):
        document.add_heading(f"BAB {roman(chapter)} Urusan nomor {chapter}", 1)
        for section in range(1, sections + 1):
            document.add_heading(f"{chapter}.{section} Cara mengurus hal {section}", 2)
            for _ in range(6):
                document.add_paragraph(" ".join(PARAGRAPH))
            document.add_paragraph("Klik tombol.", style="List Number")
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.save(str(path))
    return path


def roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][ones]


def repack(source: Path, path: Path, changed: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in changed:
                new.writestr(entry.filename, old.read(entry.filename))
        for name, content in changed.items():
            new.writestr(name, content)
    return path
