"""Requests of unusual shapes: each gets a Bot API answer, whatever it carries."""

from __future__ import annotations

import io
import logging
from typing import Any

import aiohttp
import pytest

from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.world.accounts import ANI, SIM_TOKEN
from bot.simulator.world.world import World

MB = 1024 * 1024
FORM = "multipart/form-data; boundary=edge"
PART = b'--edge\r\nContent-Disposition: form-data; name="%s"\r\n\r\n'
JSON = {"content-type": "application/json"}


@pytest.fixture
def post(api: str, http: aiohttp.ClientSession) -> Any:
    async def post(method: str, data: Any, **headers: str) -> tuple[int, dict[str, Any]]:
        async with http.post(f"{api}/{method}", data=data, headers=headers) as answer:
            assert answer.content_type == "application/json"
            said: dict[str, Any] = await answer.json()
        assert said["ok"] or said["error_code"] == answer.status
        return answer.status, said

    return post


def form(**fields: str) -> aiohttp.FormData:
    data = aiohttp.FormData({"chat_id": str(ANI), "text": "halo"}, default_to_multipart=True)
    for name, value in fields.items():
        data.add_field(name, value)
    return data


async def test_many_fields_and_files_are_taken(post: Any, world: World) -> None:
    data = form(**{f"field{number}": "x" for number in range(120)})
    for number in range(25):
        data.add_field(f"file{number}", b"x", filename=f"{number}.txt")
    assert (await post("sendMessage", data))[0] == 200
    assert world.state.messages(ANI)[-1].text == "halo"


async def test_too_many_files(post: Any) -> None:
    files = form()
    for number in range(51):
        files.add_field(f"file{number}", b"x", filename="x.txt")
    status, said = await post("sendDocument", files)
    assert (status, said["description"]) == (413, "Request Entity Too Large")


@pytest.mark.parametrize(
    ("kind", "head", "size"),
    [
        ("application/json", b"", 61 * MB),
        (FORM, PART % b"caption", MB + 1),
        (FORM, PART % b'document"; filename="x.bin', 61 * MB),
    ],
)
async def test_too_much(post: Any, kind: str, head: bytes, size: int) -> None:
    body = io.BytesIO(head + b"x" * size + b"\r\n--edge--\r\n")
    status, said = await post("sendDocument", body, **{"content-type": kind})
    assert (status, said["description"]) == (413, "Request Entity Too Large")


@pytest.mark.parametrize(
    ("kind", "body", "why"),
    [
        ("multipart/form-data", b"--x", "boundary not found"),
        (FORM, b"nonsense", "can't parse multipart/form-data"),
        (FORM, b"--edge\r\n\r\nx\r\n--edge--", "can't parse multipart/form-data"),
        ("application/json", b"[" * 100_000, "can't parse JSON object"),
        ("application/json", b'{"a":' * 100_000, "can't parse JSON object"),
        ("application/json", b"\xff", "can't parse JSON object"),
    ],
)
async def test_what_cannot_be_read(post: Any, kind: str, body: bytes, why: str) -> None:
    status, said = await post("getMe", body, **{"content-type": kind})
    assert (status, said["description"]) == (400, f"Bad Request: {why}")


@pytest.mark.parametrize(
    "order",
    [
        b'{"chat_id": 1001, "text": "x", "reply_markup": %s}' % (b'"' + b"[" * 100_000 + b'"'),
        b'{"chat_id": 1e999, "text": "x"}',
        b'{"chat_id": 1001, "text": "x", "reply_markup": {"keyboard": [["x"]], "y": NaN}}',
        b'{"chat_id": 1001, "text": "x", "message_thread_id": 1e999}',
    ],
)
async def test_values_that_cannot_be_read(post: Any, order: bytes) -> None:
    assert (await post("sendMessage", order, **JSON))[0] == 400


@pytest.mark.parametrize("number", ["nan", "inf", "1e999", "x"])
async def test_a_place_that_is_no_number(post: Any, number: str) -> None:
    place = form(latitude=number, longitude="1")
    status, said = await post("sendLocation", place)
    assert (status, said["description"]) == (400, "Bad Request: wrong parameter type in request")


async def test_a_query_of_wild_bytes(url: str, http: aiohttp.ClientSession) -> None:
    async with http.get(f"{url}/bot{SIM_TOKEN}/getMe?x=%ff&y=%00") as answer:
        assert answer.status == 200


async def test_a_fault_of_our_own_is_told_without_words(
    post: Any, world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("rahasia")

    monkeypatch.setattr(LocalBotApi, "reply_async", fail)
    with caplog.at_level(logging.DEBUG):
        status, said = await post("getMe", b"")
    assert (status, said["description"]) == (500, "Internal Server Error")
    assert "KeyError" in caplog.text
    assert "rahasia" not in caplog.text
