"""What the helpdesk group hears of its tickets, and what answers its buttons there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.ticket import Number, Result
from bot.words import dates
from bot.words.fit import cut, passed_on
from bot.words.html import Address, Html, bold, code, esc, lines, paragraphs, quote
from bot.words.queue import named
from bot.words.ticket import RESULT

FORMER_OFFICER = "mantan petugas"


def reporter_says(number: Number, *, by: str, text: str) -> list[Html]:
    return passed_on(Html(f"💬 {esc(by)}, pelapor – {bold(str(number))}"), text)


def reporter_corrects(number: Number, *, by: str, text: str) -> list[Html]:
    return passed_on(Html(f"✏️ {esc(by)} memperbaiki pesannya – {bold(str(number))}"), text)


def reporter_adds(number: Number, *, by: str, said: Sequence[tuple[str, bool]]) -> list[Html]:
    """What came so quickly that each by itself would have filled the group, in order; with
    whether it corrects something."""
    if not said:
        return []
    head = Html(f"💬 {esc(by)}, pelapor – {bold(str(number))}, {len(said)} pesan:")
    rows = (f"{'✏️' if corrects else '•'} {text}" for text, corrects in said)
    return passed_on(head, "\n".join(rows))


def disputed(number: Number, *, by: str) -> Html:
    return Html(f"❗ {esc(by)}: {bold(str(number))} <b>belum selesai</b>. Tiket dibuka lagi.")


def opened_again(number: Number, *, by: str) -> Html:
    return Html(f"❗ {esc(by)} membuka lagi {bold(str(number))}.")


def other_matter(number: Number, *, by: str) -> Html:
    return Html(
        f"❗ {esc(by)}: {bold(str(number))} <b>bukan hal yang sama</b>. Tiket dipisahkan lagi."
    )


def new_master(number: Number, former: Number, *, others: int) -> Html:
    more = f" bersama {others} gabungan lain" if others else ""
    return Html(
        f"🔗 {bold(str(former))} sudah berakhir; {bold(str(number))} berjalan sendiri lagi{more}."
    )


def handed_over(number: Number, *, by: str, to: Html, former: Html | None) -> Html:
    """`to` rings at whom it goes to, `former` at whoever had it, where that was somebody else."""
    since = f" dari {former}" if former else ""
    return Html(f"➡️ {to}, {bold(str(number))} dialihkan {esc(by)}{since} kepada Anda.")


def taken_over(number: Number, *, by: str, former: Html) -> Html:
    return Html(f"➡️ {former}, {bold(str(number))} sekarang ditangani {esc(by)}.")


def woken(rows: Sequence[tuple[Number, Address | None, Html | None]]) -> Html:
    """Whose date has come; each with the officer who has it, as a mention."""
    return lines(
        bold("▶️ Penundaan berakhir hari ini"),
        *(
            Html(f"• {named(number, card)} – {officer or 'belum diambil'}")
            for number, card, officer in rows
        ),
    )


def split_off(number: Number, new: Number, *, by: str) -> Html:
    return Html(f"✂️ {esc(by)} memecah {bold(str(number))}: hal kedua menjadi {bold(str(new))}.")


def merged_into(number: Number, master: Number, *, by: str, all_hear: bool) -> Html:
    """`all_hear`: what is answered to the master."""
    return lines(
        Html(f"🔗 {bold(str(number))} digabung ke {bold(str(master))} ({esc(by)})."),
        Html(f"Jawaban pada {master} sampai ke semua pelapornya.") if all_hear else None,
    )


def how_to_merge() -> Html:
    return lines(
        Html("Tulis nomor induknya dulu, lalu yang digabung ke sana:"),
        code("/gabung EK-2026-00001 EK-2026-00002"),
        Html("Atau tekan <b>Lainnya… › Gabung…</b> pada kartunya."),
    )


def answered_just_now(number: Number, *, by: str, ago: str, said: str) -> Html:
    return paragraphs(
        Html(f"✋ {esc(by)} baru saja menjawab {bold(str(number))} ({esc(ago)}). Kirim juga?"),
        quote(cut(" ".join(said.split()), 200)) if said else None,
    )


def by_its_card() -> Html:
    return Html(
        "Isi perintah itu belum sampai ke pelapor. Balas kartu di bawah dengan jawaban Anda; "
        "untuk yang lain tekan tombolnya."
    )


def sounds_like_deed(number: Number) -> Html:
    return lines(
        Html(f"✋ Belum dikirim ke pelapor {bold(str(number))}: ini sepertinya tindakan."),
        Html(f"Melakukannya: tombol di kartunya (/tiket {number.serial})."),
    )


def sent_also() -> Html:
    return Html("Dikirim ke pelapor.")


def not_sent() -> Html:
    return Html("Tidak dikirim.")


def withdrawn(number: Number, *, by: str) -> Html:
    return Html(f"↩️ {esc(by)} menarik {bold(str(number))}. Tiketnya ditutup.")


def noted(number: Number) -> Html:
    return Html(f"Catatan internal {bold(str(number))} disimpan. Pelapor tidak melihatnya.")


def passed(number: Number) -> Html:
    return Html(f"👍 Diteruskan ke pelapor ({bold(str(number))}).")


def secret_hidden() -> Html:
    return paragraphs(
        Html(
            "🔒 Pesan ini memuat kata sandi, PIN, atau kode OTP. Bagian itu tidak disimpan dan"
            " tidak diteruskan."
        ),
        Html(
            "Mohon <b>hapus pesan ini</b> dari grup, dan minta pemiliknya segera"
            " <b>menggantinya</b> sendiri."
        ),
    )


def released_toast(number: Number) -> str:
    return f"{number} kembali ke antrean."


def verified_toast(number: Number) -> str:
    return f"{number} terverifikasi."


def handed_over_toast(number: Number) -> str:
    return f"{number} dialihkan."


def deferred_toast(number: Number, *, until: datetime, zone: ZoneInfo) -> str:
    return f"{number} ditunda sampai {dates.long_date(until, zone)}."


def resumed_toast(number: Number) -> str:
    return f"{number} dilanjutkan."


def merged_toast(number: Number, master: Number) -> str:
    return f"{number} digabung ke {master}."


def unmerged_toast(number: Number) -> str:
    return f"{number} dipisahkan lagi."


def corrected_toast(number: Number) -> str:
    return f"{number} diubah."


def same_already_toast() -> str:
    return "Memang sudah begitu."


def result_toast(result: Result) -> str:
    return f"Hasil: {RESULT[result]}. Tulis catatannya sebagai balasan pada pesan di bawah."


def taken_toast(number: Number) -> str:
    return f"{number} Anda ambil."


def reopened_toast(number: Number) -> str:
    return f"{number} dibuka lagi."
