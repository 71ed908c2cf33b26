"""What only the regency can know, in one file: `lokal.md`.

Each key is a heading, with lines that say what it is, what holds here, and who says so.

    ## alamat-aplikasi-daerah

    - Hal: Alamat aplikasi aktivitas harian milik daerah
    - Nilai: (belum diisi)
    - Sumber: (belum diisi)
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from bot.text_file import shown
from faq.book.chapter import heading
from faq.book.entry import Problem
from faq.book.files import text_of
from faq.book.ids import ID

LOCAL_FILE = "lokal.md"
LINE = re.compile(
    r"^\s*[-*•+]\s*(?P<key>hal|isi|nilai|sumber)\s*:\s*(?P<value>.*)$", re.IGNORECASE
)
EMPTY = re.compile(r"^[\s\W_]*+(?:belum diisi|isi di sini|todo|tbd)?[\s\W_]*+$", re.IGNORECASE)


@dataclass(frozen=True)
class LocalFact:
    key: str
    label: str
    value: str | None
    source: str
    line: int


def read_local(path: Path, problems: list[Problem]) -> Mapping[str, LocalFact]:
    """The keys of the file; a book without the file simply has nothing filled in."""
    text = text_of(path, problems) if os.path.lexists(path) else None
    found: dict[str, LocalFact] = {}
    for fact in facts((text or "").split("\n")):
        if not ID.match(fact.key):
            note = f"'{shown(fact.key)}' bukan kunci; tulis seperti ## jam-layanan"
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
        said = LINE.match(line)
        if named := heading(line):
            title, entry_id = named
            found.append(LocalFact(entry_id or title.strip("` "), title, None, "", number))
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
