"""People send files and other things that are no text."""

from __future__ import annotations

from bot.simulator.world.accounts import ANI
from bot.simulator.world.attachments import Attachment
from bot.simulator.world.world import World
from tests.simulator.conftest import Calls


def test_an_album_is_several_messages(world: World, bot: Calls) -> None:
    world.attachments.send_album(
        ANI,
        ANI,
        [Attachment("photo", caption="bukti"), Attachment("photo"), Attachment("document")],
    )
    told = [update["message"] for update in bot.heard()]
    assert len({message["media_group_id"] for message in told}) == 1
    assert [message.get("caption") for message in told] == ["bukti", None, None]


def test_every_kind_of_thing_can_be_sent(world: World, bot: Calls) -> None:
    world.attachments.send_photo(ANI, ANI)
    world.attachments.send_document(ANI, ANI, name="surat.pdf")
    world.attachments.send_sticker(ANI, ANI)
    world.attachments.send_voice(ANI, ANI)
    world.attachments.send_video(ANI, ANI)
    world.attachments.send_contact(ANI, ANI)
    world.attachments.send_location(ANI, ANI)
    kinds = {"photo", "document", "sticker", "voice", "video", "contact", "location"}
    assert [kinds & update["message"].keys() for update in bot.heard()] == [
        *({"photo"}, {"document"}, {"sticker"}, {"voice"}, {"video"}, {"contact"}, {"location"})
    ]
