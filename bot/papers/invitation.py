"""The letter that invites to a session, as DOCX: an officer numbers it and has it signed."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from bot.rules.letters import harmless
from bot.words import clinic_papers as words

FILE_NAME = "undangan-sesi-{number}.docx"


@dataclass(frozen=True)
class Invitation:
    number: int
    topic: str
    when: str
    place: str
    trainers: str
    offices: tuple[str, ...]
    capacity: int
    link: str
    letterhead: tuple[str, ...]


def invitation_docx(letter: Invitation) -> bytes:
    from docx import Document  # noqa: PLC0415 - as reportlab: only where one is made
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.shared import Cm, Pt  # noqa: PLC0415

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    document.styles["Normal"].font.size = Pt(11)

    def line(said: str, *, bold: bool = False, center: bool = False) -> None:
        written = document.add_paragraph()
        written.paragraph_format.space_after = Pt(4)
        written.add_run(_clean(said)).bold = bold
        if center:
            written.alignment = WD_ALIGN_PARAGRAPH.CENTER

    for place, said in enumerate(letter.letterhead):
        line(said, bold=not place, center=True)
    line("")
    line(words.PLACE_AND_DAY)
    line(f"{words.NUMBER}: {words.TO_FILL}")
    line(f"{words.ANNEX}: {words.TO_FILL}")
    line(f"{words.SUBJECT}: {words.SUBJECT_IS}", bold=True)
    line("")
    for each in letter.offices or (words.ALL_OFFICES,):
        line(f"{words.TO} {each}")
    line("")
    line(words.OPENING)
    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    facts = (
        (words.TOPIC, letter.topic),
        (words.WHEN, letter.when),
        (words.PLACE, letter.place),
        (words.TRAINERS, letter.trainers or words.TO_FILL),
    )
    for name, said in facts:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, _clean(said)
        cells[0].width, cells[1].width = Cm(3), Cm(12.5)
    line("")
    line(words.seats(capacity=letter.capacity, link=letter.link))
    line(words.CLOSING)
    line("")
    line("")
    for said in words.SIGNATORY:
        line(said)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def _clean(said: str) -> str:
    """DOCX is XML: no control characters."""
    return "".join(sign for sign in harmless(said) if sign.isprintable())
