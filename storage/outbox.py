"""Durable sending: what we say is a row in the same commit as what we did."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import text, update
from sqlmodel import Session, col, func, select

from bot.rules.coalesce import CoalesceKey
from bot.rules.purpose import Purpose, Subject
from bot.wire.outgoing import OutgoingCall, Rendering
from storage.forgetting import forget, older_than
from storage.outbox_statements import (
    ALL_SENT,
    DUE,
    INSERT,
    IS_NEWS,
    IS_WAITING,
    NEWS_DUE,
    RELEASE,
    REWRITE,
    REWRITE_LATER,
    SENT,
    WAITING,
    prompted,
)
from storage.outgoing_rows import NewRow, call_of, pack
from storage.row_ids import RowIds
from storage.tables import HoldReason, OutboxRow, OutboxStatus
from storage.tables.delivery import IS_ANSWER

# Of what is not said after all: its words are gone.
_UNSAID = {"status": OutboxStatus.SENT, "payload": "{}", "renderings": None, "held_for": None}
# Of a message that cannot take its files along, what its words keep.
KEPT_WITHOUT_FILES = ("parse_mode", "reply_markup", "reply_parameters", "message_thread_id")


class Outbox:
    """New rows wait in memory until the unit settles, and go out in one statement.

    Then `calls` are those that the sender may have at once, in order; of the chats in `elsewhere`
    only the database knows what comes next.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids = RowIds(session, OutboxRow)
        self._new: list[NewRow] = []
        self.said: list[OutgoingCall] = []
        """All that was written; of these `calls` can go as they are."""
        self.calls: list[OutgoingCall] = []
        self.elsewhere: set[int] = set()

    def add(
        self,
        chat_id: int,
        method: str,
        params: dict[str, object],
        *,
        now: datetime,
        not_before: datetime | None = None,
        expires_at: datetime | None = None,
        coalesce: CoalesceKey | None = None,
        purpose: Purpose | None = None,
        subject: Subject | None = None,
        quotes: bool = False,
        prompted_id: int | None = None,
        ticket_id: int | None = None,
        under_card: bool = False,
        announcement_id: int | None = None,
        renderings: Sequence[Rendering] = (),
    ) -> None:
        """Queues one call; with `coalesce`, a waiting row of that key is rewritten in place.
        `purpose` is a ticket's, `subject` what else it stands for."""
        values: dict[str, Any] = {
            "chat_id": chat_id,
            "method": method,
            "payload": json.dumps(params),
            "renderings": pack(renderings),
            "status": OutboxStatus.WAITING,
            "created_at": now,
            "not_before": not_before,
            "expires_at": expires_at,
            "attempts": 0,
            "revision": 0,
            "coalesce": coalesce,
            "purpose": purpose if subject is None else subject.purpose,
            "prompted_id": prompted_id,
            "ticket_id": ticket_id,
            "subject_id": None if subject is None else subject.id,
            "part": None if subject is None else subject.part,
            "quotes": quotes,
            "under_card": under_card,
            "announcement_id": announcement_id,
        }
        new = NewRow(values, params, tuple(renderings))
        if coalesce is None or not self._rewrite(coalesce, new):
            self._new.append(new)

    def _rewrite(self, coalesce: CoalesceKey, new: NewRow) -> bool:
        for place, known in enumerate(self._new):
            if known.values["coalesce"] == coalesce:
                self._new[place] = new
                return True
        connection, values = self._session.connection(), new.values
        # The settings may name another group by now.
        given = {"key": coalesce, "words": values["payload"], "chat": values["chat_id"]}
        if values["not_before"] is None:  # the row keeps the pause its chat was told
            changed = REWRITE(connection, **given)
        else:
            changed = REWRITE_LATER(connection, **given, until=values["not_before"])
        self.elsewhere.add(values["chat_id"])
        return changed.rowcount > 0

    def pending(self) -> tuple[list[NewRow], int, int]:
        return list(self._new), len(self.said), len(self.calls)

    def restore(self, pending: tuple[list[NewRow], int, int]) -> None:
        """Forgets what was added since they were all that was pending."""
        self._new, said, handed = pending
        del self.said[said:], self.calls[handed:]

    def flush(self) -> None:
        if not self._new:
            return
        rows = [(self._ids.take(), new) for new in self._new]
        INSERT.many(
            self._session.connection(), [{"id": number, **new.values} for number, new in rows]
        )
        for number, new in rows:
            call = new.as_call(number)
            self.said.append(call)
            if new.stays_as_it_is and call.chat_id not in self.elsewhere:
                self.calls.append(call)
            else:
                self.elsewhere.add(call.chat_id)
        self._new = []

    def due(self, now: datetime, *, busy: Collection[int], limit: int) -> list[OutgoingCall]:
        """The oldest waiting row of each chat that may go now; `busy` chats have one under way.
        What goes to many comes where nothing else waits."""
        connection, given = self._session.connection(), {"now": now, "busy": list(busy)}
        found = DUE(connection, **given, most=limit).rows
        if len(found) < limit:
            found += NEWS_DUE(connection, **given, most=limit - len(found)).rows
        return [call_of(row) for row in found]

    def news_waiting(self) -> int:
        """How many parts of announcements are on their way."""
        query = select(func.count()).select_from(OutboxRow).where(IS_NEWS, IS_WAITING)
        return self._session.exec(query).one()

    def waiting(self) -> dict[int, int]:
        """How many wait for each chat, be they due or not."""
        return {row.chat_id: row.waiting for row in WAITING(self._session.connection())}

    def sent(self, call: OutgoingCall, *, message_id: int | None, now: datetime) -> bool:
        """True when it stands as sent; False when it was rewritten meanwhile and must go again."""
        changed = SENT(
            self._session.connection(),
            number=call.id,
            as_of=call.revision,
            at=now,
            message=message_id,
        )
        return changed.rowcount == 1

    def all_sent(self, calls: Collection[OutgoingCall], now: datetime) -> None:
        """Plain messages, many in one statement: nothing can have rewritten them."""
        ALL_SENT(self._session.connection(), numbers=[call.id for call in calls], at=now)

    def retry(self, call: OutgoingCall, *, at: datetime | None, error: str, counts: bool) -> None:
        self._change(call, not_before=at, error=error, attempts=call.attempts + int(counts))

    def rewrite(self, call: OutgoingCall, params: dict[str, object], *, error: str) -> None:
        """The same message in a form that the API will take, unless it is a newer one by now."""
        self._change_if_as_sent(
            call, payload=json.dumps(params), attempts=call.attempts + 1, error=error
        )

    def without_files(self, call: OutgoingCall, text: str, *, error: str) -> None:
        """Its words go alone, unless they are newer ones by now."""
        params = {name: call.params[name] for name in KEPT_WITHOUT_FILES if name in call.params}
        self._change_if_as_sent(
            call,
            method="sendMessage",
            payload=json.dumps(params | {"text": text}),
            renderings=None,
            attempts=call.attempts + 1,
            error=error,
        )

    def redirect(self, call: OutgoingCall, chat_id: int) -> None:
        """The chat has this id today; what was put in for the old one goes there too."""
        self._change(call, chat_id=chat_id)
        self.elsewhere.add(chat_id)

    def moved(self, old_id: int, new_id: int) -> None:
        """What waits for a chat, or is held for it, goes where it is now."""
        self._session.execute(
            update(OutboxRow)
            .where(
                col(OutboxRow.chat_id) == old_id,
                col(OutboxRow.status).in_((OutboxStatus.WAITING, OutboxStatus.HELD)),
            )
            .values(chat_id=new_id)
        )
        self.elsewhere.add(new_id)

    def hold(self, call: OutgoingCall, reason: HoldReason, *, error: str) -> None:
        """Sets it aside, so that what else the chat is to hear need not wait for it."""
        self._change(call, status=OutboxStatus.HELD, held_for=reason, error=error)

    def bury(self, call: OutgoingCall, *, error: str) -> None:
        self._change(call, status=OutboxStatus.DEAD, error=error)

    def _change(self, call: OutgoingCall, **values: object) -> None:
        self._session.execute(
            update(OutboxRow).where(col(OutboxRow.id) == call.id).values(**values)
        )

    def _change_if_as_sent(self, call: OutgoingCall, **values: object) -> None:
        self._session.execute(
            update(OutboxRow)
            .where(col(OutboxRow.id) == call.id, col(OutboxRow.revision) == call.revision)
            .values(**values)
        )

    def drop(
        self, chat_id: int, *, purposes: Collection[Purpose], ticket_id: int | None = None
    ) -> None:
        """What was to be said there for that, or of that ticket, is not said, and its words are
        gone."""
        self.flush()
        self._session.execute(
            update(OutboxRow)
            .where(
                col(OutboxRow.chat_id) == chat_id,
                col(OutboxRow.purpose).in_(purposes),
                *(() if ticket_id is None else (col(OutboxRow.ticket_id) == ticket_id,)),
                col(OutboxRow.status).in_((OutboxStatus.WAITING, OutboxStatus.HELD)),
            )
            .values(_UNSAID)
        )
        self.elsewhere.add(chat_id)

    def drop_news(self, announcement_id: int, chats: Collection[int]) -> None:
        """What of it still waits for them is not said now."""
        self._session.execute(
            update(OutboxRow)
            .where(
                col(OutboxRow.announcement_id) == announcement_id,
                col(OutboxRow.chat_id).in_(chats),
                IS_WAITING,
            )
            .values(_UNSAID)
        )
        self.elsewhere.update(chats)

    def belongs(self, chat_id: int, message_id: int | None, *, ticket_id: int) -> None:
        """What was sent there is known to be about that ticket, and goes with it."""
        self._session.execute(
            update(OutboxRow)
            .where(col(OutboxRow.chat_id) == chat_id, col(OutboxRow.message_id) == message_id)
            .values(ticket_id=ticket_id)
        )

    def overtaken(self, chat_id: int, coalesce: CoalesceKey) -> None:
        """What is held for somebody who returns, and newer words are on their way."""
        self._session.execute(
            update(OutboxRow)
            .where(
                col(OutboxRow.chat_id) == chat_id,
                col(OutboxRow.status) == OutboxStatus.HELD,
                col(OutboxRow.coalesce) == coalesce,
            )
            .values(_UNSAID)
        )

    def release(self, chat_id: int, reason: HoldReason) -> None:
        """What was held for that goes out now: the reason may be over."""
        released = RELEASE(self._session.connection(), chat=chat_id, reason=reason)
        if released.rowcount:
            self.elsewhere.add(chat_id)

    def retry_now(self, chat_id: int) -> None:
        """What waits for a chat that let us in again need not wait any longer."""
        self._session.execute(
            update(OutboxRow)
            .where(
                col(OutboxRow.chat_id) == chat_id,
                IS_WAITING,
                col(OutboxRow.error).is_not(None),
            )
            .values(not_before=None)
        )
        self.elsewhere.add(chat_id)

    def answer(self, key: CoalesceKey) -> OutboxRow | None:
        """What an officer wrote, waiting or sent, by the key that it was put in with."""
        self.flush()
        query = select(OutboxRow).where(
            text(IS_ANSWER),
            col(OutboxRow.coalesce) == key,
            col(OutboxRow.status).in_((OutboxStatus.WAITING, OutboxStatus.SENT)),
        )
        return self._session.exec(query.order_by(col(OutboxRow.id).desc()).limit(1)).first()

    def is_waiting(self, coalesce: CoalesceKey) -> bool:
        """Whether a row of that key still waits."""
        query = select(OutboxRow.id).where(col(OutboxRow.coalesce) == coalesce, IS_WAITING)
        return self._session.exec(query.limit(1)).first() is not None

    def prompted_since(
        self,
        moment: datetime,
        *,
        ticket_id: int,
        purposes: Collection[Purpose],
        prompted_id: int,
    ) -> bool:
        """Whether this person was prompted for one of these after the moment, and it was not
        refused."""
        if self._new_prompts(ticket_id, purposes, prompted_id):
            return True
        found = prompted(frozenset(purposes))(
            self._session.connection(), ticket=ticket_id, person=prompted_id, moment=moment
        )
        return found.first() is not None

    def _new_prompts(
        self, ticket_id: int, purposes: Collection[Purpose], prompted_id: int
    ) -> list[NewRow]:
        return [
            new
            for new in self._new
            if new.values["ticket_id"] == ticket_id
            and new.values["purpose"] in purposes
            and new.values["prompted_id"] == prompted_id
        ]

    def ask_instead(
        self, ticket_id: int, prompted_id: int, purposes: Collection[Purpose], purpose: Purpose
    ) -> bool:
        """This person's prompts for any of these ask for that one now; whether one waits yet."""
        new = self._new_prompts(ticket_id, purposes, prompted_id)
        for each in new:
            each.values["purpose"] = purpose
        these = (
            col(OutboxRow.ticket_id) == ticket_id,
            col(OutboxRow.prompted_id) == prompted_id,
            col(OutboxRow.purpose).in_(purposes),
        )
        waiting = select(OutboxRow.id).where(*these, IS_WAITING)
        waits = self._session.exec(waiting.limit(1)).first() is not None
        self._session.execute(update(OutboxRow).where(*these).values(purpose=purpose))
        return waits or bool(new)

    def first_sent_since(self, moment: datetime, *, chat_id: int) -> int | None:
        """The number of the first message of ours there that is younger, as far as it was noted.

        Looks through all: for a reading connection.
        """
        query = select(func.min(OutboxRow.message_id)).where(
            col(OutboxRow.chat_id) == chat_id,
            col(OutboxRow.sent_at) > moment,
            col(OutboxRow.purpose) == Purpose.RELAY,  # never an edit of something older
        )
        return self._session.exec(query).one()

    def older_than(self, moment: datetime) -> int:
        return older_than(self._session, col(OutboxRow.id), col(OutboxRow.created_at), moment)

    def forget(self, status: OutboxStatus, *, below: int) -> int:
        """Some of those whose number is below; see storage.forgetting."""
        key = col(OutboxRow.id)
        others = ~col(OutboxRow.quotes)  # known as long as what they repeat
        return forget(self._session, key, key < below, col(OutboxRow.status) == status, others)

    def forget_lists(self, *, below: int) -> int:
        key = col(OutboxRow.id)
        return forget(self._session, key, key < below, col(OutboxRow.quotes).is_(True))
