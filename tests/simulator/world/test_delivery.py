"""How a message comes into a chat, and from there to the bot."""

from __future__ import annotations

import pytest

from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world.accounts import ANI, BUDI, BURHAN, DEWI, HELPDESK
from bot.simulator.world.delivery import chat_of_member, post
from bot.simulator.world.state import State
from tests.support.still_clock import StillClock


@pytest.fixture
def state(clock: StillClock) -> State:
    return State(clock)


def test_whoever_writes_to_the_bot_has_started_it(state: State) -> None:
    assert not state.user(BURHAN).started
    message = post(state, BURHAN, BURHAN, {"text": "halo"})
    assert state.user(BURHAN).started
    assert state.updates.batch(1)[0]["message"] is message.body


def test_who_may_do_anything_in_a_chat(state: State) -> None:
    assert chat_of_member(state, BUDI, HELPDESK).title == "Helpdesk e-Kinerja"
    with pytest.raises(ImpossibleError, match="Ani Rahmawati bukan anggota Helpdesk e-Kinerja"):
        chat_of_member(state, ANI, HELPDESK)
    state.chat(HELPDESK).migrated_to = -5
    with pytest.raises(ImpossibleError, match="sudah pindah ke -5"):
        chat_of_member(state, BUDI, HELPDESK)


def test_a_reply_quotes_one_message_deep(state: State) -> None:
    first = post(state, BUDI, HELPDESK, {"text": "satu"})
    second = post(state, DEWI, HELPDESK, {"text": "dua"}, first.message_id)
    third = post(state, BUDI, HELPDESK, {"text": "tiga"}, second.message_id)
    assert third.body["reply_to_message"]["text"] == "dua"
    assert "reply_to_message" not in third.body["reply_to_message"]
    with pytest.raises(ImpossibleError, match="pesan 99"):
        post(state, BUDI, HELPDESK, {"text": "empat"}, 99)


def test_a_supergroup_counts_its_messages_itself(state: State) -> None:
    numbers = [
        post(state, user, chat, {"text": "x"}).message_id
        for user, chat in ((ANI, ANI), (BURHAN, BURHAN), (BUDI, HELPDESK), (ANI, ANI))
    ]
    assert numbers == [1, 2, 1, 3]
