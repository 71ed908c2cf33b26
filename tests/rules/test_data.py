"""The dated data files: complete, sourced, and refused in one line where they are wrong."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable
from datetime import date, time, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from bot.data.clinic import clinic
from bot.data.data_file import HERE, DataError
from bot.data.deadlines import deadlines, terms
from bot.data.editions import editions
from bot.data.privacy import privacy
from bot.data.survey import survey
from bot.data.working_time import holidays, known_until, office_hours, special_periods
from bot.rules.calendar import OfficeHours
from bot.rules.privacy.retention import Kept
from bot.rules.ticket import Kind

HOLIDAYS = HERE / "holidays.csv"
ERASURE = '[erasure]\nhours = 9\nremind_hours = 1\nsource = "x"\n'
DAYS = "[working_days]\ncomplaint = 1\ncriticism = 1\nsuggestion = 1\n"
GOOD = '[edition.2030]\nlevel2 = "51"\nlevel3 = "91"\nsource = "x"\nsure = "x"\n'


def _rows() -> list[dict[str, str]]:
    with HOLIDAYS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_holiday_has_a_name_and_a_source() -> None:
    for row in _rows():
        assert row["name"].strip(), row
        assert row["source"].strip(), row
        assert None not in row, row


def test_holidays_are_sorted_and_unique() -> None:
    days = [date.fromisoformat(row["date"]) for row in _rows()]
    assert days == sorted(set(days))
    assert holidays(HOLIDAYS) == set(days)


def test_every_edition_has_a_source_and_levels_in_order() -> None:
    known = editions()
    assert known.default.name == "2026"
    for name, edition in known.by_name.items():
        assert edition.name == name
        assert edition.source
        assert "surat" in edition.sure
        assert 0 < edition.level2 < edition.level3 <= 100


def test_the_printed_thresholds() -> None:
    printed = {
        name: (str(edition.level2), str(edition.level3), edition.level3_exclusive)
        for name, edition in editions().by_name.items()
    }
    assert printed == {
        "2022": ("31", "60", True),
        "2023": ("4001/100", "71", False),
        "2024": ("51", "86", False),
        "2026": ("51", "91", False),
    }


def test_an_unknown_edition_says_which_are_known() -> None:
    known = editions()
    assert known.get(None) is known.default is known.get("2026")
    with pytest.raises(DataError, match=r"edition 2025: .*2022, 2023, 2024, 2026"):
        known.get("2025")


def test_a_threshold_without_quotes_is_exact_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "editions.toml"
    file.write_text('default = "2030"\n' + GOOD.replace('"51"', "40.01"))
    assert editions(file).default.level2 == Fraction(4001, 100)


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    file = tmp_path / "editions.toml"
    file.write_bytes(("\ufeff" + f"default = 2030\n{GOOD}".replace("\n", "\r\n")).encode())
    assert editions(file).default.name == "2030"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD, r'write at its top default = "…", with one of: 2030'),
        ('default = "2031"\n' + GOOD, r'write at its top default = "…", with one of: 2030'),
        ('default = "2030"\n', r"\[edition\.…\]"),
        ('default = "2030"\nedition = 5\n', r"\[edition\.…\]"),
        ('default = "2030"\n[edition]\n2030 = "51"\n', "edition 2030: write level2"),
        ('default = "2030"\n' + GOOD.replace("51", "1/0"), "edition 2030: .*level2"),
        ('default = "2030"\n' + GOOD.replace("51", "lima"), "edition 2030: .*level2"),
        (
            'default = "2030"\n' + GOOD.replace('source = "x"', 'source = " "'),
            "edition 2030: .*source",
        ),
        ('default = "2030"\n' + GOOD + 'level3_more_than = "91"\n', "edition 2030: .*not both"),
        ('default = "2030\n' + GOOD, "at line 1"),
        ('default = "2030"\n' + GOOD + GOOD, r"at line 7"),
    ],
)
def test_whatever_is_wrong_with_the_editions_is_one_line(
    tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "editions.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=said) as caught:
        editions(file)
    assert str(caught.value).startswith("editions.toml")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('level3 = "91"', "level3"),
        ('source = "x"', "source"),
        ('sure = "x"', "sure"),
        ('"51"', "below"),
    ],
)
def test_a_wrong_edition_is_named(tmp_path: Path, wrong: str, said: str) -> None:
    file = tmp_path / "editions.toml"
    file.write_text('default = "2030"\n' + GOOD.replace(wrong, '"95"' if wrong == '"51"' else ""))
    with pytest.raises(DataError, match=f"edition 2030.*{said}"):
        editions(file)


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
    file = tmp_path / "privacy.toml"
    file.write_text(text)
    with pytest.raises(DataError, match=said) as caught:
        privacy(file)
    assert "\n" not in str(caught.value)


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
    file = tmp_path / "deadlines.toml"
    file.write_text(text)
    with pytest.raises(DataError, match=rf"deadlines\.toml:\d: .*{said}") as caught:
        deadlines(file)
    assert "\n" not in str(caught.value)


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
    file = tmp_path / "deadlines.toml"
    file.write_text((HERE / "deadlines.toml").read_text().replace(*wrong))
    with pytest.raises(DataError, match=rf"deadlines\.toml:\d+: .*{said}") as caught:
        terms(file)
    assert "\n" not in str(caught.value)


def test_the_usual_hours_have_a_rest_and_a_longer_one_on_fridays() -> None:
    (week,) = office_hours()
    assert week.on(date(2026, 11, 26)) == OfficeHours(time(8), time(17), (time(12), time(13)))
    friday = OfficeHours(time(8), time(17), (time(11, 30), time(13, 30)))
    assert week.on(date(2026, 11, 27)) == friday


WEEK = '[[week]]\nfrom = 2027-01-01\nhours = ["08:00-12:00", "13:00-16:30"]\nsource = "x"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", r"\[\[week\]\]"),
        (WEEK.replace("12:00", "13:30"), "in order"),
        (WEEK.replace('"08:00-12:00"', '"08.00-12.00"'), "in order"),
        (WEEK.replace('"08:00-12:00"', '"08:00-29:00"'), "hour must be"),
        (WEEK.replace('["08:00-12:00", "13:00-16:30"]', "[]"), "in order"),
        (WEEK.replace('"x"', '""'), "a source is needed"),
        (WEEK + WEEK, "begin on the same day"),
    ],
)
def test_usual_hours_that_cannot_be_used(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "jam.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=said) as caught:
        office_hours(file)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("reads", [editions, deadlines])
def test_a_data_file_that_cannot_be_read_is_named(
    tmp_path: Path, reads: Callable[[Path], object]
) -> None:
    (tmp_path / "latin.toml").write_bytes('default = "é"'.encode("latin-1"))
    for name in ("latin.toml", "tiada.toml", "."):
        with pytest.raises(DataError, match="cannot be read"):
            reads(tmp_path / name)


@pytest.mark.parametrize("row", ["25-12-2026,Natal,x", ",Natal,x", "2026-02-30,Tidak ada,x"])
def test_a_wrong_holiday_is_named_with_its_line(tmp_path: Path, row: str) -> None:
    file = tmp_path / "libur.csv"
    file.write_text(f"date,name,source\n2026-12-25,Natal,x\n{row}\n")
    with pytest.raises(DataError, match=r"libur\.csv:3: write the date like 2026-12-25"):
        holidays(file)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", r"libur\.csv:1: .*date,name,source"),
        ("date;name;source\n2026-12-25;Natal;x\n", r"libur\.csv:1: .*commas"),
        ("2026-12-25,Natal,x\n", r"libur\.csv:1: "),
        ('date,name,source\n2026-12-25,"Natal,x\n2026-12-26,Cuti,x\n', r"quotation mark"),
        ("date,name,source\n\n2026-12-25,Natal,x\n25 Des,Natal,x\n", r"libur\.csv:4: "),
        ('date,name,source\n2026-12-25,"Na\ntal",x\n25 Des,Natal,x\n', r"libur\.csv:4: "),
    ],
)
def test_a_holiday_file_of_another_form_is_said_in_one_line(
    tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "libur.csv"
    file.write_text(text)
    with pytest.raises(DataError, match=said) as caught:
        holidays(file)
    assert "\n" not in str(caught.value)


def test_a_file_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    file = tmp_path / "libur.csv"
    file.write_bytes("\ufeffdate,name,source\r\n2026-12-25,Natal,x\r\n".encode())
    assert holidays(file) == {date(2026, 12, 25)}


def test_a_missing_or_broken_file_is_said_in_one_line(tmp_path: Path) -> None:
    broken = tmp_path / "libur.csv"
    broken.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "tiada.csv", broken):
        with pytest.raises(DataError, match=r"HOLIDAYS_FILE: .*: cannot be read"):
            holidays(path)


def test_a_year_with_a_fixed_few_is_not_yet_known() -> None:
    assert known_until(holidays(HOLIDAYS)) == date(2026, 12, 31)
    assert known_until([]) == date.min
    assert known_until([date(2027, 1, day) for day in range(1, 12)]) == date.min


PERIOD = """
[[period]]
name = "Ramadan 1448 H"
first = 2027-02-08
last = 2027-03-09
opens = 08:00:00
closes = 15:00:00
source = "x"
"""
CLOSED = PERIOD.replace("opens = 08:00:00\ncloses = 15:00:00", "closed = true")


def test_no_special_period_is_assumed() -> None:
    assert special_periods() == ()


def test_the_example_of_a_special_period_can_be_copied(tmp_path: Path) -> None:
    lines = (HERE / "special_periods.toml").read_text(encoding="utf-8").splitlines()
    begin = lines.index("# [[period]]")
    file = tmp_path / "masa.toml"
    file.write_text("\n".join(line.removeprefix("# ").removeprefix("#") for line in lines[begin:]))
    ramadan, moving = special_periods(file)
    assert ramadan.hours == OfficeHours(time(8), time(15), (time(12), time(12, 30)))
    assert ramadan.on(date(2027, 2, 12)) == OfficeHours(
        time(8), time(15, 30), (time(11, 30), time(12, 30))
    )
    assert moving.hours is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("period = 7", r"under \[\[period\]\]"),
        ("[[period]]\nname = 'x'", "period x: .*KeyError"),
        (PERIOD.replace("2027-02-08", "2027-04-08"), "in order"),
        (PERIOD.replace("08:00:00", "16:00:00"), "in order"),
        (PERIOD.replace("08:00:00", "'08:00'"), "are times"),
        (PERIOD.replace("2027-02-08", "'8 Feb'"), "are dates"),
        (PERIOD.replace('source = "x"', 'source = ""'), "source are needed"),
        (PERIOD.replace('name = "Ramadan 1448 H"', ""), "without a name"),
        (PERIOD.replace("closes = 15:00:00", ""), "closes"),
        (PERIOD + CLOSED, "overlap"),
    ],
)
def test_a_period_that_cannot_be_used(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "masa.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=said) as caught:
        special_periods(file)
    assert "\n" not in str(caught.value)


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
