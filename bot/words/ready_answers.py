"""Answers that are ready: out of the book, and templates of the desk's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot import utf16
from bot.rules.templates import LONGEST_TEXT, LONGEST_TITLE
from bot.rules.ticket import Number
from bot.words.book import MOST
from bot.words.fit import cut
from bot.words.html import Address, Html, bold, code, esc, italic, lines, link, paragraphs, quote
from bot.words.news import SAYS

PREVIEW = 220
STORY_SHOWN = 300
EVERY_CATEGORY = "semua kategori"


@dataclass(frozen=True)
class Choice:
    """Something that one tap sends, and how it begins."""

    title: str
    text: str
    address: Address | None  # where all of it can be read
    category: str | None


def from_book(number: Number, choices: Sequence[Choice], *, story: str) -> Html:
    return _choose(number, "Jawab dari buku", choices, story)


def from_templates(number: Number, choices: Sequence[Choice], *, story: str) -> Html:
    return _choose(number, "Jawaban siap pakai", choices, story)


def _choose(number: Number, head: str, choices: Sequence[Choice], story: str) -> Html:
    return paragraphs(
        bold(f"{head} – {number}"),
        quote(cut(" ".join(story.split()), STORY_SHOWN)) if story.strip() else None,
        *(_shown(place, choice) for place, choice in enumerate(choices, start=1)),
        italic("Satu ketukan langsung mengirimnya ke pelapor atas nama Anda."),
    )


def _shown(place: int, choice: Choice) -> Html:
    title = cut(choice.title, 120)
    named = link(title, choice.address) if choice.address else bold(title)
    about = esc(f" ({cut(choice.category, 60)})") if choice.category else ""
    return lines(
        Html(f"{place}. {named}{about}"), esc(cut(" ".join(choice.text.split()), PREVIEW))
    )


def nothing_fits(number: Number) -> Html:
    return esc(f"Buku panduan tidak punya jawaban untuk {number}. Balas kartunya seperti biasa.")


def answered_meanwhile(number: Number, *, by: str, title: str) -> Html:
    """A colleague was first."""
    return paragraphs(
        Html(f"⚠️ {esc(by)} baru saja menjawab {bold(str(number))}."),
        Html(f"Tetap kirim {bold(cut(title, 120))}?"),
    )


def sent_toast() -> str:
    return "Terkirim ke pelapor atas nama Anda."


def gone_toast() -> str:
    return "Jawaban itu sudah tidak ada."


def entry_to_reporter(
    number: Number, pages: Sequence[Html], *, by: str, busy: bool, how: str
) -> list[Html]:
    """The whole answer as the book shows it, and who sends it."""
    head = Html(f"{SAYS} {esc(by)}, petugas – {bold(str(number))}, dari buku panduan:")
    way = how if busy else "Balas pesan ini atau tulis saja"
    foot = italic(f"{way}; jawaban Anda sampai ke petugas.")
    first, *others = pages
    *before, last = [*_joined(head, first), *others]
    return [*before, *_joined(last, foot)]


def _joined(one: Html, other: Html) -> list[Html]:
    """In one message, where that has room for both."""
    both = paragraphs(one, other)
    return [both] if utf16.length(both) <= MOST else [one, other]


# /jawaban


@dataclass(frozen=True)
class Template:
    """As a list shows it."""

    id: int
    title: str
    category: str | None
    text: str
    by: str | None


def templates(rows: Sequence[Template], *, total: int) -> Html:
    return paragraphs(
        bold(f"Jawaban siap pakai: {total}"),
        *(
            lines(
                Html(f"{row.id}. {bold(cut(row.title, LONGEST_TITLE))} – {_about(row.category)}"),
                esc(cut(" ".join(row.text.split()), 120)),
            )
            for row in rows
        ),
        how_to(),
    )


def _about(category: str | None) -> Html:
    return esc(cut(category, 60) if category else EVERY_CATEGORY)


def how_to() -> Html:
    return lines(
        Html("Menambah: balas sebuah pesan dengan <code>/jawaban tambah judul</code>, atau tulis"),
        Html("<code>/jawaban tambah judul: isi jawaban</code>"),
        Html("Di dalamnya {nama}, {nomor}, {tentang}, dan {petugas} terisi sendiri."),
        Html("Memakai: tombol <b>Jawaban siap</b> pada kartu tiket."),
    )


def template(row: Template) -> Html:
    return paragraphs(
        lines(
            Html(f"{row.id}. {bold(cut(row.title, LONGEST_TITLE))}"),
            Html(f"Untuk: {_about(row.category)}"),
            esc(f"Ditulis oleh {cut(row.by, 64)}") if row.by else None,
        ),
        quote(cut(row.text, LONGEST_TEXT)),
        Html(f"Mengubah isinya: {code(f'/jawaban ubah {row.id} isi baru')}"),
    )


def saved(title: str) -> Html:
    return paragraphs(
        Html(f"Tersimpan: {bold(cut(title, LONGEST_TITLE))}."),
        bold("Untuk tiket tentang apa?"),
    )


def for_category(title: str, category: str | None) -> Html:
    return Html(f"{bold(cut(title, LONGEST_TITLE))} – {_about(category)}. Tersimpan.")


def changed(title: str) -> Html:
    return Html(f"{bold(cut(title, LONGEST_TITLE))} sekarang berisi teks yang baru.")


def removed(title: str) -> Html:
    return Html(f"{bold(cut(title, LONGEST_TITLE))} dihapus.")


def incomplete() -> Html:
    return lines(Html("Jawaban siap pakai perlu judul dan isi."), how_to())


def too_long() -> Html:
    return esc(f"Paling panjang {LONGEST_TITLE} huruf untuk judul dan {LONGEST_TEXT} untuk isi.")


def too_many(most: int) -> Html:
    return esc(f"Sudah ada {most} jawaban siap pakai. Hapus dulu yang tidak dipakai: /jawaban")


def known_already(number: int, title: str) -> Html:
    return lines(
        Html(f"{bold(cut(title, LONGEST_TITLE))} sudah ada, nomor {number}."),
        Html(f"Mengubah isinya: {code(f'/jawaban ubah {number} isi baru')}"),
    )


def unknown() -> Html:
    return Html("Tidak ada jawaban dengan nomor itu. Daftarnya: /jawaban")


def not_yours(by: str) -> Html:
    return esc(f"Hanya {cut(by, 64) or 'penulisnya'} atau admin yang dapat mengubahnya.")


def not_yours_toast() -> str:
    return "Hanya penulisnya atau admin yang dapat mengubahnya."
