"""What somebody of the desk hears privately of a ticket that they follow, or are named in."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.ticket import Deed, Number
from bot.words.fit import cut
from bot.words.html import Address, Html, esc, lines, quote
from bot.words.queue import named as linked

MOST_OF_NOTE = 600
LONGEST_USERNAME = 32  # letters
MOST_NAMED_BACK = 5
HAPPENED = {
    Deed.TAKE: "diambil",
    Deed.REPLY: "dijawab",
    Deed.ASK_INFO: "pelapor dimintai keterangan",
    Deed.RESOLVE: "diselesaikan",
    Deed.REOPEN: "dibuka lagi",
    Deed.DISPUTE: "dinyatakan belum selesai",
    Deed.CONFIRM: "dikonfirmasi selesai",
    Deed.ANSWER: "pelapor menulis",
    Deed.WITHDRAW: "ditarik pelapor",
}


def happened(number: Number, deed: Deed, *, by: str | None, card: Address | None) -> Html:
    who = f" ({by})" if by else ""
    return Html(f"🔔 {linked(number, card)}{esc(f': {HAPPENED.get(deed, deed)}{who}.')}")


def named(number: Number, *, by: str, note: str, card: Address | None) -> Html:
    return lines(
        Html(f"{esc(by)} menyebut Anda di {linked(number, card)}:"), quote(cut(note, MOST_OF_NOTE))
    )


def not_told(
    strangers: Sequence[str], kept_from: Sequence[str], too_many: Sequence[str]
) -> Html | None:
    """Of usernames in a note; None where all of them were told."""
    told = lines(
        _named(strangers, "tidak dikenal di antara petugas; periksa ejaannya"),
        _named(kept_from, "tidak diberi tahu: tiket ini tidak boleh dibacanya"),
        _named(too_many, "tidak diberi tahu: terlalu banyak nama dalam satu catatan"),
    )
    return told or None


def _named(names: Sequence[str], why: str) -> Html | None:
    shown = ", ".join(f"@{cut(name, LONGEST_USERNAME)}" for name in names[:MOST_NAMED_BACK])
    more = len(names) - MOST_NAMED_BACK
    others = f" dan {more} nama lagi" if more > 0 else ""
    return esc(f"⚠️ {shown}{others} {why}.") if names else None


def following_toast(number: Number) -> str:
    return f"Anda mengikuti {number}; kabarnya datang di obrolan pribadi."


def start_first(number: Number, *, username: str) -> Html:
    return esc(
        f"Anda mengikuti {number}. Supaya kabarnya sampai, buka https://t.me/{username}"
        " dan tekan Start."
    )


def waits_for_start(name: str, *, username: str) -> Html:
    """In the group, of a colleague who follows a ticket and has not started the bot."""
    return esc(
        f"⚠️ {name}, kabar tiket yang Anda ikuti menunggu. Buka https://t.me/{username} dan tekan"
        " Start; sesudah itu kabarnya terkirim sendiri."
    )


def not_following_toast(number: Number) -> str:
    return f"Anda tidak lagi mengikuti {number}."


def following(number: Number, *, on: bool) -> Html:
    return esc(following_toast(number) if on else not_following_toast(number))
