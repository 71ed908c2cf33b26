"""What the state keeps and how it is looked at."""

from __future__ import annotations

from bot.simulator.world.accounts import ANI
from bot.simulator.world.world import World
from tests.simulator.conftest import Calls


def test_newcomers_get_numbers_of_their_own(world: World) -> None:
    numbers = [world.state.newcomer("Dedi").number, world.state.newcomer("Ema").number]
    assert numbers == [1100, 1101]


def test_duplicates_are_counted(world: World, bot: Calls) -> None:
    for text in ("a", "b", "a"):
        bot("sendMessage", chat_id=ANI, text=text)
    assert world.state.duplicates(ANI) == world.state.duplicates() == 1
    assert [message.deliveries for message in world.state.messages(ANI)[1:]] == [1, 1, 2]


def test_a_transcript_reads_aloud(world: World, bot: Calls) -> None:
    markup = {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}
    bot("sendMessage", chat_id=ANI, text="Sudah?", reply_markup=markup)
    assert world.state.transcript(ANI) == "1 Ani: /start\n2 Bantuan e-Kinerja: Sudah? [Ya]"


def test_reset_begins_anew_but_update_ids_go_on(world: World, bot: Calls) -> None:
    world.people.say(ANI, ANI, "halo")
    before = bot.heard()[-1]["update_id"]
    world.state.reset()
    assert world.state.messages(ANI) == []
    world.people.say(ANI, ANI, "halo")
    assert bot.heard()[0]["update_id"] > before
