"""Every entry there is: each command, each button, replies to what the bot said; and forgery."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bot.simulator.world import accounts
from handlers import buttons as b
from handlers import routes
from tests.bench.rights.scene import (
    ABUSE_TICKET,
    NAMED,
    OFFERED,
    PEOPLE,
    SECRET_TICKET,
    STRANGE_GROUP,
    SUPERVISOR,
    Scene,
)
from tests.support.button_values import fields, usual

Update = dict[str, object]
Entry = tuple[str, Update]

CHATS = {"desk": accounts.HELPDESK, "reports": accounts.REPORTS, "strange group": STRANGE_GROUP}
ARGUMENTS = {
    "tiket": ("1", "EK-2026-00005", "6", "7", "77"),
    "petugas": (
        *(f"{verb} {accounts.EKO}" for verb in ("tambah", "penyelia", "pimpinan")),
        *(f"hapus {person}" for person in (accounts.DEWI, SUPERVISOR)),
        *(f"cuti 3 {accounts.DEWI}", "cuti 3", "masuk", "tambah @orang", str(accounts.DEWI)),
    ),
    "gabung": ("1 2", "EK-2026-00001 EK-2026-00003", "1 77"),
    "ikuti": ("1", "6", "7", "77"),
    "blokir": ("1", "1 kasar", "77 x"),
    "buka_blokir": ("1",),
    "catat": (
        "9 @burhan_r",
        "8 @burhan_r",
        "1 @burhan_r",
        "telepon Bu Siti dari RSUD: lupa kata sandi e-Kinerja",
        "Bu Siti: lupa sandi lagi",
    ),
    "lapor": ("Layar putih sejak kemarin pagi",),
    "start": ("lupa-password", "../x", "hadir_RUKAMO", "sesi_1"),
    "survei": ("1", "baru 3 bulan", "populasi 1 100", "buka 1", "tutup 1", "testimoni 1"),
    "umumkan": ("Libur bersama besok", "1", "daftar"),
    "pengingat": ("tambah 1 Desember 2026 09.00 setiap bulan | Isi SKP", "1", "hapus 1"),
    "clinic": (
        "1",
        "baru: SKP | besok 09.00 | Aula | 20",
        "batal 1",
        "rekap",
        "saran",
        "tolak 1 maaf",
    ),
}
TICKETS = (1, 2, 3, 4, 5, SECRET_TICKET, ABUSE_TICKET, *sorted(OFFERED), 999)


OF_AN_OFFICER: dict[type[b.Button], tuple[b.Button, ...]] = {
    b.SetRole: (b.SetRole(accounts.DEWI, "asker"), b.SetRole(SUPERVISOR, "officer")),
    b.HearAbuse: (b.HearAbuse(accounts.DEWI, hears=True), b.HearAbuse(NAMED, hears=False)),
    b.Leave: (b.Leave(accounts.DEWI),),
    b.StandIn: (b.StandIn(accounts.DEWI, 3, 0), b.StandIn(accounts.DEWI, 3, NAMED)),
    b.BackAtWork: (b.BackAtWork(accounts.DEWI),),
}


def entries(who: str, place: str, scene: Scene) -> Iterator[Entry]:
    person = PEOPLE[who]
    chat = CHATS.get(place, person)
    maker = Maker(who, person, chat)
    yield from _commands(maker)
    yield from _presses(maker, scene)
    yield from _replies(maker, scene)
    for words in ("lupa kata sandi", "mau lapor", "tiket saya", "EK-2026-00001", "kirim", "1"):
        yield f"says {words}", maker.says(words)
        mentioned = f"@{accounts.BOT_USERNAME} {words}"
        yield f"mentions us: {words}", maker.says(mentioned)
        yield f"corrects to {words}", maker.says(words, kind="edited_message")
    yield "a photo", maker.photo()
    yield "a photo /lapor", maker.photo(caption="/lapor Layar putih sejak kemarin pagi")


def _commands(maker: Maker) -> Iterator[Entry]:
    for name in sorted(routes.COMMANDS | {"help", "tidakada"}):
        for argument in ("", *ARGUMENTS.get(name, ("1",))):
            said = f"/{name} {argument}".strip()
            yield said, maker.says(said)
            yield (
                f"{said} to us",
                maker.says(said.replace(name, f"{name}@{accounts.BOT_USERNAME}", 1)),
            )
            yield f"{said} corrected", maker.says(said, kind="edited_message")


def _presses(maker: Maker, scene: Scene) -> Iterator[Entry]:
    for kind in b.Button.__subclasses__():
        for button in _of(kind, scene):
            data = button.pack()
            yield f"presses {data}", maker.presses(data, shown=[data])
            yield f"presses {data} that is not shown", maker.presses(data, shown=["toc"])
        yield f"presses {kind.tag} of an old message", maker.presses(data, shown=None)


def _of(kind: type[b.Button], scene: Scene) -> Iterator[b.Button]:
    yield from OF_AN_OFFICER.get(kind, ())
    known = {
        "question": scene.question,
        "wording": scene.question,
        "key": scene.key,
        "person": accounts.BURHAN,
        "master": 2,
    }
    for ticket in TICKETS if "ticket" in fields(kind) else (1,):
        yield usual(kind, known | {"ticket": ticket})


REPLIES = (
    *("Sudah kami perbaiki ya", "// catatan", "/blokir kasar"),
    *("/petugas tambah", "/petugas penyelia"),
)


def _replies(maker: Maker, scene: Scene) -> Iterator[Entry]:
    answered = {"card": scene.card, "prompt": scene.prompt, "relay": scene.relay, "nothing": 9}
    answered["secret card"] = scene.secret_card
    for name, message in answered.items():
        for words in REPLIES:
            yield f"replies {words} to {name}", maker.says(words, reply_to=message)
        yield f"replies a photo to {name}", maker.photo(reply_to=message)
        yield (
            f"corrects a reply to {name}",
            maker.says("x", reply_to=message, kind="edited_message"),
        )


class Maker:
    """Updates of one person in one chat."""

    def __init__(self, who: str, person: int, chat: int) -> None:
        self._who, self._person, self._chat = who, person, chat
        self._number = 800_000_000

    def says(self, words: str, *, reply_to: int | None = None, kind: str = "message") -> Update:
        return self._update(kind, self._message(reply_to) | {"text": words})

    def photo(self, *, caption: str | None = None, reply_to: int | None = None) -> Update:
        sent: Update = {
            "photo": [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}]
        }
        return self._update(
            "message", self._message(reply_to) | sent | ({"caption": caption} if caption else {})
        )

    def presses(self, data: str, *, shown: list[str] | None) -> Update:
        """`shown`: the data on the message that is pressed; None where it is too old to tell."""
        message: Update = {
            "message_id": 5,
            "chat": self._chat_json(),
            "date": 0 if shown is None else 1,
        }
        if shown is not None:
            keys = [[{"text": "x", "callback_data": each}] for each in shown]
            message |= {"text": "x", "reply_markup": {"inline_keyboard": keys}}
        press: Update = {"id": "7", "from": self._from(), "chat_instance": "1", "data": data}
        return self._update("callback_query", press | {"message": message})

    def _update(self, kind: str, what: Update) -> Update:
        self._number += 1
        return {"update_id": self._number, kind: what}

    def _message(self, reply_to: int | None) -> Update:
        message: Update = {"message_id": 800_000, "date": 1, "chat": self._chat_json()}
        message["from"] = self._from()
        if self._who == "channel":
            message["sender_chat"] = {"id": -1_009, "type": "channel", "title": "Kanal"}
        if self._who == "anonymous admin":
            message["sender_chat"] = self._chat_json()
        if reply_to is not None:
            ours = {"id": accounts.BOT_ID, "is_bot": True, "first_name": "Bot"}
            ours["username"] = accounts.BOT_USERNAME
            answered = {"message_id": reply_to, "date": 1, "chat": self._chat_json()}
            message["reply_to_message"] = answered | {"from": ours, "text": "x"}
        return message

    def _from(self) -> Update:
        is_bot = self._who in {"another bot", "anonymous admin", "channel"}
        return {"id": self._person, "is_bot": is_bot, "first_name": self._who}

    def _chat_json(self) -> Update:
        if self._chat < 0:
            return {"id": self._chat, "type": "supergroup", "title": "Grup"}
        return {"id": self._chat, "type": "private", "first_name": self._who}


# Who presses what was never shown them, and where; most have no right there at all.
FORGERS = (
    *(("stranger", place) for place in ("private", "desk", "reports", "strange group")),
    *(("another reporter", place) for place in ("private", "desk")),
    *(("member", place) for place in ("private", "desk", "reports")),
    *(("dismissed", "desk"), ("blocked", "private"), ("blocked", "desk"), ("head", "reports")),
    *(("sees", "desk"), ("sees", "private"), ("supervisor", "reports")),
    *(("officer", "private"), ("officer", "strange group"), ("admin", "private")),
    *(("admin", "reports"), ("anonymous admin", "desk"), ("another bot", "desk")),
)


def forged(scene: Scene, count: int, seed: int = 7) -> Iterator[tuple[str, str, str, Update]]:
    """Who, where, which sort of forgery, and the press."""
    dice = random.Random(seed)
    kinds = b.Button.__subclasses__()
    for _ in range(count):
        who, place = dice.choice(FORGERS)
        person = PEOPLE[who]
        maker = Maker(who, person, CHATS.get(place, person))
        data = dice.choice(list(_of(dice.choice(kinds), scene))).pack()
        sort = dice.choice(tuple(SORTS))
        data = SORTS[sort](data, dice)
        shown = dice.choice(([data], ["toc"], [], None))
        yield who, place, sort, maker.presses(data, shown=shown)


def _bytes(data: str, dice: random.Random) -> str:
    """Some signs other, more or fewer."""
    signs = list(data)
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(signs) + 1)
        strange = dice.choice(("", "\x00", "٣", "²", "-", ":", "'", "\u202e", "💥", "9" * 30, " "))
        signs[at : at + dice.randint(0, 2)] = [strange]
    return "".join(signs)[:64]


SORTS = {
    "as it was given to somebody else": lambda data, _: data,
    "stale": lambda data, _: data.replace(data.rpartition(":")[2], "ffffffffffff"),
    "another number": lambda data, dice: f"{data.rpartition(':')[0]}:{dice.randrange(10**6)}",
    "another version": lambda data, dice: dice.choice((f"{data}:1", f"v2:{data}", data[:-2])),
    "bytes changed": _bytes,
}
