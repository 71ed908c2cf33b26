"""Whose turn it may be: a person who sends more than fingers can is put off, alone.

What is put off stays in the inbox and is served in its order, as much a minute as is allowed;
of more than MOST_WAITING the newest are not kept, which the person is told. In a group, where
one lane is everybody's, what comes too fast is passed over. What is answered to a message at the
desk, where that may be a card, and what people say to each other, never counts. Nor does the turn
of whoever waited for the answer to the one before, and got it: they cannot be further ahead of us
than one.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, TypeVar

from bot.rules.limits import MINUTE, PUT_OFF, SAID_AGAIN
from handlers.incoming import Incoming

T = TypeVar("T")

AS_LONG_AS_ONE = 800  # letters; a message of 4,096 takes as long to answer as six short ones
LONGEST = timedelta(minutes=10)  # nobody's allowance takes longer: the clock was put back
MOST_KNOWN = 10_000  # people remembered; who wrote longest ago is forgotten first


class Limiter:
    """For one thread, in memory: after a restart everybody begins anew. What it took for granted
    in a transaction that failed is undone with it.

    A person's allowance is the moment at which it is whole again (GCRA, ITU-T I.371).
    """

    def __init__(self, turns_a_minute: int) -> None:
        self._each = MINUTE / turns_a_minute
        self._whole_at: dict[int, datetime] = {}
        self._answered: dict[int, None] = {}
        self._album: dict[int, str] = {}
        self._told_at: dict[int, datetime] = {}
        self._before: dict[int, tuple[datetime | None, str | None, datetime | None]] = {}

    def admits(self, incoming: Incoming, now: datetime, *, at_desk: bool) -> bool:
        """Counts it, if it does. Who hides behind a chat ("Group Anonymous Bot") is that chat."""
        who = incoming.who.id if incoming.who is not None else incoming.chat_id
        if not _counts(incoming, at_desk=at_desk):
            return True
        if incoming.private and who in self._answered:
            del self._answered[who]
            return True
        album = incoming.file.group_id if incoming.file else None
        if album is not None and album == self._album.get(who):
            return True  # a further part of what counts as one
        whole_at = max(self._whole_at.get(who, now), now)
        if whole_at - now > LONGEST:
            whole_at = now
        takes = self._each * (1 + len(incoming.text or "") // AS_LONG_AS_ONE)
        if whole_at - now > MINUTE - takes and whole_at > now:
            return False
        self._remember(who)
        self._whole_at.pop(who, None)  # the newest stand last
        self._whole_at[who] = whole_at + takes
        if album is not None:
            self._album[who] = album
        return True

    def answered(self, chat_id: int) -> None:
        """Something that we said has reached them."""
        if chat_id > 0:
            self._answered[chat_id] = None

    def until(self, now: datetime) -> datetime:
        """Until when what comes too fast is put off."""
        return now + PUT_OFF

    def tells(self, person_id: int, now: datetime) -> bool:
        """Once in a while."""
        told_at = self._told_at.get(person_id)
        if told_at is not None and now - told_at < SAID_AGAIN:
            return False
        self._remember(person_id)
        self._told_at[person_id] = now
        return True

    def keep(self) -> None:
        """What was counted is committed."""
        self._before.clear()
        known: dict[int, Any]
        for known in (self._whole_at, self._album, self._told_at, self._answered):
            while len(known) > MOST_KNOWN:
                del known[next(iter(known))]

    def undo(self) -> None:
        for person_id, (whole_at, album, told_at) in self._before.items():
            _put_back(self._whole_at, person_id, whole_at)
            _put_back(self._album, person_id, album)
            _put_back(self._told_at, person_id, told_at)
        self._before.clear()

    def _remember(self, person_id: int) -> None:
        if person_id not in self._before:
            self._before[person_id] = (
                self._whole_at.get(person_id),
                self._album.get(person_id),
                self._told_at.get(person_id),
            )


def _put_back(known: dict[int, T], person_id: int, value: T | None) -> None:
    if value is None:
        known.pop(person_id, None)
    else:
        known[person_id] = value


def _counts(incoming: Incoming, *, at_desk: bool) -> bool:
    """In a group only what is said or done to the bot; an answer to a card is the reporter's."""
    if incoming.kind in {"member", "other"}:
        return False
    if incoming.private or incoming.kind in {"press", "guest"}:
        return True
    if at_desk and (incoming.reply_to is not None or incoming.who is None):
        return False
    text = incoming.text or ""
    return incoming.reply_to is not None or text.startswith("/") or "@" in text
