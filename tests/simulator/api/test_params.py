from __future__ import annotations

from typing import Any

import pytest

from bot.simulator.api.params import Params
from bot.simulator.text.refusal import ApiError


@pytest.mark.parametrize(
    ("given", "number"), [(None, 7), ("", 7), ("5", 5), (5, 5), (True, 1), (" 5 ", 5)]
)
def test_numbers(given: Any, number: int) -> None:
    assert Params({"limit": given}).number("limit", 7) == number


@pytest.mark.parametrize("given", ["x", "5.5", [5], float("inf")])
def test_what_is_no_number(given: Any) -> None:
    with pytest.raises(ApiError, match='can\'t parse "limit" as an Integer'):
        Params({"limit": given}).number("limit")


@pytest.mark.parametrize(
    ("given", "flag"), [(True, True), ("True", True), ("1", True), ("no", False), (None, False)]
)
def test_flags(given: Any, flag: bool) -> None:
    assert Params({"show_alert": given}).flag("show_alert") is flag


def test_json_comes_as_it_is_or_as_a_string() -> None:
    for given in ([1], "[1]", " [1] "):
        assert Params({"ids": given}).parsed("ids") == [1]
    assert Params({"ids": " "}).parsed("ids") is None
    for broken in ("[", "[NaN]", "[1e999]", "[" * 100_000):
        with pytest.raises(ApiError, match="can't parse ids JSON object"):
            Params({"ids": broken}).parsed("ids")
