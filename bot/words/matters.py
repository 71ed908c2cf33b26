"""Several matters in one message, and what is said where somebody goes on about an answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.words.fit import cut
from bot.words.html import Html, bold, esc, italic, lines, paragraphs, quote

MOST_TITLE, MOST_PLACE = 200, 80  # UTF-16 units
MOST_ADDRESSES = 3
MOST_PASSAGE = 300  # UTF-16 units
MOST_SAID = 40  # UTF-16 units of a person's own words: enough to know them by
ORDINALS = ("pertama", "kedua", "ketiga", "keempat", "kelima")


def place(at: int, count: int) -> Html:
    """Under each answer: which of the matters it is for."""
    return italic(f"Jawaban {at} dari {count} hal yang Anda tanyakan.")


def did_you_mean(at: int) -> Html:
    return bold(f"Untuk hal yang {_ordinal(at)}, maksud Anda…?")


def not_in_book(at: int, said: str) -> Html:
    return lines(
        esc(f"Yang {_ordinal(at)} belum saya temukan di buku panduan: {cut(said, MOST_SAID)}"),
        Html("Petugas bisa menjawabnya. Tekan tombol di bawah."),
    )


def not_in_book_in_group(at: int, said: str, username: str) -> Html:
    return lines(
        esc(f"Yang {_ordinal(at)} belum saya temukan di buku panduan: {cut(said, MOST_SAID)}"),
        esc(f"Untuk menghubungi petugas, kirim pesan pribadi: https://t.me/{username}"),
    )


def others() -> Html:
    """Of many matters, those that are not answered at once."""
    return Html("Hal lain yang Anda tanyakan, tekan untuk membaca jawabannya:")


def too_many() -> Html:
    return Html("Selebihnya silakan tanyakan satu per satu, supaya tidak ada yang terlewat.")


def several(count: int) -> Html:
    """Where nothing but a list of them can be shown."""
    return bold(f"Ada {count} hal dalam pertanyaan Anda:")


def no_more(
    question: str, place_in_book: str, addresses: Sequence[str], passage: str | None
) -> Html:
    """Asked on about an entry of which everything was told. `passage`: a line of it that says
    something of what is asked."""
    return paragraphs(
        _told(question, place_in_book, addresses, passage),
        Html("Belum jelas? Yang dekat ada di bawah ini, dan petugas bisa menjelaskan."),
    )


def no_more_in_group(
    question: str,
    place_in_book: str,
    addresses: Sequence[str],
    passage: str | None,
    username: str,
) -> Html:
    return paragraphs(
        _told(question, place_in_book, addresses, passage),
        esc(f"Untuk bertanya kepada petugas, kirim pesan pribadi: https://t.me/{username}"),
    )


def _told(
    question: str, place_in_book: str, addresses: Sequence[str], passage: str | None
) -> Html:
    where = italic(f"📖 Buku panduan: {cut(place_in_book, MOST_PLACE)}") if place_in_book else None
    first = lines(bold(cut(question, MOST_TITLE)), where)
    if addresses:
        named = [esc(cut(each, MOST_TITLE)) for each in addresses[:MOST_ADDRESSES]]
        return paragraphs(first, lines(Html("Alamat yang disebut:"), *named))
    if passage:
        said = lines(Html("Di jawaban tadi tertulis:"), quote(cut(passage, MOST_PASSAGE)))
        return paragraphs(first, said, Html("Penjelasan di buku baru sampai di situ."))
    return paragraphs(first, Html("Penjelasan di buku baru sampai di situ."))


def _ordinal(at: int) -> str:
    return ORDINALS[at - 1] if 0 < at <= len(ORDINALS) else f"ke-{at}"
