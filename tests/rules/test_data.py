"""The other dated data files: complete, sourced, and refused in one line where they are wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.data.clinic import clinic
from bot.data.data_file import HERE, DataError
from bot.data.deadlines import deadlines, terms
from bot.data.editions import editions
from bot.data.privacy import privacy
from bot.data.proofs import proofs
from bot.data.reach import bands
from bot.data.survey import survey
from bot.rules.privacy.retention import Kept
from bot.rules.ticket import Kind
from tests.rules.refused import refused

ERASURE = '[erasure]\nhours = 9\nremind_hours = 1\nsource = "x"\n'
DAYS = "[working_days]\ncomplaint = 1\ncriticism = 1\nsuggestion = 1\n"


def test_every_kind_has_a_deadline_and_the_file_its_source() -> None:
    assert deadlines() == {
        Kind.INFORMATION: 5,
        Kind.COMPLAINT: 14,
        Kind.CRITICISM: 14,
        Kind.SUGGESTION: 14,
    }
    assert terms().resolution == deadlines()
    assert (terms().supervisory, terms().verified_days, terms().answered_days) == (60, 3, 5)
    for name in ("deadlines.toml", "editions.toml", "office_hours.toml"):
        text = (HERE / name).read_text(encoding="utf-8")
        assert tomllib.loads(text)
        assert "ource" in text


def test_the_notice_has_its_periods_from_the_data() -> None:
    found = privacy()
    assert found.erase_within == timedelta(hours=72)
    assert {*found.keep} == {*Kept}
    for row in tomllib.loads((HERE / "privacy.toml").read_text(encoding="utf-8"))["keep"]:
        assert row["source"].startswith("house rule"), "no law is known to name a period"


def test_the_period_that_was_set_last_counts(tmp_path: Path) -> None:
    file = tmp_path / "privacy.toml"
    row = '[[keep]]\nwhat = "{}"\ndays = {}\nfrom = {}\nsource = "x"\n'
    rows = [row.format(what.value, 9, "2026-01-01") for what in Kept]
    later = row.format("questions", 30, "2027-01-01")
    file.write_text(ERASURE + later + "".join(rows))
    assert privacy(file).days(Kept.QUESTIONS) == 30
    assert privacy(file).days(Kept.TICKETS) == 9


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", r"write \[erasure\]"),
        ("erasure = 3\nkeep = []\n", r"write \[erasure\]"),
        ('keep = []\n[erasure]\nhours = true\nsource = "x"\n', "erasure needs hours"),
        ('keep = []\n[erasure]\nhours = 9\nremind_hours = 9\nsource = "x"\n', "fewer"),
        ("keep = []\n[erasure]\nhours = 9\nremind_hours = 1\n", "erasure: write its source"),
        ('keep = [3]\n[erasure]\nhours = 9\nremind_hours = 1\nsource = "x"\n', "delivered"),
        (
            ERASURE + '[[keep]]\nwhat = "delivered"\nfrom = 2026-01-01\ndays = 0\n',
            "whole days",
        ),
    ],
)
def test_whatever_is_wrong_with_privacy_is_one_line(tmp_path: Path, text: str, said: str) -> None:
    refused(privacy, tmp_path / "privacy.toml", text, said)


@pytest.mark.parametrize("days", ["0", "-3", '"5"', "1.5", "true", "999999999"])
def test_a_wrong_deadline_is_named(tmp_path: Path, days: str) -> None:
    file = tmp_path / "deadlines.toml"
    file.write_text(f"{DAYS}information = {days}\n")
    with pytest.raises(DataError, match=r"deadlines\.toml:\d: information needs"):
        deadlines(file)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", r"\[working_days\]"),
        ("working_days = 5\n", r"\[working_days\]"),
        ("[working_days]\ninformation = 5\n", "complaint needs"),
        ("[working_days]\ninformation 5\n", "at line 2"),
    ],
)
def test_whatever_is_wrong_with_the_deadlines_is_one_line(
    tmp_path: Path, text: str, said: str
) -> None:
    refused(deadlines, tmp_path / "deadlines.toml", text, rf"deadlines\.toml:\d: .*{said}")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("supervisory = 60", ""), "supervisory needs"),
        (("[steps]", "[langkah]"), r"\[steps\]"),
        (("silence_days = 10", "silence_days = 5"), "must not be after silence_days"),
        (("answered_hours = 24", "answered_hours = 1.5"), "answered_hours needs"),
    ],
)
def test_whatever_is_wrong_with_the_steps_is_one_line(
    tmp_path: Path, wrong: tuple[str, str], said: str
) -> None:
    text = (HERE / "deadlines.toml").read_text().replace(*wrong)
    refused(terms, tmp_path / "deadlines.toml", text, rf"deadlines\.toml:\d+: .*{said}")


@pytest.mark.parametrize("reads", [editions, deadlines])
def test_a_data_file_that_cannot_be_read_is_named(
    tmp_path: Path, reads: Callable[[Path], object]
) -> None:
    (tmp_path / "latin.toml").write_bytes('default = "é"'.encode("latin-1"))
    for name in ("latin.toml", "tiada.toml", "."):
        with pytest.raises(DataError, match="cannot be read"):
            reads(tmp_path / name)


@pytest.mark.parametrize("read", [editions, deadlines, privacy])
def test_a_name_of_thousands_of_parts_is_refused_before_it_is_parsed(
    read: Callable[[Path], object], tmp_path: Path
) -> None:
    """It took the parser a minute."""
    file = tmp_path / "x.toml"
    for text, line in (("[a]\na" + ".a" * 20_000 + " = 1\n", 2), ("a = 1\n" * 20_000, 1)):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(DataError, match=rf"x\.toml:{line}: too long"):
            read(file)


def test_the_clinics_figures_are_whole_and_sourced(tmp_path: Path) -> None:
    assert clinic().tries == 5
    good = (HERE / "clinic.toml").read_text(encoding="utf-8")
    for wrong, reason in (
        (good.replace("tries = 5 ", "tries = 0 "), "tries needs a whole number"),
        (good.replace("tries = 5 ", "tries = true "), "tries needs a whole number"),
        (good.partition("source")[0], "write its source"),
        ("", "write the figures under"),
    ):
        path = tmp_path / "clinic.toml"
        path.write_text(wrong, encoding="utf-8")
        with pytest.raises(DataError, match=reason):
            clinic(path)


@pytest.mark.parametrize(("read", "name"), [(proofs, "proofs.toml"), (bands, "reach.toml")])
def test_what_reports_are_held_against_is_whole_and_sourced(
    read: Callable[[Path], object], name: str, tmp_path: Path
) -> None:
    good = (HERE / name).read_text(encoding="utf-8")
    for wrong, reason in (
        (good.replace("level3 = ", "level3 = -", 1), "level3 needs a whole number"),
        (good.replace("level3 = ", "level3 = true #", 1), "level3 needs a whole number"),
        (good.replace("source = ", "other = ", 1), "write its source"),
        ("", "write the figures under"),
    ):
        refused(read, tmp_path / name, wrong, rf"{name}:\d+: {reason}")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('key = "time"', 'key = "cost"'),
        ('key = "time"', 'key = "TIME 1"'),
        ('answers = ["Buruk", "Cukup", "Baik", "Sangat baik"]', 'answers = ["Buruk", "Baik"]'),
        ('least = "76.61"', 'least = "99"'),
        ('least = "25.00"', 'least = "30"'),
        ("from = 2017-01-01", "from = 2017"),
        ('margin = "0.05"', 'margin = "0"'),
        ("claimed_from = 30", "claimed_from = 3"),
        ("shown_from = 5", "shown_from = true"),
        ("days = [7, 14, 30]", "days = []"),
        ("[sample]", "[other]"),
        ('sure = "', 'unsure = "'),
    ],
)
def test_a_survey_that_cannot_be_used_is_refused(right: str, wrong: str, tmp_path: Path) -> None:
    good = (HERE / "survey.toml").read_text(encoding="utf-8")
    assert right in good
    path = tmp_path / "survey.toml"
    path.write_text(good.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(DataError, match=r"survey.toml:\d+: "):
        survey(path)


def test_the_edition_in_force_is_that_of_the_day(tmp_path: Path) -> None:
    good = (HERE / "survey.toml").read_text(encoding="utf-8")
    newer = good.replace("2017-01-01", "2027-03-01").replace("PermenPANRB 14/2017", "Baru 1/2027")
    at = good.index("[sample]")
    path = tmp_path / "survey.toml"
    path.write_text(
        good[:at] + newer[newer.index("[[edition]]") : newer.index("[sample]")] + good[at:]
    )
    rules = survey(path)
    named = [rules.in_force(date(2027, 2, 28) + timedelta(days=day)).name for day in (0, 1)]
    assert named == ["PermenPANRB 14/2017", "Baru 1/2027"]
    assert rules.named("PermenPANRB 14/2017") is not None
