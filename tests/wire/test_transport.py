"""What carries calls: over a real connection, and when there is none to speak of."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping

import pytest
from starlette.types import Receive, Scope, Send
from telegram.error import Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut

from bot.simulator.demo.stepper import WorldTransport
from bot.simulator.world.files import Upload as FileUpload
from bot.wire.client import Client
from bot.wire.http import serving
from bot.wire.ports import NotFetched
from bot.wire.ptb_private import Upload
from bot.wire.transport import AiohttpTransport, File
from tests.wire.telegram import TOKEN, Telegram, over_http

CANARY = "kenari"


@pytest.fixture
async def client(telegram: Telegram) -> AsyncIterator[Client]:
    async with over_http(telegram) as url:
        client = Client(TOKEN, api_url=url)
        await client.open()
        yield client
        await client.close_connections()


async def test_a_call_and_its_raw_result(telegram: Telegram, client: Client) -> None:
    ani = telegram.person()
    sent = await client.call("sendMessage", {"chat_id": ani, "text": "satu & dua = 100%"})
    assert sent["text"] == "satu & dua = 100%"
    assert telegram.heard(ani) == ["satu & dua = 100%"]


async def test_an_upload(telegram: Telegram, client: Client) -> None:
    params: dict[str, object] = {"chat_id": telegram.person(), "photo": "attach://gambar"}
    with pytest.raises(TelegramError) as caught:
        await client.call("sendPhoto", params, files=[Upload("gambar", "a.gif", CANARY.encode())])
    assert "Image_process_failed" in str(caught.value), "it arrived, but it is no picture"


async def test_no_answer_in_time(telegram: Telegram, client: Client) -> None:
    ani = telegram.person()
    telegram.fails("timeout", seconds=5)
    with pytest.raises(TimedOut):
        await client.call("sendMessage", {"chat_id": ani, "text": "satu"}, timeout=0.05)


@pytest.mark.parametrize("kind", ["lost", "malformed", "html_error", "server_error"])
async def test_trouble_on_the_way_is_the_networks_and_quotes_nobody(
    telegram: Telegram, client: Client, kind: str
) -> None:
    ani = telegram.person()
    telegram.fails(kind)
    with pytest.raises(NetworkError) as caught:
        await client.call("sendMessage", {"chat_id": ani, "text": CANARY})
    assert type(caught.value) is NetworkError
    for told in (str(caught.value), str(caught.value.__cause__)):
        assert CANARY not in told
        assert TOKEN not in told
        assert "nginx" not in told


async def test_nobody_there(telegram: Telegram) -> None:
    client = Client(TOKEN, api_url="http://127.0.0.1:1")
    await client.open()
    with pytest.raises(NetworkError) as caught:
        await client.call("getMe", {})
    await client.close_connections()
    assert str(caught.value) == "ClientConnectorError"


async def test_a_client_that_is_not_open() -> None:
    client = Client(TOKEN, api_url="http://127.0.0.1:1")
    with pytest.raises(NetworkError):
        await client.call("getMe", {})
    await client.close_connections()


async def test_opened_twice_is_open_once() -> None:
    transport = AiohttpTransport(1)
    await transport.initialize()
    await transport.initialize()
    assert transport.read_timeout == 20
    await transport.shutdown()
    await transport.shutdown()


class Proxy(WorldTransport):
    """Something on the way that answers itself."""

    def __init__(self, telegram: Telegram, status: int, body: bytes) -> None:
        super().__init__(telegram.world)
        self._answer = status, body

    async def exchange(
        self,
        method: str,
        url: str,
        fields: Mapping[str, str],
        files: Mapping[str, File],
        timeout: float,
    ) -> tuple[int, bytes]:
        return self._answer


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 409, 502])
@pytest.mark.parametrize(
    "body",
    [
        b"<html>kenari</html>",
        b'"kenari"',
        b"",
        b'{"ok":fal',
        b"\xff",
        b"null",
        b'{"message":"Forbidden"}',  # a gateway's, in JSON
        b'{"ok":"no","description":"Forbidden: bot was blocked by the user"}',
    ],
)
async def test_a_proxys_page_is_no_word_of_telegrams(
    telegram: Telegram, status: int, body: bytes
) -> None:
    """Its 403 is nobody's block, its 404 no refusal of the token."""
    client = Client(TOKEN, api_url="http://telegram", transport=Proxy(telegram, status, body))
    with pytest.raises(NetworkError) as caught:
        await client.call("sendMessage", {"chat_id": 7, "text": "satu"})
    assert type(caught.value) is NetworkError
    assert str(caught.value) == f"HTTP {status} without an answer of the Bot API"


@pytest.mark.parametrize(
    "body",
    [
        b"null",
        b"true",
        b"[]",
        b'"kenari"',
        b"<html>kenari</html>",
        b"",
        b"{}",
        b'{"result":{"message_id":1}}',
        b'{"ok":true}',
        b'{"ok":true,"result":null}',
        b'{"ok":false,"description":"kenari"}',
    ],
)
@pytest.mark.parametrize("method", ["sendMessage", "getMe", "getUpdates"])
async def test_a_good_status_alone_is_no_answer(
    telegram: Telegram, body: bytes, method: str
) -> None:
    """As sent it would count, and never arrive."""
    client = Client(TOKEN, api_url="http://telegram", transport=Proxy(telegram, 200, body))
    with pytest.raises(NetworkError) as caught:
        await client.call(method, {"chat_id": 7, "text": "satu"})
    assert type(caught.value) is NetworkError
    assert "kenari" not in str(caught.value)


async def test_nobody_is_followed_elsewhere() -> None:
    """A hotel's login page is not to be told what people write."""
    seen: list[str] = []

    async def portal(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["path"])
        headers = [(b"location", b"/login"), (b"content-length", b"0")]
        await send({"type": "http.response.start", "status": 307, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    async with serving(portal, "127.0.0.1", 0) as url:
        client = Client(TOKEN, api_url=url)
        await client.open()
        with pytest.raises(NetworkError, match="HTTP 307"):
            await client.call("sendMessage", {"chat_id": 7, "text": CANARY})
        await client.close_connections()
    assert seen == [f"/bot{TOKEN}/sendMessage"]


@pytest.mark.parametrize(
    ("status", "kind"), [(401, InvalidToken), (403, Forbidden), (404, InvalidToken)]
)
async def test_telegrams_own_word_counts(
    telegram: Telegram, status: int, kind: type[TelegramError]
) -> None:
    said = b'{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}'
    client = Client(TOKEN, api_url="http://telegram", transport=Proxy(telegram, status, said))
    with pytest.raises(kind):
        await client.call("sendMessage", {"chat_id": 7, "text": "satu"})


def uploaded(telegram: Telegram, content: bytes) -> str:
    return telegram.world.state.files.add("photo", FileUpload("a.jpg", content, "")).file_id


async def test_a_file_is_fetched(telegram: Telegram, client: Client) -> None:
    number = uploaded(telegram, b"x" * 1_000)
    assert await client.fetch(number, most=1_000, timeout=5) == b"x" * 1_000


async def test_a_file_that_is_too_large_or_unknown_is_not(
    telegram: Telegram, client: Client
) -> None:
    for number, most in ((uploaded(telegram, b"x" * 1_000), 999), ("unknown", 1_000)):
        with pytest.raises(NotFetched) as caught:
            await client.fetch(number, most=most, timeout=5)
        assert not caught.value.later


@pytest.mark.parametrize("kind", ["lost", "html_error", "flood"])
async def test_a_file_may_come_later_when_the_way_is_clear(
    telegram: Telegram, client: Client, kind: str
) -> None:
    number = uploaded(telegram, b"x")
    telegram.fails(kind, method="getFile")
    with pytest.raises(NotFetched) as caught:
        await client.fetch(number, most=1_000, timeout=5)
    assert caught.value.later
    telegram.recovers()
    assert await client.fetch(number, most=1_000, timeout=5) == b"x"
