"""Where a case is sent, and what is owed to it there."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.rules.dialog import DialogKind
from bot.simulator.world.files import Upload
from tests.talks.corpus.cases import WORDS, Case, Kind
from tests.talks.steps import as_far_as_story, file
from tests.talks.talk import Talk
from tests.talks.voice import Room, Voice

Json = dict[str, Any]
FILE_KINDS = ("document", "video", "voice", "video_note", "audio", "animation", "sticker")
NOT_READ = "belum bisa saya baca"
PERSON_INSTEAD = "Petugas bisa membantu Anda langsung"  # told so just before, by another case


@dataclass
class Said:
    """What the bot said to a case, at either side."""

    here: list[str]
    there: list[str]
    files_there: int

    def one(self, *parts: str) -> bool:
        return any(all(part in text for part in parts) for text in self.here)


@dataclass
class Place:
    """One place in one talk; each case is put into the state that the place is about."""

    name: str
    talk: Talk
    voice: Voice
    other: Room | None  # where what is passed on arrives
    prepare: Callable[[], None]
    owed: Callable[[Case, Said], str | None]
    answers_card: bool = False
    numbers: list[int] = field(default_factory=lambda: [900_000])

    def try_case(self, case: Case) -> str | None:
        """What is wrong with the answer, if anything."""
        self.prepare()
        rooms = [room for room in (self.voice.room, self.other) if room is not None]
        for room in rooms:
            room.skip()
        self._send(case)
        self.talk.wait(seconds=3)
        here = self._heard(self.voice.room)
        there = self._heard(self.other) if self.other is not None else ([], 0)
        wrong = self.owed(case, Said(here[0], there[0], there[1]))
        parked = self.talk.parked()
        return f"{parked} parked" if parked else wrong

    def _heard(self, room: Room) -> tuple[list[str], int]:
        messages = room.all_unheard()
        return [message.text for message in messages], sum(
            message.file_id is not None for message in messages
        )

    def _send(self, case: Case) -> None:
        state = self.talk.state
        if case.kind is Kind.NOT_OURS:
            state.push_raw({case.update: self._here(case.content)}, self.voice.chat)
        else:
            state.push_raw({case.update: self._message(case)}, self.voice.chat)
        self.talk.settle()

    def _message(self, case: Case) -> Json:
        self.numbers[0] += 1
        state, number = self.talk.state, self.numbers[0]
        body: Json = {
            "message_id": number,
            "date": state.timestamp(),
            "from": state.user(self.voice.user).as_json(),
            "chat": state.chat_json(state.chat(self.voice.chat)),
        }
        if self.answers_card and "reply_to_message" not in case.content:
            body["reply_to_message"] = self.talk.card().quoted()
        content = copy.deepcopy(case.content)
        for kind in FILE_KINDS:
            if isinstance(content.get(kind), dict):
                content[kind] |= self._file(kind, number)
        if "photo" in content:
            content["photo"] = [size | self._file("photo", number) for size in content["photo"]]
        return body | content

    def _file(self, kind: str, number: int) -> Json:
        """One that the world knows: it is to be passed on."""
        made = self.talk.state.files.add(kind, Upload(kind, b"simulated", "image/jpeg"))
        return {"file_id": made.file_id, "file_unique_id": f"{made.unique_id}{number}"}

    def _here(self, content: Any) -> Any:
        """The same by this person, in this chat, where it says of such."""
        if not isinstance(content, dict):
            return content
        state, changed = self.talk.state, dict(content)
        if "chat" in changed:
            changed["chat"] = state.chat_json(state.chat(self.voice.chat))
        for name in ("from", "user"):
            if name in changed:
                changed[name] = state.user(self.voice.user).as_json()
        return changed


def places(talk: Talk) -> list[Place]:
    """Ani alone, Burhan in a report, Citra with an open ticket that Dewi answers in the group."""
    talk.ani("/start").room.skip()
    file(talk, talk.citra)
    talk.dewi.presses("Ambil").toast("Anda ambil")
    talk.citra.hears("sedang ditangani")
    return [
        Place("private", talk, talk.ani, None, lambda: _nothing_held(talk), _in_private),
        Place("dialog", talk, talk.burhan, None, lambda: _to_story(talk.burhan), _in_dialog),
        Place("ticket", talk, talk.citra, talk.desk, lambda: _asked(talk), _in_ticket),
        Place(
            "officer",
            talk,
            talk.dewi,
            talk.citra.room,
            lambda: None,
            _of_officer,
            answers_card=True,
        ),
        Place("group", talk, talk.dewi, None, lambda: None, _in_group),
    ]


def _nothing_held(talk: Talk) -> None:
    """No files of the cases before wait for a report."""
    with talk.database.unit() as unit:
        unit.dialogs.end(talk.ani.user, DialogKind.LOOSE)


def _to_story(who: Voice) -> None:
    who.room.skip()
    who("/batal").room.skip()
    as_far_as_story(who)


def _asked(talk: Talk) -> None:
    """The desk's question opens a talk, whatever was said before; a minute later, for who says
    much in one is passed on by and by."""
    talk.wait(seconds=61)
    talk.dewi.replies("Layar apa yang muncul?", to=talk.card())
    talk.citra.room.skip()


def _in_private(case: Case, said: Said) -> str | None:
    if case.kind in {Kind.SERVICE, Kind.NOT_OURS}:
        return _nothing(said)
    if case.update == "edited_message":
        return "an edit was not understood" if said.one(NOT_READ) else None
    if case.kind is Kind.UNREADABLE:
        told = said.one(NOT_READ, "/lapor") or said.one(PERSON_INSTEAD)
        return None if told else f"not told: {said}"
    if case.kind is Kind.FILE:
        told = said.one("saya terima") or said.one("saya simpan")
        return None if told else f"file: {said}"
    return None if said.here and not said.one(NOT_READ) else f"words: {said}"


def _in_dialog(case: Case, said: Said) -> str | None:
    if case.kind in {Kind.SERVICE, Kind.NOT_OURS} or case.update == "edited_message":
        return _nothing(said)
    if case.kind is Kind.UNREADABLE:
        told = said.one(NOT_READ, "tulis dengan kata-kata")
        return None if told else f"not told: {said}"
    if case.kind is Kind.FILE:
        return None if said.one("1 berkas") else f"file: {said}"
    told = said.one("Ada foto layar") or said.one("berkas diterima")
    return None if told else f"words: {said}"


def _in_ticket(case: Case, said: Said) -> str | None:
    if case.kind in {Kind.SERVICE, Kind.NOT_OURS}:
        return _nothing(said)
    if case.update == "edited_message":
        return None if not said.there else f"passed on: {said}"
    if case.kind is Kind.UNREADABLE:
        told = said.one(NOT_READ) and not said.there
        return None if told else f"not told: {said}"
    if not said.one("Sudah kami sampaikan"):
        return f"no receipt: {said}"
    if case.kind is Kind.FILE:
        return None if said.files_there == 1 else f"no file: {said}"
    return None if any(WORDS in text for text in said.there) else f"no words: {said}"


def _of_officer(case: Case, said: Said) -> str | None:
    if case.kind in {Kind.SERVICE, Kind.NOT_OURS}:
        return _nothing(said)
    if case.name == "sender_chat":  # nobody stands behind it
        return None if not said.there else f"passed on: {said}"
    if case.update == "edited_message":
        return None if not said.there else f"passed on: {said}"
    if case.kind is Kind.UNREADABLE:
        told = said.one("tidak bisa diteruskan") and not said.there
        return None if told else f"not told: {said}"
    if case.name in {"reply_to_message", "external_reply"}:
        return None  # what it answers is no card
    if case.kind is Kind.FILE:
        return None if said.files_there == 1 else f"no file: {said}"
    return None if any(WORDS in text for text in said.there) else f"no words: {said}"


def _in_group(case: Case, said: Said) -> str | None:
    """People talk among themselves; what answers a message may answer one of ours."""
    return None if case.name == "reply_to_message" else _nothing(said)


def _nothing(said: Said) -> str | None:
    return f"said: {said}" if said.here or said.there else None
