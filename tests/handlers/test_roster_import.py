"""The list of personnel in real files of LibreOffice: what becomes of each row is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from bot.rules.offices import Offices
from bot.rules.roster.nip import Doubt, NipFault
from bot.rules.roster.people import Flaw, Oddity
from bot.rules.roster.table import NonPersonRow
from bot.words import roster_import as words
from handlers.operator.roster import preview
from handlers.operator.roster.collect import Collected, RowPlace
from handlers.operator.roster.refuse import CannotRead
from tests.handlers.roster_lists import GOOD, HEAD, people, read, row, written_csv
from tests.support import office

Fate = NipFault | Flaw | Doubt | Oddity | NonPersonRow | None


# A row, and what becomes of it: each line stands at its place in one real file.
ROWS: list[tuple[list[object], Fate]] = [
    (row(f"'{GOOD}"), None),
    (row("19870101 200601 1 002"), None),
    (row("19870101.200601.1.003"), None),
    (row("NIP. 19870101-200601-1-004"), None),
    (row("\u200b19870101\u00a0200601\u00a01\u00a0005"), None),
    (row("199005052023212003"), None),  # PPPK
    (row("198701012006011006/131234567"), None),
    (row('="198701012006011007"'), None),
    (row("1,98701E+17"), NipFault.SCIENTIFIC),
    (row("1.98701E+17"), NipFault.SCIENTIFIC),
    (row("198701012006011000"), NipFault.SERIAL),
    (row("198701012006011008.0"), NipFault.FLOAT),
    (row("19870101200601101"), NipFault.SHORT),
    (row("1987010120060110011"), NipFault.LONG),
    (row("131234567"), NipFault.OLD),
    (row("6311052001870001"), NipFault.NIK),
    (row(""), NipFault.EMPTY),
    (row("#REF!"), NipFault.ERROR),
    (row("########"), NipFault.ERROR),
    (row("I98701012006011001"), NipFault.LETTERS),
    (row("198701012006011001 / 198801012006011002"), NipFault.TWO),
    (row("198801012010011009", ""), Flaw.NO_NAME),
    (row("198801012010011009", "#N/A"), Flaw.NAME_ERROR),
    (row("198801012010011009", "12345"), Flaw.NAME_NUMBER),
    (row("198801012010011009", "x" * 121), Flaw.NAME_LONG),
    (row("198801012010011009", "Nur\ufffdaini"), Flaw.NAME_SPOILT),
    (row("Siti", "198801012010011009"), Flaw.SWAPPED),
    (row(GOOD, "Orang Lain"), Flaw.TWICE),
    (row("198713012006011010"), Doubt.BIRTH),
    (row("202901012045011011"), Doubt.UNBORN),
    (row("192901011950011012"), Doubt.OLD_AGE),
    (row("198701011999011013"), Doubt.YOUNG),
    (row("198701012026121014"), Doubt.EARLY),
    (row("198701012006013015"), Doubt.SEX),
    (row("198701012006001016"), Doubt.APPOINTMENT),
    (row("198701012006011017", office=""), Oddity.NO_OFFICE),
    (row("198701012006011018", office="Dinas Antariksa"), Oddity.UNKNOWN_OFFICE),
    (row("198701012006011019", phone="8,12E+10"), Oddity.PHONE_LOST),
    (row("198701012006011020", phone="ada"), Oddity.PHONE),
    (row("198701012006011021", rank="#VALUE!"), Oddity.CELL_ERROR),
    (row(GOOD), Oddity.REPEATED),
    (list(HEAD), NonPersonRow.HEADINGS),
    ([1, 2, 3, 4, 5, 6, 7, 8], NonPersonRow.NUMBERING),
    (["", "Jumlah", 40, "", "", "", "", ""], NonPersonRow.TOTAL),
    (["", "", "", "", "", "Paringin, 27 November 2026", "", ""], NonPersonRow.FOOTER),
    (["", "", "", "", "", "NIP. 197001011990031005", "", ""], NonPersonRow.FOOTER),
]
TITLES: list[list[object]] = [["DAFTAR PEGAWAI"], ["KABUPATEN BALANGAN"], []]
FIRST = len(TITLES) + 2  # the line of the first row below the headings


def table() -> list[list[object]]:
    return [*TITLES, list(HEAD), *(cells for cells, _ in ROWS)]


@pytest.fixture(scope="session")
def by_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What it makes of one list: a workbook, and CSV of three separators and encodings."""
    folder = tmp_path_factory.mktemp("roster")
    source = folder / "daftar.xlsx"
    with xlsxwriter.Workbook(source, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Pegawai")
        for line, cells in enumerate(table()):
            for at, cell in enumerate(cells):
                (sheet.write_string if isinstance(cell, str) else sheet.write_number)(
                    line, at, cell
                )
        _workbook_of_its_own(book.add_worksheet("Gabungan"), book)
    made: dict[str, Path] = {"xlsx": folder / "xlsx" / "daftar.xlsx"}
    filters = {"utf-8 ;": "59,34,76", "utf-16 tab": "9,34,65535", "cp1252 ,": "44,34,1"}
    for name, options in filters.items():
        into = folder / name.split()[0]
        into.mkdir()
        office.convert([source], f"csv:Text - txt - csv (StarCalc):{options}", into)
        made[name] = into / "daftar.csv"
    made["xlsx"].parent.mkdir()
    office.convert([source], "xlsx:Calc MS Excel 2007 XML", made["xlsx"].parent)
    return made


def _workbook_of_its_own(sheet: Any, book: Any) -> None:
    """Two rows of headings, merged; an office merged over its people; numbers as numbers."""
    bold = book.add_format({"bold": True})
    sheet.merge_range("A1:F1", "DAFTAR PEGAWAI PER NOVEMBER", bold)
    for place, word in (("A2:A3", "NO"), ("B2:B3", "NAMA"), ("C2:C3", "NIP")):
        sheet.merge_range(place, word, bold)
    sheet.merge_range("D2:E2", "JABATAN", bold)
    sheet.write_row("D3", ["Nama", "Eselon"], bold)
    sheet.merge_range("F2:F3", "OPD", bold)
    sheet.write_row("A4", [1, "Rusmini", "199103032015032001", "Bidan", "-"])
    sheet.write_row("A5", [2, "Murni", "199104042015032002", "Perawat", "-"])
    sheet.merge_range("F4:F5", "Dinas Kesehatan")
    sheet.write_row("A6", [3, "Bilangan", 198701012006011001, "Guru", "-", "Disdikbud"])
    sheet.write_row("A7", [4, "Tanggal"])
    sheet.write_number("C7", 31778, book.add_format({"num_format": "d/m/yyyy"}))
    sheet.merge_range("B8:C8", "Orang Bergabung")
    sheet.write("D8", "Guru")
    sheet.merge_range("A9:B9", "JUMLAH")
    sheet.write("C9", 5)


def fates(found: Collected, sheet: str | None) -> dict[int, set[object]]:
    told: dict[int, set[object]] = {}
    some: list[tuple[RowPlace, object]] = [(place, what) for place, what, _ in found.bad]
    some += [(place, what) for place, what, _ in found.doubts]
    for place, what in [*some, *found.passed]:
        if place.sheet == sheet:
            told.setdefault(place.line, set()).add(what)
    return told


@pytest.mark.parametrize("form", ["xlsx", "utf-8 ;", "utf-16 tab", "cp1252 ,"])
def test_each_row_is_reported_rightly(by_libreoffice: dict[str, Path], form: str) -> None:
    found = read(by_libreoffice[form])
    told = fates(found, "Pegawai" if form == "xlsx" else None)
    for line, (cells, fate) in enumerate(ROWS, FIRST):
        spoilt = form == "cp1252 ," and fate is Flaw.NAME_SPOILT  # has no such sign
        if not spoilt:
            assert told.get(line, set()) == ({fate} if fate else set()), (line, cells)
    assert len({fate for _, fate in ROWS} - {None}) >= 30


def test_what_only_a_workbook_has(by_libreoffice: dict[str, Path]) -> None:
    found = read(by_libreoffice["xlsx"])
    assert fates(found, "Gabungan") == {
        3: {NonPersonRow.HEADINGS},
        6: {NipFault.ROUNDED},
        7: {NipFault.DATE},
        8: {NipFault.MERGED},
        9: {NonPersonRow.TOTAL},
    }
    nurse = found.people["199104042015032002"]
    assert (nurse.office, nurse.position) == ("Dinas Kesehatan", "Perawat")


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_separators_and_encodings(tmp_path: Path, sign: str, encoding: str) -> None:
    rows: list[list[object]] = [
        list(HEAD),
        row(GOOD, "Renée Gálvez, S.Kom"),
        row("198801012010011002"),
    ]
    found = read(written_csv(tmp_path / "a.csv", rows, sign, encoding=encoding))
    assert found.people[GOOD].name == "Renée Gálvez, S.Kom"
    assert len(found.people) == 2
    assert not found.bad


def test_a_separator_within_a_name_and_a_quotation_mark_left_open(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = [
        "NIP,Nama,Unit Kerja",
        f"{GOOD},Budi, S.Kom,Dinas Pendidikan",
        '198801012010011002,"Ani,Dinas Pendidikan',
        "198801012010011003,Eko,Dinas Pendidikan",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert fates(read(path), None) == {2: {Flaw.TOO_WIDE}, 3: {Flaw.RAN_ON}}


def test_numbers_that_a_program_rounded_are_seen_together(tmp_path: Path) -> None:
    rounded = [row(str(int(float(f"19870101200601{n}00{n}"))), f"Orang {n}") for n in range(1, 8)]
    kept = [cells for cells in rounded if not str(cells[2]).endswith("000")]
    found = read(people(tmp_path, *kept))
    assert {why for _, why, _ in found.bad} == {Flaw.ALL_ROUNDED}


def test_offices_between_the_rows_and_in_titles(tmp_path: Path) -> None:
    head = ["No", "Nama", "NIP", "Jabatan"]
    rows: list[list[object]] = [
        ["UNIT KERJA : DISDIKBUD"],
        list(head),
        ["1", "Siti", GOOD, "Guru"],
        ["B.", "DINAS KESEHATAN", "", ""],
        ["2", "Rusmini", "199103032015032001", "Bidan"],
    ]
    found = read(written_csv(tmp_path / "a.csv", rows))
    assert [each.office for each in found.people.values()] == [
        "Dinas Pendidikan",
        "Dinas Kesehatan",
    ]
    assert not found.bad


def test_name_and_nip_in_one_column(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["No", "Nama / NIP", "OPD"],
        ["1", "Siti, S.Pd\nNIP. 19870101 200601 1 001", "X"],
    ]
    found = read(written_csv(tmp_path / "a.csv", rows), Offices())
    assert [(each.nip, each.name) for each in found.people.values()] == [(GOOD, "Siti, S.Pd")]


@pytest.mark.parametrize("together", [True, False])
def test_who_signs_below_the_list_is_not_in_it(tmp_path: Path, together: bool) -> None:
    """Whichever column the signature stands in; a list may go on below a total."""
    other = "198701012006011002"
    rows: list[list[object]] = [
        ["No", "Nama / NIP", "OPD"] if together else ["No", "NIP", "Nama"],
        ["1", f"Siti\n{GOOD}", "X"] if together else ["1", GOOD, "Siti"],
        ["", "Jumlah 1", ""],
        ["2", f"Ani\n{other}", "Y"] if together else ["2", other, "Ani"],
        ["", "Mengetahui,\nKepala Dinas", ""],
        ["", "Drs. Anu\nNIP. 197001011990031005", ""],
    ]
    found = read(written_csv(tmp_path / "a.csv", rows), Offices())
    assert [*found.people] == [GOOD, other]
    assert not found.bad


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0old", r"\.xlsx without one"),
        (b"<html><table>", "web page"),
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04broken", "broken"),
        (b"hanya satu kolom\n", "one column"),
        (b"1;198701012006011001;Budi\n2;198701012006011002;Ani\n", "no headings that name them"),
        (b"a;b\n1;2\n", "no list with a NIP"),
    ],
)
def test_what_is_no_list_is_refused_in_one_line(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(CannotRead, match=told):
        read(path)


def test_sheets_that_are_hidden_or_no_list_are_passed_over_and_named(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, nip in (("Dinas Pendidikan", GOOD), ("Dinas Kesehatan", "198801012010011002")):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, HEAD[1:4])
            sheet.write_row(1, 0, ["Siti", nip])
            sheet.write_number(1, 2, 0.5, book.add_format({"num_format": "[h]:mm"}))
        book.add_worksheet("Petunjuk").write("A1", "Isi sesuai contoh")
        hidden = book.add_worksheet("Lama")
        hidden.write_row(0, 0, HEAD[1:3])
        hidden.write_row(1, 0, ["Ani", "198901012012011003"])
        hidden.hide()
        book.add_chartsheet("Grafik").set_chart(_chart(book))
    found = read(path)
    assert [each.office for each in found.people.values()] == [
        "Dinas Pendidikan",
        "Dinas Kesehatan",
    ]
    told = [*preview.of_file(found)]
    for line in (
        *("  Lembar Dinas Pendidikan: 1 baris", "  Lembar Dinas Kesehatan: 1 baris"),
        *("  Lembar Petunjuk: dilewati, ", "  Lembar Lama: dilewati, "),
    ):
        assert any(each.startswith(line) for each in told), (line, told)


def _chart(book: Any) -> Any:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='Dinas Kesehatan'!$A$1:$A$2"})
    return chart


def test_a_first_line_that_names_the_separator(tmp_path: Path) -> None:
    sign = ","
    path = written_csv(tmp_path / "a.csv", [list(HEAD), row(GOOD, "Budi; S.Kom, M.M")], sign)
    path.write_text(f"sep={sign}\n{path.read_text()}")
    found = read(path)
    assert found.people[GOOD].name == "Budi; S.Kom, M.M"
    assert not found.bad


def test_a_first_line_that_names_no_separator_is_passed_over(tmp_path: Path) -> None:
    path = written_csv(tmp_path / "a.csv", [list(HEAD), row(GOOD)])
    path.write_text(f"sep=\n{path.read_text()}")
    assert [*read(path).people] == [GOOD]


def test_big_endian_without_its_mark(tmp_path: Path) -> None:
    found = read(written_csv(tmp_path / "a.csv", [list(HEAD), row(GOOD)], encoding="utf-16-be"))
    assert [*found.people] == [GOOD]


def test_a_cell_longer_than_any_is_told_and_the_rows_below_are_read(tmp_path: Path) -> None:
    endless = row("198801012010011002", "x" * 100_001)
    found = read(written_csv(tmp_path / "a.csv", [list(HEAD), endless, row(GOOD)]))
    assert [*found.people] == [GOOD]
    assert fates(found, None) == {2: {Flaw.RAN_ON}}


def test_offices_that_are_missing_in_most_rows_may_be_merged_cells(tmp_path: Path) -> None:
    rows = [row(f"1987010120060110{n:02}", f"Orang {n}", office="") for n in range(1, 4)]
    told = [*preview.of_file(read(people(tmp_path, row(GOOD.replace("11001", "11009")), *rows)))]
    assert words.MERGED_HINT in told
