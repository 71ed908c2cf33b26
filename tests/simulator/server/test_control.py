"""The control API behind the page."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.server.app import running
from bot.simulator.world.accounts import ANI, HELPDESK
from bot.simulator.world.attachments import ONE_DOT_GIF
from bot.simulator.world.world import World


@pytest.fixture
def post(url: str, http: aiohttp.ClientSession) -> Any:
    async def post(path: str, **order: Any) -> dict[str, Any]:
        async with http.post(f"{url}/sim/{path}", json=order) as answer:
            said: dict[str, Any] = await answer.json()
            return said | {"status": answer.status}

    return post


async def test_acting_as_a_person(world: World, post: Any) -> None:
    said = await post("act", do="say", user=ANI, chat=ANI, text="halo")
    assert said["done"]["text"] == "halo"
    assert world.state.messages(ANI)[-1].text == "halo"


@pytest.mark.parametrize(
    "order",
    [
        {"do": "reset"},
        {"do": "_fill"},
        {"do": "say", "user": ANI, "chat": HELPDESK, "text": "x"},
        {"do": "say", "user": ANI, "colour": "red"},
        {"do": "press", "user": ANI, "chat": ANI, "message_id": 99, "button": "x"},
        {"do": "say", "user": ANI, "chat": ANI},
        {"do": "say", "user": ANI, "chat": ANI, "text": None},
        {"do": "say", "user": ANI, "chat": ANI, "text": 5},
        {"do": "say", "user": str(ANI), "chat": ANI, "text": "x"},
        {"do": "say", "user": True, "chat": ANI, "text": "x"},
        {"do": "say", "user": ANI, "chat": ANI, "text": "x", "reply_to": "1"},
        {"do": "newcomer", "first_name": ""},
        {"do": "newcomer", "first_name": None},
        {"do": "add_group", "number": -5, "title": "x", "members": ["a"]},
        {"do": "send_photo", "user": ANI, "chat": ANI, "content": 5},
    ],
)
async def test_impossible_actions_are_explained(post: Any, order: dict[str, Any]) -> None:
    said = await post("act", **order)
    assert said["status"] == 400
    assert said["error"]


async def test_orders_of_a_wrong_shape(url: str, http: aiohttp.ClientSession) -> None:
    async with http.get(f"{url}/sim/state", params={"since": "abc"}) as answer:
        assert (answer.status, "since" in (await answer.json())["error"]) == (400, True)
    for fields in ({"user": str(ANI)}, {"user": "x", "chat": str(ANI)}, {"chat": str(ANI)}):
        async with http.post(f"{url}/sim/upload", data=fields) as answer:
            assert (answer.status, bool((await answer.json())["error"])) == (400, True)
    deep = {"data": b"[" * 100_000, "headers": {"content-type": "application/json"}}
    async with http.post(f"{url}/sim/act", **deep) as answer:  # type: ignore[arg-type]
        assert (answer.status, bool((await answer.json())["error"])) == (400, True)


async def test_moving_the_clock(world: World, post: Any) -> None:
    before = world.state.clock.now()
    await post("clock", advance=3600)
    assert (world.state.clock.now() - before).total_seconds() == 3600
    said = await post("clock", next=[0, 8, 0])
    assert said["now"] == "2026-11-30T00:00:00+00:00"
    assert (await post("clock", to="2026-12-01T08:00:00+08:00"))["status"] == 200
    assert (await post("clock", to="2020-01-01T08:00:00+08:00"))["status"] == 400
    assert (await post("clock"))["status"] == 400
    assert (await post("clock", advance=3e11))["status"] == 400
    assert (await post("act", do="say", user=ANI, chat=ANI, text="halo"))["status"] == 200


@pytest.fixture
def upload(url: str, http: aiohttp.ClientSession) -> Any:
    async def upload(*files: tuple[str, bytes, str]) -> tuple[int, dict[str, Any]]:
        form = aiohttp.FormData({"user": str(ANI), "chat": str(ANI), "caption": "bukti"})
        for name, content, kind in files:
            form.add_field("file", content, filename=name, content_type=kind)
        async with http.post(f"{url}/sim/upload", data=form) as answer:
            return answer.status, await answer.json()

    return upload


async def test_uploading_an_album(upload: Any, url: str, http: aiohttp.ClientSession) -> None:
    pictures = [(name, ONE_DOT_GIF, "image/gif") for name in ("a.gif", "b.gif")]
    _, said = await upload(*pictures, ("c.docx", b"PK", "application/zip"))
    sent = said["done"]
    assert [("photo" in body, "media_group_id" in body) for body in sent] == [
        *((True, True), (True, True), (False, False))
    ]
    async with http.get(f"{url}/sim/files/{sent[0]['photo'][0]['file_id']}") as answer:
        assert await answer.read() == ONE_DOT_GIF


async def test_what_only_calls_itself_a_picture_goes_as_a_file(upload: Any) -> None:
    _, said = await upload(("catatan.png", b"hanya tulisan", "image/png"))
    assert said["done"][0]["document"]["file_name"] == "catatan.png"


async def test_a_file_keeps_its_name(url: str, http: aiohttp.ClientSession) -> None:
    """The very bytes that Chromium and Firefox send for a file called «"Surat" 100%.txt»."""
    part = "--edge\r\nContent-Disposition: form-data; name="
    number = part + '"{}"\r\n\r\n1001\r\n'
    file = part + '"file"; filename="%22Surat%22 100%.txt"\r\n\r\nisi\r\n--edge--\r\n'
    kind = {"content-type": "multipart/form-data; boundary=edge"}
    body = number.format("user") + number.format("chat") + file
    async with http.post(f"{url}/sim/upload", data=body.encode(), headers=kind) as answer:
        sent = (await answer.json())["done"]
    assert sent[0]["document"]["file_name"] == '"Surat" 100%.txt'


async def test_an_empty_file_is_not_sent(upload: Any, world: World) -> None:
    whole = ("a.gif", ONE_DOT_GIF, "image/gif")
    for empty in (("foto.jpg", b"", "image/jpeg"), ("surat.pdf", b"", "application/pdf")):
        status, said = await upload(whole, empty)
        assert (status, said["error"]) == (400, f"berkas {empty[0]} kosong")
    assert [message.text for message in world.state.messages(ANI)] == ["/start"]


async def test_more_files_than_the_page_may_send(upload: Any, world: World) -> None:
    status, said = await upload(*[("a.txt", b"x", "text/plain")] * 31)
    assert (status, said["error"]) == (400, "paling banyak 30 berkas sekali kirim")
    assert [message.text for message in world.state.messages(ANI)] == ["/start"]


async def test_a_form_that_cannot_be_read(url: str, http: aiohttp.ClientSession) -> None:
    async with http.post(
        f"{url}/sim/upload", data=b"x", headers={"content-type": "multipart/form-data"}
    ) as answer:
        assert (await answer.json())["error"] == "kiriman ini tidak dapat dibaca"


async def test_the_page_and_its_state(url: str, http: aiohttp.ClientSession) -> None:
    async with http.get(f"{url}/") as answer:
        page = await answer.text()
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "Simulator" in page
    assert "//" not in page.replace("<!doctype", "")  # nothing from elsewhere
    async with http.get(f"{url}/sim/state") as answer:
        state = await answer.json()
    assert {user["name"] for user in state["people"]["users"]} >= {"Ani Rahmawati", "Pak Hadi"}
    assert [message["text"] for message in state["messages"]] == ["/start"]


async def test_news_comes_as_it_happens(
    bot_api: LocalBotApi, world: World, url: str, http: aiohttp.ClientSession
) -> None:
    async with http.get(f"{url}/sim/events") as stream:
        first = await _event(stream)
        assert first["complete"]
        bot_api.call("sendChatAction", {"chat_id": ANI, "action": "typing"})
        bot_api.call("sendMessage", {"chat_id": ANI, "text": "halo"})
        news = await _event(stream)
        assert not news["complete"]
        assert [message["text"] for message in news["messages"]] == ["halo"]
        assert news["actions"] == [{"chat": ANI, "action": "typing"}]
        world.state.reset()
        assert (await _event(stream))["messages"] == []


async def test_a_reset_empties_the_world(world: World, post: Any) -> None:
    assert (await post("reset"))["status"] == 200
    assert world.state.messages(ANI) == []


async def test_a_host_resets_the_world_itself(world: World, http: aiohttp.ClientSession) -> None:
    told = []

    async def on_reset() -> None:
        told.append(world.state.messages(ANI))
        world.state.reset()

    async with (
        running(world, on_reset=on_reset) as url,
        http.post(f"{url}/sim/reset", json={}) as answer,
    ):
        assert answer.status == 200
    assert len(told) == 1
    assert told[0], "the world was emptied under the host's running bot"


async def test_orders_must_be_json(url: str, http: aiohttp.ClientSession) -> None:
    headers = {"content-type": "text/plain"}
    async with http.post(f"{url}/sim/act", data="{}", headers=headers) as answer:
        assert answer.status == 400


async def _event(stream: aiohttp.ClientResponse) -> dict[str, Any]:
    while True:
        line = await stream.content.readline()
        if line.startswith(b"data: "):
            told: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
            return told
