"""/umumkan: what is to go to many is written here, alone with the bot or at the desk."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot import utf16
from bot.rules.announcement import WRITTEN_AT, NewsStatus, Rhythm
from bot.rules.complaint import File
from bot.rules.letters import has_words
from bot.rules.privacy.asking import refuse_asking
from bot.rules.privacy.numbers import NIK, NIP, mask
from bot.rules.privacy.secrets import HIDDEN
from bot.rules.purpose import Purpose, Subject
from bot.rules.rights import DeskAct
from bot.words import announcement as words
from bot.words import dates
from bot.words.html import Html
from faq.text.said.agreeing import agrees, is_small
from handlers.actions import files
from handlers.desk import announcement_approval
from handlers.turn import Turn
from storage.announcements import with_file
from storage.tables import Announcement, JobKind

MOST_LISTED = 8
ALBUM_SETTLES = timedelta(seconds=2)


def command(turn: Turn, said: str) -> None:
    """`/umumkan words`, under a file too; `/umumkan`, `/umumkan daftar`, `/umumkan 3`."""
    if said.isascii() and said.isdigit() and len(said) <= 12 and turn.incoming.file is None:
        show(turn, int(said))
    elif said.casefold() in {"daftar", "list"}:
        turn.say(_list(turn))
    elif said or turn.incoming.file is not None or _pointed(turn):
        keep(turn, None, said or _pointed(turn))
    else:
        turn.say(
            words.ask_words(),
            subject=Subject(Purpose.NEWS_WORDS),
            force_reply=words.words_placeholder(),
        )


def show(turn: Turn, number: int) -> None:
    row = turn.unit.announcements.get(number)
    if row is None:
        turn.say(words.unknown(number))
        return
    alone = turn.incoming.private
    if alone and not (row.status is NewsStatus.DRAFT and row.by_id == turn.person.id):
        turn.say(words.in_group(number))
        return
    row.card_chat_id, row.card_message_id = turn.incoming.chat_id, None
    show_anew(turn, row)


def _list(turn: Turn) -> Html:
    zone = turn.resources.zone
    rows = turn.unit.announcements.recent(most=MOST_LISTED)
    return words.list_of(
        [
            words.AnnouncementRow(row.id, row.status, row.text, dates.short(row.made_at, zone))
            for row in rows
        ]
    )


def _pointed(turn: Turn) -> str:
    """What somebody wrote that is answered with the command."""
    pointed = turn.incoming.pointed
    return "" if pointed is None or pointed.ours else (pointed.words or "").strip()


# Replies, and what was sent before and is put right


def answered(turn: Turn, subject: Subject) -> None:
    """A reply to a card."""
    turn.must(DeskAct.ANNOUNCE)
    row = turn.unit.announcements.get(subject.id or 0)
    if is_rest_of_album(turn):
        rest_of_album(turn)
    elif row is None:
        turn.say(words.unknown(subject.id or 0))
    else:
        _about(turn, row, (turn.incoming.text or "").strip())


def written(turn: Turn, _subject: Subject) -> None:
    """A reply to the prompt for a new one."""
    turn.must(DeskAct.ANNOUNCE)
    if is_rest_of_album(turn):
        rest_of_album(turn)
    else:
        _begin(turn, (turn.incoming.text or "").strip())


def _begin(turn: Turn, text: str) -> None:
    if turn.incoming.file is None and is_small(text):
        turn.say(words.small_is_none())
    else:
        keep(turn, None, text)


def _about(turn: Turn, row: Announcement, text: str) -> None:
    """Other words by whoever wrote it; anybody else's only agree, or are about it."""
    alone = turn.incoming.file is None
    if alone and agrees(text):
        announcement_approval.agreed(turn, row)
    elif row.by_id != turn.person.id:
        turn.say(words.anothers_stay(row.id, status=row.status))
    elif alone and is_small(text):
        turn.say(words.small_changes_none(row.id))
    else:
        keep(turn, row, text)


def edited(turn: Turn) -> bool:
    """The message that brought the words of one, put right."""
    if not turn.is_officer or turn.incoming.message_id is None:
        return False
    row = turn.unit.announcements.by_source(turn.incoming.chat_id, turn.incoming.message_id)
    if row is None or row.by_id != turn.person.id:
        return False
    turn.must(DeskAct.ANNOUNCE)
    if row.status is NewsStatus.DROPPED:
        return True
    given = turn.incoming.command(turn.resources.username)
    text = (turn.incoming.text or "").strip() if given is None else given[1]
    keep(turn, row, text.rpartition("|")[2].strip() if row.every is not None else text)
    return True


# An album's files come one by one, the first of them with the words


def _begun_by_album(turn: Turn) -> Announcement | None:
    sent = turn.incoming.file
    if sent is None or sent.group_id is None:
        return None
    return turn.unit.announcements.by_album(turn.incoming.chat_id, sent.group_id)


def is_rest_of_album(turn: Turn) -> bool:
    row = _begun_by_album(turn) if turn.is_officer else None
    return row is not None and row.by_id == turn.person.id


def rest_of_album(turn: Turn) -> None:
    row, sent = _begun_by_album(turn), turn.incoming.file
    assert row is not None
    assert sent is not None
    turn.must(DeskAct.ANNOUNCE if row.every is None else DeskAct.PLAN_NEWS)
    text = "\n".join(filter(None, (row.text, _masked(turn, turn.incoming.text or ""))))
    refused = _refused(turn, text, sent)
    if refused is not None:
        turn.say(refused)
    elif turn.unit.announcements.change(row, text=text, more_files=with_file(row, sent)):
        show_anew(turn, row)
    else:
        turn.say(words.approved_already())


# Keeping it


def keep(
    turn: Turn,
    row: Announcement | None,
    text: str,
    *,
    every: Rhythm | None = None,
    first_at: datetime | None = None,
) -> None:
    """A new one, or other words for one that nobody has approved. Raises SecretAsked."""
    if row is not None and row.every is not None:
        turn.must(DeskAct.PLAN_NEWS)
    if row is not None and row.status not in WRITTEN_AT:
        turn.say(words.approved_already())
        return
    sent = turn.incoming.file
    said = _masked(turn, text)
    refused = _refused(turn, said, sent)
    if refused is not None:
        turn.say(refused)
        return
    values = _values(turn, said, sent)
    if row is None:
        row = turn.unit.announcements.add(
            Announcement(
                **values,
                status=NewsStatus.DRAFT,
                made_at=turn.now,
                every=every,
                first_at=first_at,
                card_chat_id=turn.incoming.chat_id,
            )
        )
    else:
        if sent is None or (sent.group_id is not None and sent.group_id == row.album):
            values = {name: each for name, each in values.items() if name not in _OF_FILE}
        turn.unit.announcements.change(row, **values)
    if said != text:
        turn.say(words.masked())
    show_anew(turn, row)


_OF_FILE = {"file_kind", "file_id", "album", "more_files"}


def _values(turn: Turn, text: str, sent: File | None) -> dict[str, Any]:
    return {
        "text": text,
        "file_kind": sent.kind if sent is not None else None,
        "file_id": sent.file_id if sent is not None else None,
        "album": sent.group_id if sent is not None else None,
        "more_files": None,
        "by_id": turn.person.id,
        "source_chat_id": turn.incoming.chat_id,
        "source_message_id": turn.incoming.message_id,
        "approved_by": None,
        "approved_at": None,
    }


def _masked(turn: Turn, text: str) -> str:
    """The agency's own telephone may be told to all, somebody's number may not."""
    return mask(text.strip(), {NIP, NIK})


def _refused(turn: Turn, text: str, sent: File | None) -> Html | None:
    if turn.incoming.held_secret or HIDDEN in text:
        return words.holds_secret()
    refuse_asking(text)
    if turn.incoming.other is not None or (sent is not None and sent.kind not in files.METHODS):
        return words.not_this_kind()
    if sent is None and not has_words(text):
        return words.empty()
    over = utf16.length(text) - words.MOST_TEXT
    return words.too_long(over) if over > 0 else None


def show_anew(turn: Turn, row: Announcement) -> None:
    """As it will look, with the card below."""
    turn.ask_for(
        JobKind.NEWS_SHOWN,
        f"news-shown:{row.id}:{row.revision}:{turn.incoming.chat_id}",
        {"announcement": row.id, "revision": row.revision},
        delay=ALBUM_SETTLES if row.album is not None else None,
    )
