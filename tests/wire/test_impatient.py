"""Half-open connections are cut, whole requests served, and a crowd of them is turned away."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.wire.http import serving
from bot.wire.impatient import PIECE, Impatient

WHOLE = b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nhalo"


async def echo(request: Request) -> Response:
    body = await request.body()
    if body == b"lama":
        await asyncio.sleep(3 * Impatient.patience)
    return PlainTextResponse(body)


@pytest.fixture
async def at(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[str, int]]:
    monkeypatch.setattr(Impatient, "patience", 0.2)
    monkeypatch.setattr(Impatient, "most", 5)
    app = Starlette(routes=[Route("/echo", echo, methods=["POST"])])
    async with serving(app, "127.0.0.1", 0) as url:
        yield "127.0.0.1", int(url.rpartition(":")[2])


@pytest.mark.parametrize(
    "half",
    [
        b"",
        b"POST /ec",
        b"POST /echo HTTP/1.1\r\nHost: x\r\n",
        b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n",
        b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nha",
        WHOLE + b"POST /echo HTTP/1.1\r\nHo",
    ],
)
async def test_a_request_that_is_never_whole_is_cut(at: tuple[str, int], half: bytes) -> None:
    reader, writer = await asyncio.open_connection(*at)
    writer.write(half)
    with contextlib.suppress(ConnectionResetError):
        said = await reader.read()  # to the end: it comes
        assert said.count(b"HTTP/1.1 200 OK") == half.count(WHOLE)
    writer.close()


async def test_sending_piece_by_piece_does_not_keep_it_open(at: tuple[str, int]) -> None:
    reader, writer = await asyncio.open_connection(*at)
    writer.write(b"POST /echo HTTP/1.1\r\n")
    with contextlib.suppress(ConnectionError):
        while not reader.at_eof() and not writer.is_closing():
            writer.write(b"X-A: b\r\n")
            await writer.drain()
            await asyncio.sleep(0.02)
    with contextlib.suppress(ConnectionResetError):
        assert b"200" not in await reader.read()
    writer.close()


async def test_a_large_request_that_keeps_coming_is_not_cut(
    at: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Impatient, "least_rate", 100_000)
    part, parts = b"x" * 200_000, 5
    reader, writer = await asyncio.open_connection(*at)
    head = b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n"
    writer.write(head % (len(part) * parts))
    for _ in range(parts):
        writer.write(part)
        await writer.drain()
        await asyncio.sleep(0.9 * Impatient.patience)
    assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200 OK")
    writer.close()


async def test_an_answer_may_take_longer_and_a_connection_be_used_again(
    at: tuple[str, int],
) -> None:
    reader, writer = await asyncio.open_connection(*at)
    for body in (b"lama", b"halo", b"lama"):
        writer.write(WHOLE.replace(b"halo", body))
        answer = await reader.readuntil(body)
        assert answer.startswith(b"HTTP/1.1 200 OK")
    writer.close()


async def test_a_crowd_that_asks_nothing_makes_room_for_who_does(
    at: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Impatient, "patience", 600.0)
    crowd = [await asyncio.open_connection(*at) for _ in range(30)]
    for _, each in crowd[::2]:
        each.write(b"POST /echo HTTP/1.1\r\nHo")
    for _ in range(10):
        reader, writer = await asyncio.open_connection(*at)
        writer.write(WHOLE)
        assert (await reader.readuntil(b"halo")).startswith(b"HTTP/1.1 200 OK")
        writer.close()
    for _, each in crowd:
        each.close()


async def test_a_large_request_is_looked_at_piece_by_piece_and_is_whole(
    at: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where two come in one go, and where each byte is a chunk of its own."""
    looked_at = []
    real = H11Protocol.data_received

    def data_received(self: H11Protocol, data: bytes) -> None:
        looked_at.append(len(data))
        real(self, data)

    monkeypatch.setattr(H11Protocol, "data_received", data_received)
    monkeypatch.setattr(Impatient, "patience", 60.0)
    body = bytes(range(256)) * 800
    head = b"POST /echo HTTP/1.1\r\nHost: x\r\n"
    sized = head + b"Content-Length: %d\r\n\r\n" % len(body) + body
    chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in body[:20_000]) + b"0\r\n\r\n"
    chunked = head + b"Transfer-Encoding: chunked\r\n\r\n" + chunks
    reader, writer = await asyncio.open_connection(*at)
    writer.write(sized + sized + chunked)
    for expected in (body, body, body[:20_000]):
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200 OK")
        assert await reader.readexactly(len(expected)) == expected
    assert max(looked_at) == PIECE
    writer.close()


async def test_where_all_places_are_at_work_others_are_turned_away(at: tuple[str, int]) -> None:
    busy = [await asyncio.open_connection(*at) for _ in range(5)]
    for _, each in busy:
        each.write(WHOLE.replace(b"halo", b"lama"))
    await asyncio.sleep(0.1)
    reader, writer = await asyncio.open_connection(*at)
    with contextlib.suppress(ConnectionError):
        writer.write(WHOLE)
        assert await reader.read() == b""
    for held, _ in busy:
        assert (await held.readuntil(b"lama")).startswith(b"HTTP/1.1 200 OK")
    for _, each in (*busy, (reader, writer)):
        each.close()
