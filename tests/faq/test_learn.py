"""What the desk teaches the book: in memory at once, and back into the Markdown files."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from faq.book import read
from faq.cluster import cluster
from faq.learn import Change, export, taught

MANUAL = Path("faq/manual")
DAY = date(2026, 11, 23)
PHRASING = Change("lupa-password", "kunci masuk saya raib entah ke mana", None, None, DAY)
ENTRY = Change("kartu-pegawai", "karpeg saya hilang", "Urus di BKPSDM.\n# bukan judul", 15, DAY)


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("book") / "manual"
    shutil.copytree(MANUAL, copy)
    return copy


def test_a_phrasing_joins_its_entry(manual: Path) -> None:
    entry = taught(read(manual), [PHRASING]).get("lupa-password")
    assert entry is not None
    assert entry.phrasings[-1] == PHRASING.question


def test_a_new_entry_stands_at_the_end_of_its_chapter(manual: Path) -> None:
    chapter = taught(read(manual), [ENTRY]).chapter(15)
    assert chapter is not None
    assert chapter.entries[-1].id == "kartu-pegawai"
    assert chapter.entries[-1].place.startswith("Bab 15, bagian 15.")


def test_a_change_to_an_entry_that_is_gone_is_passed_over(manual: Path) -> None:
    book = read(manual)
    assert taught(book, [Change("tidak-ada", "apa", None, None, DAY)]) == book


def test_the_exported_files_read_as_the_taught_book(manual: Path, tmp_path: Path) -> None:
    book = read(manual)
    written = export(book, [PHRASING, ENTRY], manual, tmp_path)
    assert sorted(path.name[:2] for path in written) == ["02", "15"]
    for path in manual.glob("*.md"):
        if not (tmp_path / path.name).exists():
            shutil.copy(path, tmp_path)
    again = read(tmp_path)
    entry, new = again.get("lupa-password"), again.get("kartu-pegawai")
    assert entry is not None
    assert PHRASING.question in entry.phrasings
    assert new is not None
    assert new.answer == "Urus di BKPSDM.\nbukan judul"
    assert len(again.entries) == len(book.entries) + 1
    before = (manual / "02-akses-dan-login.md").read_text().splitlines()
    after = (tmp_path / "02-akses-dan-login.md").read_text().splitlines()
    assert [line for line in after if line not in before] == [f"- {PHRASING.question}"]


def test_questions_that_ask_the_same_fall_together() -> None:
    asked = [
        "cara ajukan pensiun dini",
        "wifi kantor mati",
        "gimana mengajukan pensiun dini min",
        "pengajuan pensiun dini",
        "internet di kantor putus",
    ]
    groups = [sorted(group.members) for group in cluster(asked)]
    assert groups[0] == [0, 2, 3]
    assert [1] in groups
    assert sorted(at for group in groups for at in group) == [0, 1, 2, 3, 4]


def test_questions_without_words_are_clustered_too() -> None:
    assert len(cluster(["🙏", "???", ""])) == 3
