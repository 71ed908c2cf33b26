"""What only the regency can know, in one file: `lokal.md`.

Each key is a heading, with lines that say what it is, what holds here, and who says so.

    ## alamat-aplikasi-daerah

    - Hal: Alamat aplikasi aktivitas harian milik daerah
    - Nilai: (belum diisi)
    - Sumber: (belum diisi)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from faq.book.chapter import HEADING, Problem
from faq.book.ids import ID

LOCAL_FILE = "lokal.md"
LINE = re.compile(
    r"^\s*[-*•+]\s*(?P<key>hal|isi|nilai|sumber)\s*:\s*(?P<value>.*)$", re.IGNORECASE
)
EMPTY = re.compile(r"^[\s\W_]*(?:belum diisi|isi di sini|todo|tbd)?[\s\W_]*$", re.IGNORECASE)


@dataclass(frozen=True)
class LocalFact:
    key: str
    label: str
    value: str | None
    source: str
    line: int


def read_local(path: Path, problems: list[Problem]) -> Mapping[str, LocalFact]:
    """The keys of the file; a book without the file simply has nothing filled in."""
    if not path.is_file():
        return MappingProxyType({})
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    found: dict[str, LocalFact] = {}
    for fact in facts(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if not ID.match(fact.key):
            note = f"'{fact.key}' bukan kunci; tulis seperti ## jam-layanan"
            problems.append(Problem(path.name, fact.line, note))
        elif fact.key in found:
            note = (
                f"kunci '{fact.key}' sudah ada di baris {found[fact.key].line}; hapus salah satu"
            )
            problems.append(Problem(path.name, fact.line, note))
        else:
            found[fact.key] = fact
    return MappingProxyType(found)


def facts(lines: list[str]) -> list[LocalFact]:
    found: list[LocalFact] = []
    for number, line in enumerate(lines, 1):
        heading, said = HEADING.match(line), LINE.match(line)
        if heading:
            key = heading["id"] or heading["title"].strip("` ")
            found.append(LocalFact(key, heading["title"], None, "", number))
        elif said and found:
            found[-1] = completed(found[-1], said["key"].lower(), said["value"].strip())
    return found


def completed(fact: LocalFact, key: str, value: str) -> LocalFact:
    if EMPTY.match(value):
        return fact
    if key == "hal":
        return replace(fact, label=value)
    if key == "sumber":
        return replace(fact, source=value)
    return replace(fact, value=value)
