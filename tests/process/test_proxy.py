"""A proxy that answers in Telegram's place: the network's fault, and nothing is lost by it.

Every shape of such an answer: tests/wire/test_transport.py.
"""

from __future__ import annotations

from pathlib import Path

from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.world import World
from tests.process.bot import Bot
from tests.process.proxy import Answer, before
from tests.support.waiting import until

HTML, JSON = "text/html", "application/json"
DENIED: Answer = (403, b"<html>Access denied</html>", HTML)
NOT_FOUND: Answer = (404, b"<html>Not found</html>", HTML)
AWAY: Answer = (502, b"<html>Bad gateway</html>", HTML)
LOG_IN: Answer = (200, b"<html>Please log in</html>", HTML)
GATEWAY: Answer = (403, b'{"message":"Forbidden"}', JSON)
NULL: Answer = (200, b"null", JSON)
NO_RESULT: Answer = (200, b'{"ok":true,"result":null}', JSON)


async def test_what_a_proxy_says_is_waited_out(tmp_path: Path, database_url: str) -> None:
    world = World(MovableClock())
    async with running(world) as telegram, before(telegram) as (proxy, url):
        proxy.instead = {
            "getMe": [NOT_FOUND, NULL],
            "deleteWebhook": [DENIED],
            "getUpdates": [LOG_IN, GATEWAY],
            "sendMessage": [DENIED, AWAY, GATEWAY, NULL, NO_RESULT, LOG_IN],
        }
        bot = Bot(url, tmp_path, database_url=database_url)
        bot.start()
        world.people.say(accounts.ANI, accounts.ANI, "/bantuan")
        try:
            await until(lambda: any(each.from_bot for each in world.state.messages(accounts.ANI)))
            assert not any(proxy.instead.values()), "each was met"
            code, _ = bot.stop()
        finally:
            bot.kill()
    assert code == 0
    assert world.state.duplicates() == 0
    for word in ("person_unreachable", "message_refused", "token_refused", "webhook_kept"):
        assert f"action={word}" not in bot.said()
    assert "action=message_delayed" in bot.said()
