"""The server: whom it lets in, and where it listens."""

from __future__ import annotations

import socket

import aiohttp
import pytest

from bot.simulator.server.app import running
from bot.simulator.world.accounts import SIM_TOKEN
from bot.simulator.world.world import World
from bot.wire.http import PortTakenError


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "attacker.example"},
        {"Origin": "https://attacker.example"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
@pytest.mark.parametrize("path", ["/sim/state", "/sim/events", f"/bot{SIM_TOKEN}/getMe"])
async def test_strange_pages_are_kept_out(
    url: str, http: aiohttp.ClientSession, headers: dict[str, str], path: str
) -> None:
    async with http.get(url + path, headers=headers) as answer:
        assert answer.status == 403


async def test_a_link_from_elsewhere_opens_the_page(url: str, http: aiohttp.ClientSession) -> None:
    async with http.get(url, headers={"Sec-Fetch-Site": "cross-site"}) as answer:
        assert answer.status == 200


async def test_a_world_may_be_served_again(world: World, http: aiohttp.ClientSession) -> None:
    for _ in range(2):
        async with running(world) as url, http.get(f"{url}/sim/events") as stream:
            assert (await stream.content.readline()).startswith(b"data: ")


async def test_a_taken_port_says_so(world: World) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(PortTakenError, match="in use"):
            async with running(world, port=other.getsockname()[1]):
                pass
    with pytest.raises(ValueError, match="loopback"):
        async with running(world, "0.0.0.0"):
            pass
