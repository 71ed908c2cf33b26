"""What the page orders in the name of people."""

from __future__ import annotations

from typing import Any

import pytest

from bot.simulator.server.actions import ACTIONS, act, send_files
from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world.accounts import ANI, DEWI, HELPDESK
from bot.simulator.world.attachments import ONE_DOT_GIF
from bot.simulator.world.files import Upload
from bot.simulator.world.world import World

PICTURE = Upload("a.gif", ONE_DOT_GIF, "image/gif")
PAPER = Upload("a.pdf", b"%PDF", "application/pdf")


def test_each_action_is_a_method_of_its_part(world: World) -> None:
    for part, names in ACTIONS.items():
        for name in names:
            assert callable(getattr(getattr(world, part), name))


def test_what_comes_back_is_plain(world: World) -> None:
    said = act(world, {"do": "say", "user": ANI, "chat": ANI, "text": "halo"})
    assert said["text"] == "halo"
    assert act(world, {"do": "newcomer", "first_name": "Dedi"})["first_name"] == "Dedi"
    group = act(world, {"do": "add_group", "number": -5, "title": "Baru", "members": [ANI]})
    assert group == {"id": -5, "type": "group", "title": "Baru"}
    assert act(world, {"do": "leave", "user": DEWI, "chat": HELPDESK})["left_chat_member"]
    assert act(world, {"do": "block", "user": ANI}) is None


@pytest.mark.parametrize("name", ["", "reset", "send", "__init__", "_say_as"])
def test_what_the_page_may_not_order(world: World, name: str) -> None:
    with pytest.raises(ImpossibleError, match="unknown action"):
        act(world, {"do": name})


def send(world: World, *uploads: Upload, as_files: bool = False) -> list[dict[str, Any]]:
    return send_files(
        world, ANI, ANI, list(uploads), caption="bukti", as_files=as_files, reply_to=None
    )


def test_files_go_in_albums_of_a_kind(world: World) -> None:
    sent = send(world, *[PICTURE] * 12, PAPER)
    groups = [message.get("media_group_id") for message in sent]
    assert [groups.count(group) for group in dict.fromkeys(groups)] == [10, 2, 1]
    assert ["photo" in message for message in sent] == [True] * 12 + [False]
    assert [message.get("caption") for message in sent] == ["bukti", *[None] * 12]


def test_a_picture_may_go_as_a_file(world: World) -> None:
    assert "document" in send(world, PICTURE, as_files=True)[0]
