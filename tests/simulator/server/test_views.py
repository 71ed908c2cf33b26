"""What the page is shown of the world."""

from __future__ import annotations

from bot.simulator.server import views
from bot.simulator.world.accounts import ANI, BUDI, HELPDESK
from bot.simulator.world.world import World
from tests.simulator.conftest import Calls
from tests.simulator.keyboards import press


def test_only_what_changed(world: World, bot: Calls) -> None:
    before = views.snapshot(world.state)["version"]
    sent = bot("sendMessage", chat_id=ANI, text="Ambil?", reply_markup=press("a"))
    query = world.buttons.press(ANI, ANI, sent["message_id"], "Ambil")
    bot("answerCallbackQuery", callback_query_id=query, text="ya")
    view = views.changes(world.state, before)
    assert not view["complete"]
    assert "people" not in view
    assert [message["text"] for message in view["messages"]] == ["Ambil?"]
    assert view["messages"][0]["rows"][0][0]["callback_data"] == "a"
    assert view["answers"] == [
        {"id": query, "chat": ANI, "user": ANI, "text": "ya", "alert": False}
    ]
    assert views.changes(world.state, view["version"])["messages"] == []


def test_people_come_again_when_something_about_them_changed(world: World) -> None:
    before = world.state.version
    world.membership.block(ANI)
    users = {user["id"]: user for user in views.changes(world.state, before)["people"]["users"]}
    assert users[ANI]["blocked"]
    world.state.reset()
    assert views.changes(world.state, before)["complete"]


def test_a_message_that_is_gone_leaves_its_place_only(world: World, bot: Calls) -> None:
    sent = bot("sendMessage", chat_id=ANI, text="x")["message_id"]
    before = world.state.version
    bot("deleteMessage", chat_id=ANI, message_id=sent)
    view = views.changes(world.state, before)
    assert view["messages"] == [{"chat": ANI, "id": sent, "deleted": True}]


def test_files_replies_and_faces(world: World) -> None:
    photo = world.attachments.send_photo(BUDI, HELPDESK, caption="bukti")
    reply = world.people.say_as_anonymous_admin(HELPDESK, "ya", photo.message_id)
    shown = views.message_view(photo)
    assert (shown["media"]["kind"], shown["text"]) == ("photo", "bukti")
    shown = views.message_view(reply)
    assert shown["by"] == {"id": HELPDESK, "name": "Helpdesk e-Kinerja"}
    assert shown["reply"] == {
        "id": photo.message_id,
        "name": "Budi Santoso",
        "text": "bukti",
        "kind": "photo",
    }
