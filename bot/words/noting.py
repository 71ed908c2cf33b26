"""What an officer reads who notes a report down for somebody else."""

from __future__ import annotations

from bot.rules.noting import MOST_NAME, Missing
from bot.rules.ticket import Channel, Kind, Number
from bot.words import labels
from bot.words.fit import cut
from bot.words.html import Html, bold, code, esc, lines, paragraphs, quote
from bot.words.ticket import CHANNEL

EXAMPLE = "/catat telepon Bu Siti dari Dinas Pertanian: lupa kata sandi e-Kinerja"
OF_LAPOR = "/catat SP4N-LAPOR 1234567 Pak Ahmad: TPP bulan ini belum cair"


_NOT_YET = {
    Missing.ALL: "Catat laporan orang yang datang, menelepon, atau menulis di luar bot.",
    Missing.STORY: (
        "Belum tercatat. Tulis nama, tanda titik dua, lalu isi laporannya dengan beberapa kata."
    ),
    Missing.NAME: "Belum tercatat. Tulis dulu untuk siapa, sebelum tanda titik dua.",
    Missing.TOO_LONG: f"Belum tercatat. Namanya paling banyak {MOST_NAME} huruf; ringkas isinya.",
}


def how_to(missing: Missing) -> Html:
    return paragraphs(
        Html(_NOT_YET[missing]),
        lines(Html("Contoh:"), code(EXAMPLE), code(OF_LAPOR)),
        Html(
            "Saluran: tatap muka, telepon, WhatsApp, e-mail, surat, atau SP4N-LAPOR."
            " Tanpa saluran pun boleh; nanti saya tanyakan."
        ),
    )


def which_channel(*, name: str, office: str | None, story: str) -> Html:
    return paragraphs(
        Html(f"Laporan {bold(_whose(name, office))} belum tercatat."),
        quote(cut(story, 300)),
        bold("Lewat mana laporan ini datang?"),
    )


def came_by(channel: Channel) -> Html:
    return esc(f"Saluran: {CHANNEL[channel]}.")


def noted(
    number: Number,
    *,
    channel: Channel,
    lapor_number: str | None,
    name: str,
    office: str | None,
    kind: Kind,
    category: str,
) -> Html:
    came = CHANNEL[channel] + (f" no. {lapor_number}" if lapor_number else "")
    return lines(
        Html(f"Tercatat sebagai {bold(str(number))}."),
        esc(f"Untuk: {_whose(name, office)}"),
        esc(f"Saluran: {came}"),
        esc(f"Jenis: {labels.KINDS[kind]}. Tentang: {category}."),
    )


def _whose(name: str, office: str | None) -> str:
    return f"{name}, {office}" if office else name


def noted_already(number: Number) -> Html:
    return Html(f"Catatan itu sudah menjadi {bold(str(number))}. Perbaikannya tulis di kartunya.")


def tell_them_yourself(number: Number) -> Html:
    """Under an answer to somebody who has no chat with the bot."""
    return Html(
        f"Dicatat di {bold(str(number))}. Pelapor tidak memakai bot;"
        " mohon sampaikan sendiri kepadanya."
    )


def ask_how_confirmed(number: Number, *, officer: Html) -> Html:
    return paragraphs(
        Html(
            f"{officer}, bagaimana pelapor {bold(str(number))} menyatakan"
            " sudah selesai? Misalnya: lewat telepon, hari ini."
        ),
        Html("<b>Balas pesan ini.</b> Tulisan Anda disimpan di riwayat tiket."),
    )


def confirmed_placeholder() -> str:
    return "Kapan dan bagaimana pelapor menyatakannya"


def confirmed(number: Number) -> Html:
    return Html(f"{bold(str(number))} ditutup atas pernyataan pelapor.")
