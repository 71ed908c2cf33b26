"""Lists of personnel that mean harm or are broken: one line, whatever they do to a parser."""

from __future__ import annotations

import random
import resource
import zipfile
from datetime import date
from pathlib import Path

import pytest

from bot.rules.offices import Offices
from handlers.operator.roster import csv_rows, limits, xlsx_rows
from handlers.operator.roster.answer import sheets
from handlers.operator.roster.collect import Collected, collect
from handlers.operator.roster.refuse import CannotRead

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
NIP = "198503152010012001"
HEAVY = "too much memory or time"
SHEETS = '<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>'
BROKEN = "the workbook is broken"


def cells(line: int, *texts: str) -> str:
    each = "".join(
        f'<c r="{chr(65 + at)}{line}" t="inlineStr"><is><t>{text}</t></is></c>'
        for at, text in enumerate(texts)
    )
    return f'<row r="{line}">{each}</row>'


LIST = cells(1, "Nama", "NIP", "Unit Kerja") + cells(2, "Siti", NIP, "Dinas Kesehatan")


def workbook(
    folder: Path,
    *,
    rows: str = "",
    behind: str = "",
    in_book: str = "",
    styles: str = "",
    parts: dict[str, tuple[str, str]] | None = None,
) -> Path:
    """A list of one person, with `parts` (content type and text) beside it."""
    listed = {
        "xl/workbook.xml": (
            "sheet.main",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{in_book}{SHEETS}</workbook>',
        ),
        "xl/worksheets/sheet1.xml": (
            "worksheet",
            f'<worksheet xmlns="{MAIN}"><sheetData>{LIST}{rows}</sheetData>{behind}</worksheet>',
        ),
        "xl/styles.xml": ("styles", f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'),
        **(parts or {}),
    }
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{TYPE}.{kind}+xml"/>'
        for name, (kind, _) in listed.items()
    )
    rels = f"{PACKAGE}/relationships"
    path = folder / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            f'"application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        )
        for name, target, kind in (
            ("_rels/.rels", "xl/workbook.xml", "officeDocument"),
            ("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "worksheet"),
        ):
            file.writestr(
                name,
                f'<Relationships xmlns="{rels}"><Relationship Id="rId1"'
                f' Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>',
            )
        for name, (_, text) in listed.items():
            file.writestr(name, text)
    return path


def read(path: Path) -> Collected:
    return collect(path, Offices(), date(2026, 11, 27), lambda _: None)


def refused(path: Path, told: str) -> None:
    with pytest.raises(CannotRead, match=told) as error:
        read(path)
    assert "\n" not in str(error.value)


def used() -> float:
    """Seconds of the processor, of children that have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


# A comment that looks like merged cells without end took hours: each was looked through to the
# end of the file.
@pytest.mark.parametrize(
    "behind",
    [
        f"<!--{'<mergeCell ' * 90_000}-->",
        f"<!--{'<mergeCell ' + 'a' * 900_000}-->",
        f"<!--<{'a' * 900_000}-->",
        f"<!--{'<mergeCell ref=' * 60_000}-->",
        f"<!--{'<a:mergeCell ' * 60_000}-->",
        "<mergeCells>" + '<mergeCell ref="A9:J20008"/>' * 5_000 + "</mergeCells>",
    ],
)
def test_merged_cells_are_looked_for_once(tmp_path: Path, behind: str) -> None:
    before = used()
    assert list(read(workbook(tmp_path, behind=behind)).people) == [NIP]
    assert used() - before < limits.SECONDS / 4


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="3"><c r="ZZZZZZ3"><v>1</v></c></row>',
        '<row r="3"><c r="3"><v>1</v></c></row>',
        '<row r="x"><c><v>1</v></c></row>',
        f'<row r="3"><c r="A3"><v>{"9" * 5_000}</v></c></row>',
        '<row r="3"><c r="A3" t="s"><v>900</v></c></row>',
        "<row>",
    ],
)
def test_what_is_broken_among_the_rows_is_told_in_a_line(tmp_path: Path, rows: str) -> None:
    refused(workbook(tmp_path, rows=rows), BROKEN)


@pytest.mark.parametrize("part", ["in_book", "styles"])
def test_deep_xml_is_told_in_a_line(tmp_path: Path, part: str) -> None:
    deep = "<ext>" * 20_000 + "</ext>" * 20_000
    refused(workbook(tmp_path, **{part: f"<extLst>{deep}</extLst>"}), BROKEN)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "rows",
    ['<row r="999999999999"><c><v>1</v></c></row>', "<ext>" * 20_000 + "</ext>" * 20_000],
)
def test_what_is_far_below_or_deep_within_is_passed_over(tmp_path: Path, rows: str) -> None:
    assert list(read(workbook(tmp_path, rows=rows)).people) == [NIP]


def test_what_swells_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    formats = "<xf/>" * 600_000
    refused(workbook(tmp_path, styles=f"<cellXfs>{formats}</cellXfs>"), "too big")
    texts = f'<sst xmlns="{MAIN}">{"<si><t>a</t></si>" * 200_000}</sst>'
    elsewhere = {"xl/other.xml": ("sharedStrings", texts)}
    refused(workbook(tmp_path, parts=elsewhere), "too big")


def test_what_passes_for_small_ends_at_the_walls(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    swollen = random.Random(1).randbytes(1_000) + b" " * 80_000
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file,
        file.open("xl/theme/theme1.xml", "w") as part,
    ):
        for _ in range(3_600):
            part.write(swollen)
    refused(path, HEAVY)


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    endless = "😀" + "a;" * csv_rows.LONGEST_LINE
    path.write_text(f"Nama;NIP;Unit\n{endless}\n", encoding="utf-8")
    refused(path, "line 2 has over 1000000 letters")
    path.write_text(endless, encoding="utf-8")
    refused(path, "line 1 has over")
    path.write_text("Nama;NIP;Unit\n" + "a\n" * 40 + endless, encoding="utf-16")
    refused(path, "line 42 has over")


def test_more_rows_than_a_list_has_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Nama;NIP;Unit\n" + "a;1\n" * limits.MOST_ROWS, encoding="utf-8")
    refused(path, "over 600000 rows")


@pytest.mark.parametrize(
    "told",
    [
        *(b"{", b"[1]", b'{"sheet": 1}', b"[" * 100_000),
        b'{"sheet":"A","hidden":false}\n[1,null,[[]]]',
        b'{"sheet":"A","hidden":false}\n[1,null,[{"seconds":1e300}]]',
        b'{"sheet":"A","hidden":false}\n[1e999,null,[]]',
    ],
)
def test_what_is_no_answer_of_the_child_is_not_believed(told: bytes) -> None:
    with pytest.raises(CannotRead, match="cannot be read"):
        [list(sheet.rows) for sheet in sheets(told.splitlines())]


def cell(place: str, kind: str, value: str) -> str:
    return f'<c r="{place}" t="{kind}"><v>{value}</v></c>'


def test_a_moment_in_a_cell_is_no_name(tmp_path: Path) -> None:
    """As workbooks of the ISO standard write it."""
    rows = "".join(
        f'<row r="{line}">{cell(f"A{line}", "d", when)}{cell(f"B{line}", "str", nip)}</row>'
        for line, when, nip in (
            (3, "2026-01-02", "198503152010012002"),
            (4, "2026-01-02T09:00:00", "198503152010012003"),
            (5, "09:00:00", "198503152010012004"),
        )
    )
    found = read(workbook(tmp_path, rows=rows))
    assert [*found.people] == [NIP]
    assert [place.line for place, _, _ in found.bad] == [3, 4, 5]


def test_an_archive_that_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", "<w/>")
    with pytest.raises(CannotRead, match="no Excel workbook"):
        read(path)


def test_a_workbook_of_thousands_of_parts(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    with zipfile.ZipFile(path, "a") as file:
        for number in range(xlsx_rows.MOST_PARTS):
            file.writestr(f"xl/media/{number}", "")
    with pytest.raises(CannotRead, match="too"):
        read(path)


def test_what_is_too_large_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("NIP;Nama\n")
    with path.open("r+b") as file:
        file.truncate(limits.MOST_BYTES + 1)  # a hole: nothing of it is on the disk
    with pytest.raises(CannotRead, match="over 300 MB"):
        read(path)


def test_what_is_not_there_is_said_so(tmp_path: Path) -> None:
    for missing in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(CannotRead, match="no such file"):
            read(missing)
