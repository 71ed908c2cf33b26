"""A failure is told by its place: our innermost frames, one of a library's, and no words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.data.working_time import holidays
from bot.wire import lenient_json
from bot.wire.lanes import lane_of
from bot.wire.trace import MOST, trace
from bot.words import dates
from faq.text import tokens
from handlers.json_parts import Malformed
from handlers.parse_update import parse_update

CANARY = "kenari"


def failure(act: Callable[[], object]) -> BaseException:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever it is
        act()
    return caught.value


def test_two_places_are_told_apart() -> None:
    one = trace(failure(lambda: lane_of(5)))  # type: ignore[arg-type]
    other = trace(failure(lambda: dates.span(CANARY)))  # type: ignore[arg-type]
    assert one.startswith("TypeError at bot/wire/lanes.py:")
    assert " lane_of" in one
    assert other.startswith("TypeError at bot/words/dates.py:")
    assert CANARY not in one + other


def test_of_a_library_the_one_frame_in_which_it_was_raised() -> None:
    told = trace(failure(lambda: holidays(Path(f"/{CANARY}/{CANARY}.csv"))))
    assert re.fullmatch(
        r"DataError from Unfit from FileNotFoundError at python3\.\d+/pathlib\S*:\d+ stat"
        r" < bot/text_file\.py:\d+ read_text < bot/data/data_file\.py:\d+ text_of"
        r" < bot/data/working_time\.py:\d+ holidays",
        told,
    )


def test_an_error_of_our_own_needs_no_librarys_frame() -> None:
    told = trace(failure(lambda: lenient_json.read(b"[1, " + CANARY.encode())))
    here = r"bot/wire/lenient_json\.py:\d+"
    assert re.fullmatch(
        rf"NetworkError at {here} _parts < {here} read, after JSONDecodeError at {here} read", told
    )


def test_the_innermost_of_ours_is_found_through_what_an_error_was_made_of() -> None:
    error = failure(lambda: parse_update(f'{{"update_id": {CANARY}'))
    assert isinstance(error, Malformed)
    told = trace(error)
    assert told.startswith("Malformed from JSONDecodeError ")
    assert "handlers/parse_update.py:" in told
    assert told.count("json/") == 1
    assert CANARY not in told


def test_an_error_met_while_another_was_dealt_with_is_its_own() -> None:
    def act() -> None:
        try:
            parse_update(json.dumps({"update_id": 1, "message": {"chat": {"id": CANARY}}}))
        except Malformed:
            refuse()

    def refuse() -> None:
        dates.span(CANARY)  # type: ignore[arg-type]

    told = trace(failure(act))
    assert told.startswith("TypeError at bot/words/dates.py:")
    assert ", after Malformed at handlers/json_parts.py:" in told
    assert CANARY not in told


def test_never_more_than_a_few_frames() -> None:
    def deep(levels: int) -> object:
        return tokens.tokens(5) if levels == 0 else deep(levels - 1)

    told = trace(failure(lambda: deep(50)))
    assert len(told.split(" < ")) <= MOST + 1


def test_an_error_that_was_never_raised_has_no_place() -> None:
    assert trace(ValueError(CANARY)) == "ValueError"
