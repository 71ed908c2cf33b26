"""The outbox on its way to Telegram: in order, at its pace, through trouble of every kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.papers.registry import WEEKLY_CHART
from bot.wire.classify_error import MOST_ATTEMPTS
from bot.wire.outgoing import Rendering
from bot.wire.pace import Pace
from bot.wire.sender import IN_DOUBT, SLOW_AFTER
from tests.papers.test_registry import CHART
from tests.support.waiting import until
from tests.wire.telegram import GROUP, Durable, Telegram, sending, texts

A = Rendering("a", "rekap-a.png", WEEKLY_CHART.name, WEEKLY_CHART.pack(CHART))
B = replace(A, name="b", file_name="rekap-b.png")


async def test_a_backlog_arrives_in_order_in_each_chat(
    telegram: Telegram, durable: Durable
) -> None:
    people = telegram.people(30)
    for number in range(10):
        for person in people:
            durable.put(person, f"pesan {number}")
    async with sending(telegram, durable):
        await until(lambda: not durable.unsent())
    for person in people:
        assert telegram.heard(person) == [f"pesan {number}" for number in range(10)]
    assert telegram.repeats() == 0
    assert all(row.sent_at for row in durable.outbox())


async def test_what_finds_no_place_in_memory_is_read_from_its_rows(
    telegram: Telegram, durable: Durable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.wire.sender.MOST_QUEUED", 5)
    people = telegram.people(3)
    async with sending(telegram, durable) as at_work:
        await until(lambda: durable.looks)
        for words in ("/bantuan", "/start", "/jadwal", "/bantuan", "/start"):
            for person in people:
                telegram.says(person, words)
        await at_work.writer.keep(telegram.updates())
        await until(lambda: not durable.unsent())
    for person in people:
        heard = telegram.heard(person)
        assert len(heard) == 5
        assert (heard[0], heard[1]) == (heard[3], heard[4])


async def test_a_429_pauses_its_own_chat_and_is_no_attempt(
    telegram: Telegram, durable: Durable
) -> None:
    ani, burhan = telegram.people(2)
    telegram.fails("flood", chat=ani, retry_after=7)
    durable.put(ani, "satu", "dua")
    durable.put(burhan, "satu", "dua")
    async with sending(telegram, durable) as at_work:
        await until(lambda: telegram.heard(burhan) == ["satu", "dua"])
        await at_work.looked()
        assert telegram.heard(ani) == []
        at_work.passes(seconds=6.9)
        await at_work.looked()
        assert telegram.heard(ani) == []
        assert telegram.tries[ani] == 1
        at_work.passes(seconds=0.1)
        await until(lambda: not durable.unsent())
    assert telegram.heard(ani) == ["satu", "dua"]
    assert [row.attempts for row in durable.outbox()] == [0] * 4


async def test_an_outage_is_waited_out_however_long(telegram: Telegram, durable: Durable) -> None:
    ani = telegram.person()
    telegram.away = True
    durable.put(ani, "satu", "dua")
    async with sending(telegram, durable) as at_work:
        for _ in range(MOST_ATTEMPTS + 10):
            seen = telegram.tries[ani]
            at_work.passes(days=30 / MOST_ATTEMPTS)
            await until(lambda seen=seen: telegram.tries[ani] > seen)  # type: ignore[misc]
            await at_work.looked()
        assert texts(durable.unsent()) == ["satu", "dua"]
        telegram.away = False
        at_work.passes(minutes=1)
        await until(lambda: not durable.unsent())
    assert telegram.heard(ani) == ["satu", "dua"]
    assert [row.attempts for row in durable.outbox()] == [0, 0]


async def test_what_fails_while_others_get_through_is_given_up_in_the_end(
    telegram: Telegram, durable: Durable
) -> None:
    ani, burhan = telegram.people(2)
    telegram.fails("server_error", chat=ani, times=None, status=500)
    durable.put(ani, "tidak pernah")
    async with sending(telegram, durable) as at_work:
        for number in range(3 * MOST_ATTEMPTS):  # its pauses grow to two of these rounds
            durable.put(burhan, f"pesan {number}")
            at_work.passes(seconds=31)
            await until(lambda number=number: len(telegram.heard(burhan)) > number)  # type: ignore[misc]
    (dead,) = durable.unsent()
    assert dead.status.value == "dead"
    assert dead.error == f"{MOST_ATTEMPTS} attempts failed"
    assert telegram.heard(ani) == []


async def test_so_many_are_in_doubt_and_no_more(telegram: Telegram, durable: Durable) -> None:
    """Telegram has them, and no row says so yet: what a kill -9 would send twice."""
    people = telegram.people(IN_DOUBT + 14)
    telegram.hold(*people)
    for person in people:
        durable.put(person, "satu", "dua")

    in_doubt: list[int] = []
    telegram.on_delivery = lambda: in_doubt.append(telegram.delivered - durable.recorded)
    async with sending(telegram, durable):
        await until(lambda: len(in_doubt) == IN_DOUBT)
        assert len(durable.unsent()) == 2 * len(people)
        telegram.let_go()
        await until(lambda: not durable.unsent())
    assert len(in_doubt) == 2 * len(people)
    assert max(in_doubt) == IN_DOUBT
    assert telegram.repeats() == 0


async def test_one_that_hangs_holds_up_its_own_chat_only(
    telegram: Telegram, durable: Durable
) -> None:
    ani, burhan = telegram.people(2)
    telegram.hold(ani)
    durable.put(ani, "satu", "dua")
    durable.put(burhan, *(f"pesan {number}" for number in range(10)))
    async with sending(telegram, durable):
        await until(lambda: len(telegram.heard(burhan)) == 10)
        assert telegram.heard(ani) == ["satu"]
        telegram.let_go()
        await until(lambda: not durable.unsent())
    assert telegram.heard(ani) == ["satu", "dua"]


async def test_those_that_hang_leave_their_places_to_others(
    telegram: Telegram, durable: Durable
) -> None:
    people = telegram.people(IN_DOUBT + 3)
    slow, others = people[:IN_DOUBT], people[IN_DOUBT:]
    telegram.hold(*slow)
    for person in people:
        durable.put(person, "satu", "dua")
    async with sending(telegram, durable) as at_work:
        await until(lambda: sum(telegram.tries.values()) == IN_DOUBT)
        await at_work.looked()
        assert not any(telegram.tries[person] for person in others)
        at_work.passes(seconds=SLOW_AFTER)
        await until(lambda: all(telegram.heard(person) == ["satu", "dua"] for person in others))
        assert all(telegram.heard(person) == ["satu"] for person in slow)
        telegram.let_go()
        await until(lambda: not durable.unsent())
    assert telegram.repeats() == 0


async def test_beside_one_that_hangs_those_without_room_wait_for_the_next_to_get_slow(
    telegram: Telegram, durable: Durable
) -> None:
    """And not for one that is slow already, which would be to ask again and again."""
    hangs, *people = telegram.people(1 + IN_DOUBT + 3)
    telegram.hold(hangs, *people)
    durable.put(hangs, "satu")
    async with sending(telegram, durable) as at_work:
        await until(lambda: telegram.tries[hangs] == 1)
        at_work.passes(seconds=SLOW_AFTER)
        for person in people:
            durable.put(person, "satu")
        await until(lambda: sum(telegram.tries.values()) == 1 + IN_DOUBT)
        await at_work.looked()
        at_work.sender.start()
        assert at_work.sender.wait() == pytest.approx(SLOW_AFTER)
        telegram.let_go()
        await until(lambda: not durable.unsent())


async def test_a_new_message_does_not_overtake_one_that_waits(
    telegram: Telegram, durable: Durable
) -> None:
    """The one rests in its row after a 429, the other is handed over in memory."""
    ani = telegram.person()
    telegram.fails("flood", chat=ani, retry_after=7)
    durable.put(ani, "satu")
    async with sending(telegram, durable) as at_work:
        await until(lambda: telegram.tries[ani] == 1)
        await at_work.looked()
        telegram.says(ani, "/bantuan")
        await at_work.writer.keep(telegram.updates())
        await at_work.looked()
        assert telegram.heard(ani) == []
        at_work.passes(seconds=7)
        await until(lambda: not durable.unsent())
    assert telegram.heard(ani)[0] == "satu"
    assert len(telegram.heard(ani)) == 2


async def test_what_waited_before_the_start_goes_first(
    telegram: Telegram, durable: Durable
) -> None:
    """What is served at the start, before the outbox was ever looked at, is handed over too."""
    ani = telegram.person()
    durable.put(ani, "satu", "dua")
    telegram.says(ani, "/bantuan")
    durable.backend.store(telegram.updates())
    async with sending(telegram, durable):
        await until(lambda: durable.outbox()[2:] and not durable.unsent())
    assert telegram.heard(ani)[:2] == ["satu", "dua"]
    assert len(telegram.heard(ani)) == 3


async def test_one_rewritten_while_it_waits_is_said_as_it_is_now(
    telegram: Telegram, durable: Durable
) -> None:
    """A card of the same key: two to a chat, and the second must not stand twice."""
    ani = telegram.person()
    telegram.hold(ani)
    durable.put(ani, "satu")
    durable.put(ani, "dua", coalesce="k")
    async with sending(telegram, durable) as at_work:
        await until(lambda: telegram.heard(ani) == ["satu"])
        durable.put(ani, "tiga", coalesce="k")
        at_work.news()
        telegram.let_go()
        await until(lambda: not durable.unsent())
    assert telegram.heard(ani) == ["satu", "tiga"]


async def test_stopped_while_sends_are_in_flight(telegram: Telegram, durable: Durable) -> None:
    """What was begun is finished and written down, the rest is kept; nobody hears it twice."""
    people = telegram.people(IN_DOUBT + 4)
    telegram.hold(*people)
    for person in people:
        durable.put(person, "satu", "dua")
    async with sending(telegram, durable):
        await until(lambda: sum(telegram.tries.values()) == IN_DOUBT)
        telegram.let_go()
    assert len(durable.unsent()) == 2 * len(people) - IN_DOUBT
    async with sending(telegram, durable):
        await until(lambda: not durable.unsent())
    assert all(telegram.heard(person) == ["satu", "dua"] for person in people)
    assert telegram.repeats() == 0


async def test_stopped_while_a_send_hangs(telegram: Telegram, durable: Durable) -> None:
    """The one promise that cannot be kept: Telegram had it, and it is sent once more."""
    ani = telegram.person()
    telegram.hold(ani)
    durable.put(ani, "satu")
    async with sending(telegram, durable, grace=0.0):
        await until(lambda: telegram.heard(ani))
    assert texts(durable.unsent()) == ["satu"]
    telegram.let_go()
    async with sending(telegram, durable):
        await until(lambda: not durable.unsent())
    assert telegram.heard(ani) == ["satu", "satu"]


async def test_a_group_is_written_to_at_the_pace_that_telegram_allows(
    telegram: Telegram, durable: Durable
) -> None:
    durable.put(GROUP, *(f"pesan {number}" for number in range(4)))
    ani = telegram.person()
    async with sending(telegram, durable, pace=Pace()) as at_work:
        await until(lambda: len(telegram.heard(GROUP)) == 1)
        await at_work.looked()
        assert len(telegram.heard(GROUP)) == 1
        durable.put(ani, "satu")
        await at_work.looked()
        assert telegram.heard(ani) == ["satu"], "another chat waits for the group's pace"
        for count in (2, 3, 4):
            at_work.passes(seconds=4.01)
            await until(lambda count=count: len(telegram.heard(GROUP)) == count)  # type: ignore[misc]
            await at_work.looked()
            assert len(telegram.heard(GROUP)) == count
    assert telegram.heard(GROUP) == [f"pesan {number}" for number in range(4)]


async def test_answers_to_presses_are_not_slowed(telegram: Telegram, durable: Durable) -> None:
    for number in range(10):
        durable.put_call(1 << 60, "answerCallbackQuery", {"text": f"{number}"})
    async with sending(telegram, durable, pace=Pace()):
        await until(lambda: telegram.tries[0] == 10)


async def test_what_comes_too_late_is_not_sent(telegram: Telegram, durable: Durable) -> None:
    ani = telegram.person()
    durable.put(ani, "satu", expires_at=durable.clock.now())
    durable.put(ani, "dua")
    async with sending(telegram, durable):
        await until(lambda: telegram.heard(ani))
    assert telegram.heard(ani) == ["dua"]
    assert [row.error for row in durable.unsent()] == ["too late to matter"]


async def test_a_picture_and_papers_are_made_when_they_are_sent(
    telegram: Telegram, durable: Durable
) -> None:
    ani = telegram.person()
    media = [{"type": "document", "media": f"attach://{name}"} for name in ("a", "b")]
    durable.put_call(ani, "sendMediaGroup", {"media": media}, renderings=[A, B])
    durable.put_call(ani, "sendDocument", {"document": "attach://a"}, renderings=[A])
    async with sending(telegram, durable, render=lambda each: each.arguments.encode()):
        await until(lambda: len(telegram.documents(ani)) == 3)
    assert telegram.documents(ani) == ["rekap-a.png", "rekap-b.png", "rekap-a.png"]
    assert not durable.unsent()


async def test_what_cannot_be_made_goes_out_as_words(
    telegram: Telegram, durable: Durable, caplog: pytest.LogCaptureFixture
) -> None:
    ani = telegram.person()
    params: dict[str, object] = {
        "photo": "attach://a",
        "caption": "<b>Pekan ini</b>",
        "parse_mode": "HTML",
    }
    for broken in (replace(A, renderer="hologram"), replace(A, arguments="{}")):
        durable.put_call(ani, "sendPhoto", params, renderings=[broken])
    async with sending(telegram, durable):
        await until(lambda: telegram.heard(ani) == ["Pekan ini", "Pekan ini"])
    assert caplog.text.count("action=without_files") == 2
    assert "bot/papers/registry.py:" in caplog.text


async def test_while_the_outbox_cannot_be_read_nothing_is_lost(
    telegram: Telegram, durable: Durable, caplog: pytest.LogCaptureFixture
) -> None:
    ani = telegram.person()
    durable.put(ani, "satu")
    async with durable.without("outbox"), sending(telegram, durable) as at_work:
        await until(lambda: "action=outbox_failed" in caplog.text)
        await at_work.looked(2)
        assert telegram.heard(ani) == []
    async with sending(telegram, durable):
        await until(lambda: not durable.unsent())
    assert telegram.heard(ani) == ["satu"]


async def test_what_cannot_be_written_down_now_is_written_down_later(
    telegram: Telegram, durable: Durable, caplog: pytest.LogCaptureFixture
) -> None:
    ani = telegram.person()
    telegram.hold(ani)
    durable.put(ani, "satu")
    async with sending(telegram, durable) as at_work:
        await until(lambda: telegram.heard(ani))
        async with durable.without("outbox"):
            telegram.let_go()
            await until(lambda: "action=outbox_failed" in caplog.text)
            assert "storage/outbox.py:" in caplog.text
            assert " record_results" in caplog.text
        at_work.passes(seconds=1)
        await until(lambda: not durable.unsent())
    assert telegram.heard(ani) == ["satu"]
