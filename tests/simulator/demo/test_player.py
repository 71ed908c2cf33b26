"""The script's people act; a bot of ten lines answers them here."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.simulator.demo.player import ScriptPlayer
from bot.simulator.demo.script import ScriptLine, read
from bot.simulator.world.accounts import ANI, FIRST_NEWCOMER
from bot.simulator.world.world import World
from bot.words import labels
from tests.simulator.conftest import MONDAY, Calls
from tests.simulator.keyboards import keyboard
from tests.support.still_clock import StillClock


@pytest.fixture
def player(world: World, clock: StillClock, bot: Calls) -> ScriptPlayer:
    helpful = keyboard([{"text": labels.HELPFUL, "callback_data": "helpful"}])

    def answer() -> None:
        for update in bot.heard():
            if "callback_query" in update:
                bot("answerCallbackQuery", callback_query_id=update["callback_query"]["id"])
            else:
                chat, text = update["message"]["chat"]["id"], update["message"]["text"]
                bot("sendMessage", chat_id=chat, text=f"Anda: {text}", reply_markup=helpful)

    return ScriptPlayer(world, clock, answer)


def line(text: str) -> ScriptLine:
    (only,) = read(f"T-0 09:00 {text}")
    return only


def test_somebody_says_something_and_likes_the_answer(world: World, player: ScriptPlayer) -> None:
    player.at(MONDAY, line("ani says lupa sandi"))
    player.at(MONDAY, line("ani likes"))
    assert world.state.messages(ANI)[-1].text == "Anda: lupa sandi"
    (query,) = world.state.callback_queries.values()
    assert (query.user, query.data, query.answered) == (ANI, "helpful", True)
    assert player.skipped == []


def test_the_clock_goes_to_the_moment_and_never_back(
    clock: StillClock, player: ScriptPlayer
) -> None:
    player.at(MONDAY + timedelta(hours=1))
    player.at(MONDAY, line("ani says halo"))
    assert clock.now() == MONDAY + timedelta(hours=1)


def test_somebody_new_appears(world: World, player: ScriptPlayer) -> None:
    player.at(MONDAY, line("dian appears Dian Safitri"))
    player.at(MONDAY, line("dian says halo"))
    assert world.state.user(FIRST_NEWCOMER).name == "Dian Safitri"
    assert [m.text for m in world.state.messages(FIRST_NEWCOMER)] == ["halo", "Anda: halo"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ani dances", "no such action or person"),
        ("siapa says halo", "no such action or person"),
        ("ani presses Kirim", "nothing with Kirim"),
        ("ani fills 4", "ani is offered no answer 4"),
        ("ani confirms otp", "no ticket is called 'otp'"),
    ],
)
def test_a_line_that_cannot_be_played_is_noted_and_left_out(
    world: World, player: ScriptPlayer, text: str, why: str
) -> None:
    player.at(MONDAY, line(text))
    player.at(MONDAY, line("ani says halo"))
    assert len(player.skipped) == 1
    assert why in player.skipped[0]
    assert world.state.messages(ANI)[-1].text == "Anda: halo"
