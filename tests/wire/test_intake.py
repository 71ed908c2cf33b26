"""Long polling: stored first, and only then confirmed; whatever comes in between."""

from __future__ import annotations

import pytest

from bot.wire.client import Client
from bot.wire.intake import (
    AFTER_REFUSAL,
    EMPTY_PAUSE,
    LONGEST_PAUSE,
    MOST_REFUSALS,
    Poller,
    TokenRefused,
)
from tests.wire.telegram import TOKEN, Durable, Telegram, client_of
from tests.wire.test_transport import Proxy


@pytest.fixture
def poller(telegram: Telegram, durable: Durable) -> Poller:
    return poller_of(telegram, durable)


def poller_of(telegram: Telegram, durable: Durable) -> Poller:
    return Poller(client_of(telegram), durable.keep)


async def test_what_is_stored_is_confirmed_by_the_next_call(
    telegram: Telegram, durable: Durable, poller: Poller
) -> None:
    ani = telegram.person()
    telegram.says(ani, "satu")
    telegram.says(ani, "dua")
    assert await poller.poll_once() == 0.0
    assert [row.lane for row in durable.inbox()] == [ani, ani]
    assert telegram.pending() == 2
    telegram.says(ani, "tiga")
    assert await poller.poll_once() == 0.0
    assert len(durable.inbox()) == 3
    assert telegram.pending() == 1


async def test_what_could_not_be_stored_is_not_confirmed(
    telegram: Telegram, durable: Durable, poller: Poller, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.says(telegram.person(), "satu")
    async with durable.without("inbox"):
        assert await poller.poll_once() == 1.0
        assert await poller.poll_once() == 2.0
    assert caplog.text.count("action=store_failed") == 2
    assert " < storage/inbox.py:" in caplog.text
    assert telegram.pending() == 1
    assert await poller.poll_once() == 0.0
    (row,) = durable.inbox()
    assert caplog.text.count(f" update={row.update_id} updates=1 retry_s=") == 2


async def test_what_fails_before_anything_came_is_not_told_as_the_disk(
    durable: Durable, caplog: pytest.LogCaptureFixture
) -> None:
    class Failing:
        async def call(self, method: str, params: dict[str, object], **_: object) -> object:
            raise KeyError(method)

    poller = Poller(Failing(), durable.keep)
    assert [await poller.poll_once(), await poller.poll_once()] == [1.0, 2.0]
    assert caplog.text.count("action=poll_failed retry_s=") == 2
    assert "error=KeyError" in caplog.text
    assert "store_failed" not in caplog.text


async def test_a_poller_that_starts_anew_asks_without_an_offset(
    telegram: Telegram, durable: Durable, poller: Poller
) -> None:
    """What comes again is dropped by its key."""
    telegram.says(telegram.person(), "satu")
    await poller.poll_once()
    await poller_of(telegram, durable).poll_once()
    assert len(durable.inbox()) == 1


async def test_an_outage_is_waited_out_with_growing_pauses(
    telegram: Telegram, poller: Poller, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.away = True
    pauses = [await poller.poll_once() for _ in range(7)]
    assert pauses == [1, 2, 4, 8, 16, LONGEST_PAUSE, LONGEST_PAUSE]
    assert "action=poll_failed reason=ConnectionRefusedError retry_s=1" in caplog.text
    telegram.away = False
    telegram.says(telegram.person(), "satu")
    assert await poller.poll_once() == 0.0
    telegram.away = True
    assert await poller.poll_once() == 1.0


async def test_a_429_is_waited_out_as_long_as_it_says(telegram: Telegram, poller: Poller) -> None:
    telegram.fails("flood", method="getUpdates", retry_after=17)
    assert await poller.poll_once() == 17.0


async def test_an_empty_answer_that_comes_at_once_is_no_long_poll(poller: Poller) -> None:
    assert await poller.poll_once() == EMPTY_PAUSE


async def test_a_token_that_stays_refused_was_revoked(
    telegram: Telegram, poller: Poller, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.revoked = True
    assert [await poller.poll_once() for _ in range(MOST_REFUSALS)] == [
        AFTER_REFUSAL
    ] * MOST_REFUSALS
    assert caplog.text.count("action=token_refused") == MOST_REFUSALS
    with pytest.raises(TokenRefused):
        await poller.poll_once()


async def test_a_token_refused_once_is_forgiven(telegram: Telegram, poller: Poller) -> None:
    for _ in range(3 * MOST_REFUSALS):
        telegram.revoked = True
        assert await poller.poll_once() == AFTER_REFUSAL
        telegram.revoked = False
        await poller.poll_once()


async def test_a_webhook_in_the_way_is_told(
    telegram: Telegram, poller: Poller, caplog: pytest.LogCaptureFixture
) -> None:
    await client_of(telegram).call("setWebhook", {"url": "https://example.org/hook"})
    assert await poller.poll_once() == 1.0
    assert "another process polls with this token, or a webhook is set" in caplog.text


async def test_updates_without_a_usable_number_are_parked_and_not_asked_for_too_soon(
    telegram: Telegram, durable: Durable, poller: Poller, caplog: pytest.LogCaptureFixture
) -> None:
    for update in ("bukan objek", {"update_id": "tujuh"}, {"update_id": -5}):
        telegram.pushes(update)
    assert await poller.poll_once() == 1.0
    assert await poller.poll_once() == 1.0, "they cannot be confirmed, so they come again"
    assert [row.status.value for row in durable.inbox()] == ["dead"] * 3
    assert caplog.text.count("action=update_parked") == 3, "told once, however often they come"
    telegram.says(telegram.person(), "satu")
    assert await poller.poll_once() == 0.0
    await poller.poll_once()
    assert telegram.pending() == 0


async def test_a_number_far_from_the_others_does_not_stop_the_queue(
    telegram: Telegram, durable: Durable, poller: Poller
) -> None:
    ani = telegram.person()
    telegram.pushes({"update_id": 1 << 60})
    telegram.says(ani, "satu")
    telegram.says(ani, "dua")
    telegram.says(ani, "tiga")
    await poller.poll_once()
    telegram.says(ani, "empat")
    await poller.poll_once()
    assert len(durable.inbox()) == 5
    await poller.poll_once()
    assert telegram.pending() == 0


async def test_an_answer_cut_short_is_asked_for_again(
    telegram: Telegram, durable: Durable, poller: Poller
) -> None:
    telegram.says(telegram.person(), "satu")
    telegram.fails("malformed", method="getUpdates")
    assert await poller.poll_once() == 1.0
    assert await poller.poll_once() == 0.0
    assert len(durable.inbox()) == 1


async def test_what_is_no_list_of_updates_is_the_networks_fault(
    telegram: Telegram, durable: Durable, caplog: pytest.LogCaptureFixture
) -> None:
    proxy = Proxy(telegram, 200, b'{"ok":true,"result":{}}')
    client = Client(TOKEN, api_url="http://telegram", transport=proxy)
    poller = Poller(client, durable.keep)
    assert [await poller.poll_once() for _ in range(3)] == [1.0, 2.0, 4.0]
    assert "action=poll_failed" in caplog.text


async def test_a_server_that_knows_no_guests_is_asked_without_them(
    telegram: Telegram, durable: Durable, poller: Poller
) -> None:
    telegram.says(telegram.person(), "satu")
    telegram.fails(
        "refusal", method="getUpdates", words="unsupported allowed_updates type", times=1
    )
    assert await poller.poll_once() == 0.0
    assert len(durable.inbox()) == 1
    assert "guest_message" not in telegram.world.state.updates.allowed
