"""Reading what Telegram answers, before anything is understood: numbers, lanes, broken JSON."""

from __future__ import annotations

import json

import pytest
from telegram.error import NetworkError

from bot.wire import lenient_json
from bot.wire.lanes import LARGEST_ID, NO_LANE, is_id, lane_of, update_key

DIGITS = "9" * 5000  # JSON, but more than Python takes
DEEP = "[" * 100_000 + "]" * 100_000


def test_an_ordinary_answer() -> None:
    assert lenient_json.read(b'{"ok":true,"result":[]}') == {"ok": True, "result": []}


@pytest.mark.parametrize("strange", [DIGITS, DEEP])
def test_an_unreadable_update_stands_apart_from_its_neighbours(strange: str) -> None:
    first, last = '{"update_id":1,"x":"],[{"}', '{"update_id":3}'
    body = f'{{"ok":true,"result":[{first}, {{"update_id":2,"x":{strange}}} ,{last}]}}'
    one, broken, three = lenient_json.read(body.encode())["result"]
    assert (one["update_id"], three["update_id"]) == (1, 3)
    assert broken["update_id"] == 2
    assert strange in broken[lenient_json.UNREADABLE]


def test_an_unreadable_update_without_a_number() -> None:
    assert lenient_json.update(DIGITS[:-1] + "x") == {lenient_json.UNREADABLE: DIGITS[:-1] + "x"}


@pytest.mark.parametrize(
    "body",
    [
        b'{"ok":true,"result":[{"update_id":1},{"upda',
        b"<html>kenari</html>",
        b"",
        b'{"ok":true,"result":[\xff',
    ],
)
def test_what_was_cut_short_is_the_networks_fault_and_not_quoted(body: bytes) -> None:
    with pytest.raises(NetworkError) as caught:
        lenient_json.read(body)
    assert "kenari" not in str(caught.value)


def test_brackets_that_close_too_early_end_the_reading() -> None:
    assert lenient_json.read(b'{"result":[{"update_id":1}]}]]}') == {
        "ok": True,
        "result": [{"update_id": 1}],
    }


CHAT = {"chat": {"id": -100}}


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        ({"message": CHAT}, -100),
        ({"edited_message": CHAT}, -100),
        ({"my_chat_member": CHAT}, -100),
        ({"callback_query": {"message": CHAT, "from": {"id": 7}}}, -100),
        ({"callback_query": {"from": {"id": 7}}}, 7),
        ({"callback_query": 5}, NO_LANE),
        ({"message": {"chat": {"id": "x"}}}, NO_LANE),
        ({"message": {"chat": {"id": True}}}, NO_LANE),
        ({"message": {"chat": {"id": LARGEST_ID}}}, NO_LANE),
        ({"message": None}, NO_LANE),
        ({"poll": {}}, NO_LANE),
    ],
)
def test_the_lane_is_the_chat(update: dict[str, object], lane: int) -> None:
    assert lane_of(update) == lane


def test_telegrams_number_is_the_key_where_it_can_be() -> None:
    assert update_key({"update_id": 7}) == (7, True)
    for strange in ({"update_id": -1}, {"update_id": "7"}, {"update_id": 1 << 62}, {}, "x", None):
        number, usable = update_key(strange)
        assert not usable
        assert number < 0
        assert update_key(json.loads(json.dumps(strange))) == (number, False), "the same each time"


def test_ids_are_whole_numbers_of_a_size() -> None:
    assert is_id(-LARGEST_ID + 1)
    for strange in (LARGEST_ID, True, 1.0, "1", None):
        assert not is_id(strange)
