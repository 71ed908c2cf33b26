"""What is a person's in a text, known by their name, their tickets and what they asked."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from bot.rules.noting import LinkStatus
from bot.rules.ticket import Number
from bot.wire.lenient_json import objects
from bot.words.html import Html, as_text
from bot.words.labels import KINDS
from storage.tables import (
    ClinicRequest,
    ClinicSeat,
    Person,
    Question,
    RosterClaim,
    SurveyTestimony,
    Ticket,
    TicketLink,
)
from storage.unit import Unit

LIKE = 60  # letters by which a question is known where it is repeated
# Where the bot says by whom or about whom something is: there one word is a name.
_PLACES = (
    r"\b(?:oleh|ditangani) {}(?=[.,;]| dan |$)",
    r"^(?:Dari|Petugas): {}(?=,|$)",
    rf"^(?:{'|'.join(KINDS.values())}), {{}}$",
    r"(?<!\w){}(?=, (?:petugas|pelapor)\b| perlu keterangan)",
    r"^(?:Halo|Selamat datang,) {}(?=[.!])",
    r"^• {}(?= \((?:petugas|penyelia|admin|pimpinan)\)| – .+ \d{{4}})",
    r"[Ww]akil: {}(?=[.,;]|$)",
    r"beralih ke {}(?=\.)",
    r"^{}(?= cuti; Anda wakilnya| cuti sampai | menyebut Anda di )",
    r"^(?:⚠️ )?Ada laporan rahasia yang belum sampai kepada {}(?=\.)",
    r"^• .+ – .+\({}\)",
    r"(?s:\APetugas helpdesk\n.*^• {}$)",
)
# Tags of buttons that are about somebody: see handlers.buttons.
ABOUT = "digest|note|blk|blkwhy|unblk|member|role|leave|leavefor|standin|atwork|hear"
_COUNTED = re.compile(r"^(?:\d+× |• )")


@dataclass(frozen=True)
class PersonPatterns:
    """What is known of a person by its words."""

    person_id: int
    called: re.Pattern[str]
    """By name, or by the number of a ticket; by one of a single word only where the bot
    puts names."""
    surely: re.Pattern[str]
    """The same without a name of a single word, which may be anybody's."""
    names: tuple[str, ...]
    """By which nobody else is likely called: whole names, and that in Telegram."""
    by_name: re.Pattern[str]
    """Any of these, without the numbers of their tickets."""
    anyhow: re.Pattern[str]
    """By name, wherever it stands: for what cannot be about anybody else."""
    buttons: re.Pattern[str]
    """That are about them; the tags are those of handlers.buttons."""
    asked: tuple[str, ...]
    """How their questions begin."""

    @classmethod
    def of(cls, unit: Unit, person: Person) -> PersonPatterns:
        texts = unit.session.exec(
            select(Question.text).where(col(Question.asker_id) == person.id).distinct()
        )
        tickets = unit.session.exec(
            select(Ticket.year, Ticket.serial).where(col(Ticket.reporter_id) == person.id)
        )
        numbers = [str(Number(*each)) for each in tickets]
        name = [
            each for each in (person.name, _listed(unit, person), *_noted(unit, person)) if each
        ]
        sure = [each for each in name if len(each.split()) > 1]
        short = [each for each in name if each not in sure]
        if person.username:
            sure.append(f"@{person.username}")
        return cls(
            person_id=person.id,
            names=tuple(sure),
            by_name=_any_of(sure),
            called=_any_of([*sure, *numbers], short),
            surely=_any_of([*sure, *numbers]),
            anyhow=_any_of([*sure, *short, *numbers]),
            buttons=_buttons(unit, person.id),
            asked=tuple({" ".join(text.split())[:LIKE] for text in texts if text.strip()}),
        )

    def is_named_in(self, text: str) -> bool:
        return self.called.search(text) is not None

    def may_be_named_in(self, text: str) -> bool:
        return self.anyhow.search(text) is not None

    def is_surely_named_in(self, text: str) -> bool:
        return self.surely.search(text) is not None

    def is_quoted_in(self, text: str) -> bool:
        """A line of its own, or cut short: never a word within what somebody else wrote."""
        for line in text.splitlines():
            flat = _COUNTED.sub("", " ".join(line.split()))
            if any(flat == asked or _begins(flat, asked) for asked in self.asked):
                return True
        return False


def _buttons(unit: Unit, person_id: int) -> re.Pattern[str]:
    requests = select(ClinicRequest.id).where(col(ClinicRequest.person_id) == person_id)
    seats = select(ClinicSeat.id).where(col(ClinicSeat.person_id) == person_id)
    said = select(SurveyTestimony.id).where(col(SurveyTestimony.person_id) == person_id)
    asked, came, told = (
        "|".join(str(number) for number in unit.session.exec(each)) or r"(?!)"
        for each in (requests, seats, said)
    )
    about = rf"(?:{ABOUT}):{person_id}|standin:\d+:\d+:{person_id}"
    claims = "|".join(
        str(number)
        for number in unit.session.exec(
            select(RosterClaim.id).where(col(RosterClaim.person_id) == person_id)
        )
    )
    about += rf"|(?:nipok|nipmv|nipno):(?:{claims or '(?!)'})"
    about += rf"|(?:clqs|clqy|clqn):(?:{asked})|clm:(?:{came})|svj:(?:{told})"
    return re.compile(rf'"callback_data": "(?:{about})[":]')


def _listed(unit: Unit, person: Person) -> str | None:
    """Their name by the list of personnel, by which cards call them."""
    linked = unit.roster.of_person(person.id)
    return linked.entry.name if linked is not None and linked.entry is not None else None


def _noted(unit: Unit, person: Person) -> list[str]:
    """By which an officer noted down what has come to them since."""
    noted = select(TicketLink.noted_id).where(
        col(TicketLink.person_id) == person.id, col(TicketLink.status) == LinkStatus.LINKED
    )
    return list(unit.session.exec(select(Person.name).where(col(Person.id).in_(noted))))


def _begins(line: str, asked: str) -> bool:
    return len(asked) == LIKE and line.startswith(asked)


def _any_of(words: list[str], short: list[str] | None = None) -> re.Pattern[str]:
    """Of these words one, however large its letters, or of the short ones where names are put."""
    ways = [rf"(?<!\w)(?i:{'|'.join(map(re.escape, words))})(?!\w)"] if words else []
    ways += [place.format(re.escape(each)) for each in short or () for place in _PLACES]
    return re.compile("|".join(ways) or r"(?!)", re.MULTILINE)


def text_of(payload: str) -> str:
    """The words of a call to the Bot API."""
    params = json.loads(payload)
    media = params.get("media")
    first = media[0] if isinstance(media, list) and media else params
    return as_text(Html(str(params.get("text") or first.get("caption") or "")))


def is_in_update(own: PersonPatterns, raw: str) -> bool:
    """An update of somebody else: from them after all, naming them, or with the bot's words
    about them; what another person asked in the same words is that person's."""
    try:
        return any(_tells_of(own, each) for each in objects(json.loads(raw)))
    except (ValueError, RecursionError):
        return own.is_surely_named_in(raw)


def _tells_of(own: PersonPatterns, part: dict[str, Any]) -> bool:
    if part.get("id") == own.person_id:
        return True
    words = [each for name in ("text", "caption") if isinstance(each := part.get(name), str)]
    sender = part.get("from")
    from_bot = isinstance(sender, dict) and sender.get("is_bot") is True
    return any(
        own.is_surely_named_in(each)
        or (from_bot and (own.is_named_in(each) or own.is_quoted_in(each)))
        for each in words
    )
