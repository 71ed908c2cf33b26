"""What each person spoke of last: a secret may be told in two messages.

For one thread, in memory, by the times that Telegram gives; also as rows, so that a restart
between the two messages forgets nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.rules.privacy.announced import AnnouncedSecret, announced
from bot.wire.lanes import is_id
from bot.wire.outgoing import OutgoingCall
from storage.engine import Database
from storage.last_spoken import Spoke, Whose
from storage.unit import Unit

AS_LONG = timedelta(minutes=3)
MOST_KNOWN = 10_000  # people remembered; who spoke longest ago is forgotten first
_THEY = 0  # in a person's place: what was written to the chat


class Spoken:
    def __init__(self, username: str = "") -> None:
        """`username`: the bot's own, which is nobody's secret."""
        self.username = username
        self._of: dict[Whose, Spoke] = {}
        self._new: dict[Whose, Spoke] = {}
        self._recalled = False

    def before(self, message: dict[str, Any]) -> Iterator[AnnouncedSecret]:
        """What the message may be the rest of."""
        answered = message.get("reply_to_message")
        if isinstance(answered, dict) and (found := announced(words_of(answered))):
            own = _whose(answered) == _whose(message)
            yield found if own else found._replace(open=False)
        whose, at = _whose(message), _at(message)
        for each in (whose, Whose(whose.chat_id, _THEY)):
            then = self._of.get(each)
            if then is not None and timedelta() <= at - then[0] <= AS_LONG:
                yield then[1]

    def note(self, message: dict[str, Any], *, told: bool) -> None:
        """The message as it is kept; where a secret was told in it, none is to come."""
        whose = _whose(message)
        found = announced(words_of(message))
        if found is None and told and whose in self._of:
            found = self._of[whose][1]
        if found is None:
            return
        found = found._replace(open=found.open and not told)
        self._note(whose, _at(message), found)

    def told(self, calls: Iterable[OutgoingCall]) -> None:
        """What officers write to somebody: the answer may be a code and nothing else."""
        for call in calls:
            if call.chat_id > 0 and call.ticket_id is not None:
                text = call.params.get("text") or call.params.get("caption")
                if isinstance(text, str) and (found := announced(text)):
                    found = found._replace(open=False)
                    self._note(Whose(call.chat_id, _THEY), call.created_at, found)

    def _note(self, whose: Whose, at: datetime, found: AnnouncedSecret) -> None:
        self._new[whose] = at, found
        self._remember(whose, self._new[whose])

    def _remember(self, whose: Whose, spoke: Spoke) -> None:
        self._of.pop(whose, None)  # the newest stand last
        self._of[whose] = spoke
        if len(self._of) > MOST_KNOWN:
            del self._of[next(iter(self._of))]

    def recall(self, database: Database, now: datetime) -> None:
        """What was announced before the start."""
        if self._recalled:
            return
        with database.reading() as unit:
            for whose, spoke in unit.last_spoken.since(now - AS_LONG):
                self._remember(whose, spoke)
        self._recalled = True

    def keep(self, unit: Unit, now: datetime) -> None:
        if self._new:
            unit.last_spoken.keep(self._new, since=now - AS_LONG)

    def kept(self) -> None:
        """All that was noted is committed."""
        self._new = {}


def words_of(message: dict[str, Any]) -> str:
    words = message.get("text") or message.get("caption")
    return words if isinstance(words, str) else ""


def _whose(message: dict[str, Any]) -> Whose:
    chat, who = message.get("chat"), message.get("from")
    return Whose(_number(chat, "id"), _number(who, "id"))


def _number(holder: object, key: str) -> int:
    number = holder.get(key) if isinstance(holder, dict) else None
    return number if isinstance(number, int) and is_id(number) else 0


def _at(message: dict[str, Any]) -> datetime:
    seconds = _number(message, "edit_date") or _number(message, "date")
    return datetime.fromtimestamp(min(max(seconds, 0), 2**32), UTC)
