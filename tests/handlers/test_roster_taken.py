"""A list of personnel taken over: what changes by it, and when nothing may."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.rules.roster.people import Flaw, State
from bot.words import roster_import as words
from handlers.operator.meter import Meter
from handlers.operator.roster.collect import collect
from handlers.operator.roster.take_over import Consent, NotTaken, take_over
from storage.engine import Database
from tests.handlers.roster_lists import (
    GOOD,
    HEAD,
    NOW,
    OFFICES,
    TODAY,
    people,
    read,
    row,
)


def take(database: Database, path: Path, consent: Consent) -> list[str]:
    told: list[str] = []
    take_over(database, read(path), consent, told.append, meter=Meter(), now=NOW)
    return told


def states(database: Database) -> dict[str, State]:
    with database.reading() as unit:
        return {each.nip: each.state for each in unit.roster.all()}


YES = Consent(yes=True)


def test_moves_new_and_departed_are_told_and_kept(tmp_path: Path, database: Database) -> None:
    two, three = "198801012010011002", "198901012012011003"
    first = people(tmp_path, row(GOOD, "Siti"), row(two, "Ani"))
    assert take(database, first, Consent())[-1] == words.PREVIEW
    assert states(database) == {}
    take(database, first, YES)
    again = take(database, first, YES)
    assert again[-1] == words.NOTHING_NEW
    moved = row(GOOD, "Siti", office="Dinas Kesehatan")
    told = "\n".join(take(database, people(tmp_path, moved, row(three, "Eko")), YES))
    assert "Siti (…001): Dinas Pendidikan → Dinas Kesehatan" in told
    assert "Baru: 1\n    Eko (…003)" in told
    assert "Tidak ada lagi di berkas: 1\n    Ani (…002)" in told
    assert states(database) == {
        GOOD: State.ACTIVE,
        two: State.DEPARTED,
        three: State.ACTIVE,
    }
    back = people(tmp_path, moved, row(two, "Ani"), row(three, "Eko", status="Pensiun"))
    told = "\n".join(take(database, back, YES))
    assert "Aktif lagi: 1" in told
    assert "Keluar menurut berkas: 1\n    Eko (…003): Pensiun" in told
    assert states(database)[three] is State.LEFT
    assert GOOD not in told


def test_who_left_before_the_first_list_is_not_new(tmp_path: Path, database: Database) -> None:
    free = row("198801012010011002", "Ani", status="MPP")  # until then of the staff
    told = "\n".join(take(database, people(tmp_path, row(GOOD, status="Pensiun"), free), YES))
    assert "Baru: 1\n    Ani" in told
    assert "Keluar menurut berkas: 1\n    Siti (…001): Pensiun" in told
    assert states(database) == {GOOD: State.LEFT, "198801012010011002": State.ACTIVE}


def test_one_bad_row_and_nothing_is_changed(tmp_path: Path, database: Database) -> None:
    take(database, people(tmp_path, row(GOOD)), YES)
    with pytest.raises(NotTaken, match="1 rows cannot be read"):
        take(database, people(tmp_path, row("198801012010011002"), row("123")), YES)
    assert states(database) == {GOOD: State.ACTIVE}


def test_a_list_of_a_part_does_not_send_the_others_away(
    tmp_path: Path, database: Database
) -> None:
    many = [row(f"1987010120060110{n:02}", f"Orang {n}") for n in range(1, 31)]
    take(database, people(tmp_path, *many), YES)
    part = people(tmp_path, *many[:4])
    with pytest.raises(NotTaken, match="--departed-ok"):
        take(database, part, YES)
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return "26" if len(asked) > 1 else "ya"

    assert take(database, part, Consent(ask=ask))[-1] == words.CALLED_OFF
    take(database, part, Consent(ask=ask))
    assert list(states(database).values()).count(State.DEPARTED) == 26


def test_what_a_killed_import_left_counts_for_nothing(tmp_path: Path, database: Database) -> None:
    path = people(tmp_path, row(GOOD))
    with database.unit() as unit:
        left = unit.roster.begin(people=5, now=NOW)
        assert unit.roster.stage(left, list(read(path).people.values()))
    assert states(database) == {}
    with database.unit() as unit:
        assert not unit.roster.switch(left, before=None)
    take(database, path, YES)
    assert states(database) == {GOOD: State.ACTIVE}
    with database.unit() as unit:
        assert not unit.roster.stage(left, list(read(path).people.values()))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kiki", "Lala", False),  # as long as each other
        ("Ani", "Rohani", False),
        ("Ani Rahmawati", "dr. ANI RAHMAWATI, Sp.A", True),
        ("Abdul Rahman", "Abdulrahman", True),
        ("Ani Rahmawati", "Ani", True),
    ],
)
def test_who_has_the_nip_of_another(tmp_path: Path, one: str, other: str, same: bool) -> None:
    file = tmp_path / "list.csv"
    lines = [";".join(HEAD), *(";".join(map(str, row(GOOD, name))) for name in (one, other))]
    file.write_text("\n".join(lines), encoding="utf-8")
    found = collect(file, OFFICES, TODAY, lambda _: None)
    assert [why for _, why, _ in found.bad] == ([] if same else [Flaw.TWICE])
    assert len(found.people) == 1


def many(most: int, **more: object) -> list[list[object]]:
    return [row(f"1987010120060110{n:02}", f"Orang {n}", **more) for n in range(1, most + 1)]


def test_of_many_that_moved_the_offices_are_told_together(
    tmp_path: Path, database: Database
) -> None:
    take(database, people(tmp_path, *many(12)), YES)
    told = take(database, people(tmp_path, *many(12, office="Dinas Kesehatan")), YES)
    assert "  Pindah kantor: 12" in told
    assert "    12 orang: Dinas Pendidikan → Dinas Kesehatan" in told


def test_what_else_changed_of_somebody_is_named(tmp_path: Path, database: Database) -> None:
    take(database, people(tmp_path, row(GOOD)), YES)
    other = people(tmp_path, row(GOOD, position="Kepala sekolah", phone="081299990000"))
    told = "\n".join(take(database, other, YES))
    assert "Siti (…001): jabatan, telepon" in told


def test_a_list_of_nobody_changes_nothing(tmp_path: Path, database: Database) -> None:
    take(database, people(tmp_path, row(GOOD)), YES)
    empty = people(tmp_path, ["", "Jumlah", 0, "", "", "", "", ""])
    with pytest.raises(NotTaken, match="nobody in the list"):
        take(database, empty, YES)
    assert states(database) == {GOOD: State.ACTIVE}


@pytest.mark.parametrize(("answer", "kept"), [(" IYA ", 1), ("tidak", 0)])
def test_at_the_terminal_it_is_asked(
    tmp_path: Path, database: Database, answer: str, kept: int
) -> None:
    told = take(database, people(tmp_path, row(GOOD)), Consent(ask=lambda _: answer))
    assert len(states(database)) == kept
    assert (told[-1] == words.CALLED_OFF) is (kept == 0)


def test_another_import_meanwhile_leaves_this_one_without_effect(
    tmp_path: Path, database: Database
) -> None:
    two = "198801012010011002"

    def ask(_: str) -> str:
        (tmp_path / "b").mkdir()
        take(database, people(tmp_path / "b", row(two, "Ani")), YES)
        return "ya"

    with pytest.raises(NotTaken, match="another import was running"):
        take(database, people(tmp_path, row(GOOD)), Consent(ask=ask))
    assert states(database) == {two: State.ACTIVE}


def test_who_is_linked_is_known_in_the_new_office(tmp_path: Path, database: Database) -> None:
    take(database, people(tmp_path, row(GOOD)), YES)
    with database.unit() as unit:
        person = unit.people.seen(42, name="Siti", username=None, now=NOW)
        person.office = "Dinas Pendidikan"
        unit.session.flush()
        assert unit.roster.link(42, GOOD, by_id=None, now=NOW)
    told = take(database, people(tmp_path, row(GOOD, office="Dinas Kesehatan")), YES)
    assert told[-1] == words.MOVED_PEOPLE.format(count=1)
    with database.reading() as unit:
        known = unit.people.get(42)
        assert known is not None
        assert known.office == "Dinas Kesehatan"
