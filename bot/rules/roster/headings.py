"""Which column is what, by the headings that Indonesian offices give them; one row of headings, or
two or three of which the upper ones cover several columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bot.rules.roster.cells import Cell, Cells, MergedCell, text_of

LOOKED_AT = 40  # rows above which no list begins
TALLEST = 3  # rows of headings
LONGEST = 80  # letters of a heading


class Field(StrEnum):
    NIP = "nip"
    NAME = "name"
    BEFORE = "before"  # the name: titles that have a column of their own
    AFTER = "after"
    OFFICE = "office"
    POSITION = "position"
    RANK = "rank"
    EMAIL = "email"
    PHONE = "phone"
    STATUS = "status"


@dataclass(frozen=True)
class Header:
    columns: Mapping[Field, tuple[int, ...]]  # the most telling first
    first: int  # of the rows looked at
    height: int
    width: int
    together: bool  # name and NIP in one column

    @property
    def below(self) -> int:
        return self.first + self.height


_OTHER = frozenset(
    {
        *("tmt", "tanggal", "tgl", "lahir", "masa", "kelamin", "pendidikan", "eselon", "darah"),
        *("atasan", "penilai", "pejabat", "suami", "istri", "ayah", "ibu", "anak", "pasangan"),
        *("lama", "kode", "id", "agama", "jurusan", "kelas", "tahun", "kawin", "perkawinan"),
        *("nikah", "sub", "keluarga", "rumah", "karpeg", "npwp", "nik", "bank", "rekening", "sk"),
    }
)
_PHONE = frozenset(
    {
        *("hp", "telepon", "telp", "tlp", "tlpn", "telpon", "telephone", "wa", "whatsapp"),
        *("handphone", "ponsel", "seluler", "kontak", "hape", "phone"),
    }
)
_MAIL = frozenset({"email", "mail", "surel"})
_RANK = frozenset({"pangkat", "golongan", "gol", "golru", "ruang"})
_OFFICE_SURELY = frozenset({"opd", "skpd", "perangkat", "instansi", "unorinduk"})
_OFFICE = frozenset(
    {"unit", "unor", "satker", "kantor", "organisasi", "dinas", "penempatan", "tugas", "kerja"}
)
_OF_A_NAME = frozenset(
    {
        *("nama", "nm", "pegawai", "lengkap", "pns", "asn", "gelar", "dan", "dengan", "peg"),
        *("tanpa", "karyawan", "pppk", "dgn", "staf", "personel", "personil"),
    }
)
_ALL = (_OTHER, _PHONE, _MAIL, _RANK, _OFFICE_SURELY, _OFFICE, _OF_A_NAME)
_KNOWN = frozenset({"nip", "no", "nomor", "baru", "daerah", "jabatan", "status"}.union(*_ALL))
_SPACED_OUT = re.compile(r"\b[a-z](?: [a-z])+\b")


def _words(heading: str) -> set[str]:
    """Also of "N I P" and "NamaPegawai"."""
    closed = _SPACED_OUT.sub(lambda found: found[0].replace(" ", ""), heading.casefold())
    return {word for run in re.findall(r"[a-z]+", closed) for word in _apart(run) or (run,)}


@lru_cache(maxsize=1_024)
def _apart(run: str) -> tuple[str, ...]:
    """The known words that it is made of, the first as long as can be; none where it is not."""
    if run in _KNOWN:
        return (run,)
    for size in range(len(run) - 1, 1, -1):
        if run[:size] in _KNOWN and (rest := _apart(run[size:])):
            return (run[:size], *rest)
    return ()


def field_of(heading: str) -> tuple[Field | None, bool]:
    """And whether it says so beyond doubt, where several columns might be meant."""
    if len(heading) > LONGEST:
        return None, False
    some = _words(heading)
    for says, field, surely in _SIGNS:
        if says(some):
            return field, surely
    return None, False


def _is_kind(some: set[str]) -> bool:
    return "jenis" in some and bool(some & {"asn", "pegawai", "kepegawaian"})


def _is_nip(some: set[str]) -> bool:
    called = any(word.startswith("nip") for word in some) or {"ni", "pppk"} <= some
    return called or ("induk" in some and bool(some & {"nomor", "no", "pegawai"}))


def _is_office(some: set[str]) -> bool:
    return bool(some & _OFFICE_SURELY) or ("induk" in some and bool(some & _OFFICE))


# In order: "Nama Jabatan" is no name, "No. Induk" above an office's is not the office's.
_SIGNS: tuple[tuple[Callable[[set[str]], bool], Field | None, bool], ...] = (
    (lambda some: bool(some & _MAIL), Field.EMAIL, True),
    (lambda some: bool(some & _OTHER), None, False),
    (lambda some: bool(some & _PHONE), Field.PHONE, True),
    (lambda some: {"gelar", "depan"} <= some, Field.BEFORE, True),
    (lambda some: {"gelar", "belakang"} <= some, Field.AFTER, True),
    (lambda some: bool(some & {"status", "kedudukan"}) or _is_kind(some), Field.STATUS, True),
    (lambda some: "jenis" in some, None, False),
    (_is_office, Field.OFFICE, True),
    (_is_nip, Field.NIP, True),
    (lambda some: bool(some & {"jabatan", "jab"}), Field.POSITION, True),
    (lambda some: bool(some & _OFFICE) and not some & {"jam", "hari"}, Field.OFFICE, False),
    (lambda some: bool(some & _RANK), Field.RANK, True),
    (lambda some: bool(some & {"nama", "nm"}) and some <= _OF_A_NAME, Field.NAME, True),
)


def find(rows: Sequence[Cells]) -> Header | None:
    """Of the first rows: where most columns are known, and as few rows as tell them."""
    best: Header | None = None
    for first in range(min(len(rows), LOOKED_AT)):
        for height in range(1, TALLEST + 1):
            block = rows[first : first + height]
            if len(block) < height or any(holds_number(row) for row in block):
                break
            found = _read(block, first)
            if found is not None and (best is None or len(found.columns) > len(best.columns)):
                best = found
    return best


def _read(block: Sequence[Cells], first: int) -> Header | None:
    width = max(map(len, block), default=0)
    columns: dict[Field, list[int]] = {}
    sure: dict[Field, list[int]] = {}
    together = False
    if any(len({text_of(cell) for cell in row} - {""}) < 2 for row in block[:-1]):
        return None  # a title
    spread = [*(_spread(row, width) for row in block[:-1]), list(block[-1])]
    for at in range(width):
        parts = [text_of(row[at]) for row in spread if at < len(row)]
        field, surely = _of_parts([part for part in dict.fromkeys(parts) if part])
        if field is not None:
            (sure if surely else columns).setdefault(field, []).append(at)
            together |= field is Field.NIP and _names_too(" ".join(parts))
    found = {field: (*sure.get(field, ()), *columns.get(field, ())) for field in sure | columns}
    if together and Field.NAME not in found:
        found[Field.NAME] = found[Field.NIP]
    else:
        together = False
    if not {Field.NIP, Field.NAME} <= found.keys():
        return None
    last_told = max(at for some in found.values() for at in some)
    below = [at for at, cell in enumerate(block[-1]) if text_of(cell)]
    return Header(found, first, len(block), max([last_told, *below]) + 1, together)


def _of_parts(parts: Sequence[str]) -> tuple[Field | None, bool]:
    """By the lowest, unless it only says "Nama" of what stands above it, or nothing alone."""
    if not parts:
        return None, False
    field, surely = field_of(parts[-1])
    above = next((found for part in parts[:-1] if (found := field_of(part))[0]), (None, False))
    if field is Field.NAME and above[0] in {Field.POSITION, Field.OFFICE, Field.RANK}:
        return above
    if field is None and above[0] is not None:
        return field_of(" ".join(parts))
    return field, surely


def _names_too(heading: str) -> bool:
    return "nama" in re.findall(r"[a-z]+", heading.casefold())


def _spread(row: Cells, width: int) -> list[Cell]:
    """What stands above several columns, above each of them: merged, or with nothing beside it."""
    spread: list[Cell] = []
    last: Cell = None
    for at in range(width):
        cell = row[at] if at < len(row) else None
        if isinstance(cell, MergedCell):
            last = cell.value
        elif text_of(cell):
            last = cell
        spread.append(last)
    return spread


def holds_number(row: Cells) -> bool:
    """Whether it is a row of the list already: it has a NIP, or what was one."""
    return any(_is_long(cell) for cell in row)


def _is_long(cell: Cell) -> bool:
    value = cell.value if isinstance(cell, MergedCell) else cell
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return abs(value) >= 10**15
    digits = sum(sign.isdecimal() for sign in text_of(cell))
    return digits >= 15 or bool(re.fullmatch(r"\d[.,]\d+E\+?1\d", text_of(cell), re.IGNORECASE))


def is_numbering(row: Cells) -> bool:
    """The row "1 2 3 4 …" that stands below many headings."""
    told = [text.strip("().") for cell in row if (text := text_of(cell))]
    numbers = [int(each) for each in told if each.isdecimal() and len(each) < 3]
    if len(told) < 3 or len(numbers) < len(told):
        return False
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))
