"""What systemd hears of us, where it started us (sd_notify(3), systemd.service(5))."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket

from bot.wire.pulse import Pulse

READY, ALIVE, STOPPING = "READY=1", "WATCHDOG=1", "STOPPING=1"


def notify(state: str) -> None:
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    if address.startswith("@"):  # an abstract socket
        address = f"\0{address[1:]}"
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as there:
        there.sendto(state.encode(), address)


async def keep_alive(pulse: Pulse) -> None:
    """Twice as often as WatchdogSec asks, as long as no loop hangs; without, systemd restarts."""
    microseconds = os.environ.get("WATCHDOG_USEC", "")
    if not microseconds.isdecimal() or not int(microseconds):
        return
    while True:
        if not pulse.stuck():
            notify(ALIVE)
        await asyncio.sleep(int(microseconds) / 2e6)
