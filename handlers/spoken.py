"""What each person spoke of last: a secret may be told in two messages.

For one thread, in memory, by the times that Telegram gives; also as rows of the agenda, so that a
restart between the two messages forgets nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.rules.privacy.announced import AnnouncedSecret, announced
from bot.wire.outgoing import OutgoingCall
from storage.engine import Database
from storage.unit import Unit

AS_LONG = timedelta(minutes=3)
MOST_KNOWN = 10_000  # people remembered; who spoke longest ago is forgotten first
_KIND = "announced"  # in the agenda, by chat, person, message and what
_OPEN = "!"  # before what is to come next
_THEY = 0  # in a person's place: what was written to the chat

_Whose = tuple[int, int]  # chat and person


class Spoken:
    def __init__(self, username: str = "") -> None:
        """`username`: the bot's own, which is nobody's secret."""
        self.username = username
        self._of: dict[_Whose, tuple[datetime, AnnouncedSecret]] = {}
        self._new: dict[str, datetime] = {}
        self._recalled = False

    def before(self, message: dict[str, Any]) -> Iterator[AnnouncedSecret]:
        """What the message may be the rest of."""
        answered = message.get("reply_to_message")
        if isinstance(answered, dict) and (found := announced(words_of(answered))):
            own = _whose(answered) == _whose(message)
            yield found if own else found._replace(open=False)
        whose, at = _whose(message), _at(message)
        for each in (whose, (whose[0], _THEY)):
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
        self._note(whose, _number(message, "message_id"), _at(message), found)

    def told(self, calls: Iterable[OutgoingCall]) -> None:
        """What officers write to somebody: the answer may be a code and nothing else."""
        for call in calls:
            if call.chat_id > 0 and call.ticket_id is not None:
                text = call.params.get("text") or call.params.get("caption")
                if isinstance(text, str) and (found := announced(text)):
                    found = found._replace(open=False)
                    self._note((call.chat_id, _THEY), call.id, call.created_at, found)

    def _note(self, whose: _Whose, number: int, at: datetime, found: AnnouncedSecret) -> None:
        self._remember(whose, at, found)
        mark = _OPEN if found.open else ""
        self._new[f"{whose[0]}:{whose[1]}:{number}:{mark}{found.lead}"] = at

    def _remember(self, whose: _Whose, at: datetime, found: AnnouncedSecret) -> None:
        self._of.pop(whose, None)  # the newest stand last
        self._of[whose] = (at, found)
        if len(self._of) > MOST_KNOWN:
            del self._of[next(iter(self._of))]

    def recall(self, database: Database, now: datetime) -> None:
        """What was announced before the start."""
        if self._recalled:
            return
        with database.reading() as unit:
            for period, at in unit.agenda.made_since(_KIND, now - AS_LONG):
                chat, person, _, lead = period.split(":", 3)
                found = AnnouncedSecret(lead.removeprefix(_OPEN), lead.startswith(_OPEN))
                self._remember((int(chat), int(person)), at, found)
        self._recalled = True

    def keep(self, unit: Unit, now: datetime) -> None:
        if self._new:
            unit.agenda.keep(_KIND, self._new, since=now - AS_LONG)

    def kept(self) -> None:
        """All that was noted is committed."""
        self._new = {}


def words_of(message: dict[str, Any]) -> str:
    words = message.get("text") or message.get("caption")
    return words if isinstance(words, str) else ""


def _whose(message: dict[str, Any]) -> _Whose:
    chat, who = message.get("chat"), message.get("from")
    return _number(chat, "id"), _number(who, "id")


def _number(holder: object, key: str) -> int:
    number = holder.get(key) if isinstance(holder, dict) else None
    return number if isinstance(number, int) else 0


def _at(message: dict[str, Any]) -> datetime:
    seconds = _number(message, "edit_date") or _number(message, "date")
    return datetime.fromtimestamp(min(max(seconds, 0), 2**32), UTC)
