"""What became of sendings, written down in one transaction, with its consequences."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.wire.parcel import (
    CARD,
    CARD_BELOW,
    TOO_LATE,
    CardGone,
    Fate,
    Migrated,
    NoFilesHere,
    Parcel,
    Refused,
    SendPlain,
    Sent,
    Unreachable,
    Wait,
)
from bot.words import desk
from bot.words.html import Html, as_text
from handlers.actions import card, files, presence, report
from handlers.desk import group
from handlers.house import House
from handlers.scene import Scene
from storage.engine import Database
from storage.outbox import AWAY, NO_FILES
from storage.tables import Ticket
from storage.tickets import number_of

logger = logging.getLogger(__name__)

# Calls that change nothing a person waits for; refused, they are only buried.
QUIET = {"answerCallbackQuery", "editMessageText", "editMessageReplyMarkup"}
GROUP_AWAY = timedelta(minutes=5)  # the bot was removed from a group: someone will add it again


def settle(
    database: Database, house: House, landed: Sequence[tuple[Parcel, Fate]], now: datetime
) -> None:
    plain = [
        parcel
        for parcel, fate in landed
        if isinstance(fate, Sent) and parcel.purpose is None and parcel.coalesce is None
    ]
    # Undone by a power cut, it only says again what was said: not worth waiting for the disk.
    with database.unit(flushed=False) as unit:
        scene = Scene(unit, house, now)
        if plain:
            unit.outbox.all_sent(plain, now)
        for parcel, fate in landed:
            if parcel not in plain:
                _settle_one(scene, parcel, fate)


def _settle_one(scene: Scene, parcel: Parcel, fate: Fate) -> None:
    outbox = scene.unit.outbox
    match fate:
        case Sent():
            _sent(scene, parcel, fate)
        case Wait():
            at = scene.now + timedelta(seconds=fate.seconds)
            outbox.again(parcel, at=at, error=fate.reason, counts=fate.counts)
            logger.info("parcel %s waits %.1f s: %s", parcel.id, fate.seconds, fate.reason)
        case Migrated():
            group.move(scene, parcel.chat_id, fate.new_chat_id)
            outbox.forward(parcel, fate.new_chat_id)
        case Unreachable():
            _unreachable(scene, parcel, fate)
        case CardGone() if parcel.purpose == CARD and parcel.ticket_id is not None:
            scene.unit.tickets.card_stands(
                parcel.ticket_id, chat_id=parcel.chat_id, message_id=None
            )
        case SendPlain() if "parse_mode" in parcel.params:
            outbox.rewrite(parcel, _plain(parcel), error="markup refused")
        case NoFilesHere() | Refused() if _is_picture_of_page(parcel):
            outbox.rewrite(parcel, report.without_picture(parcel), error=fate.reason)
        case NoFilesHere():
            _no_files(scene, parcel, fate.reason)
        case Refused():
            _refused(scene, parcel, fate.reason)
        case _:
            _refused(scene, parcel, type(fate).__name__)


def _sent(scene: Scene, parcel: Parcel, fate: Sent) -> None:
    first = fate.message_ids[0] if fate.message_ids else None
    if parcel.ticket_id is not None and parcel.purpose is not None:
        is_card = parcel.purpose in {CARD, CARD_BELOW}
        ticket = scene.unit.tickets.get(parcel.ticket_id) if is_card else None
        if ticket is not None and first is not None:
            card.stands(scene, ticket, parcel.chat_id, first)
        purpose = CARD if is_card else parcel.purpose
        for message_id in fate.message_ids:
            scene.unit.refs.put(
                parcel.chat_id, message_id, ticket_id=parcel.ticket_id, purpose=purpose
            )
    scene.unit.outbox.sent(parcel, message_id=first, now=scene.now)


def _unreachable(scene: Scene, parcel: Parcel, fate: Unreachable) -> None:
    """A person who blocked us is noted; a group that threw us out keeps its messages waiting."""
    if parcel.chat_id < 0:
        scene.unit.outbox.again(parcel, at=scene.now + GROUP_AWAY, error=fate.reason, counts=False)
        logger.error(
            "cannot write to group %s: %s; let the bot be in it and write there",
            parcel.chat_id,
            fate.reason,
        )
        return
    scene.unit.outbox.bury(parcel, error=f"{AWAY}{fate.reason}")
    person = scene.unit.people.get(parcel.chat_id)
    if person is not None:
        presence.lost(scene, person)


def _refused(scene: Scene, parcel: Parcel, reason: str) -> None:
    scene.unit.outbox.bury(parcel, error=reason)
    if reason == TOO_LATE or parcel.method in QUIET:
        return
    logger.error("parcel %s (%s) was refused: %s", parcel.id, parcel.method, reason)
    ticket = _ticket(scene, parcel)
    if ticket is None or parcel.purpose == CARD:
        return
    if parcel.method == files.ALBUM:  # one broken file makes Telegram refuse them all
        files.one_by_one(scene, ticket, parcel)
    elif parcel.chat_id > 0:
        card.under_card(scene, ticket, desk.undeliverable(number_of(ticket)))
    elif parcel.method in files.METHODS.values():
        card.under_card(scene, ticket, desk.file_lost(number_of(ticket)))


def _no_files(scene: Scene, parcel: Parcel, reason: str) -> None:
    """Files wait for a better day, aside: what else the group is to hear must not."""
    scene.unit.outbox.bury(parcel, error=f"{NO_FILES}{reason}")
    logger.error("no files can be sent to group %s: %s", parcel.chat_id, reason)
    ticket = _ticket(scene, parcel)
    if ticket is not None:
        card.under_card(scene, ticket, desk.no_files_here(number_of(ticket)))


def _is_picture_of_page(parcel: Parcel) -> bool:
    return parcel.purpose == report.CHART and parcel.file is not None


def _ticket(scene: Scene, parcel: Parcel) -> Ticket | None:
    return None if parcel.ticket_id is None else scene.unit.tickets.get(parcel.ticket_id)


def _plain(parcel: Parcel) -> dict[str, object]:
    left_out = {"parse_mode", "chat_id"}
    params = {name: value for name, value in parcel.params.items() if name not in left_out}
    for name in ("text", "caption"):
        if name in params:
            params[name] = as_text(Html(str(params[name])))
    return params
