"""What the helpdesk group reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot import utf16
from bot.rules.ticket import OPEN_STATES, Kind, Number, Status
from bot.words import dates, labels
from bot.words.fit import MOST_IN_PART, cut, passed_on, pieces
from bot.words.html import Html, bold, code, esc, lines, paragraphs, quote
from bot.words.ticket import DEED, SIGN, STATUS, Happening, earlier

MOST_ON_CARD = 1_200  # UTF-16 units of the story; the rest is posted under the card
EVENTS_ON_CARD = 5


def card(
    *,
    number: Number,
    kind: Kind,
    category: str,
    status: Status,
    story: str,
    reporter: str,
    office: str | None,
    reachable: bool,
    officer: str | None,
    received: datetime,
    due: datetime,
    now: datetime,
    zone: ZoneInfo,
    files: int,
    history: Sequence[Happening],
) -> Html:
    """Everything the desk needs to know of one ticket, on one screen."""
    still_open = status in OPEN_STATES
    late = still_open and due <= now
    return paragraphs(
        lines(
            Html(f"{SIGN[status]} {bold(str(number))} – {esc(labels.KINDS[kind])}"),
            esc(f"Status: {STATUS[status]}"),
            esc(f"Petugas: {officer or 'belum ada'}"),
        ),
        lines(
            esc(f"Dari: {reporter}" + (f", {cut(office, 80)}" if office else "")),
            None if reachable else bold("Pelapor memblokir bot; balasan menunggu."),
            esc(f"Tentang: {category}"),
            esc(f"Masuk: {dates.short(received, zone)}"),
            _age(received, now, zone) if still_open else None,
            _due(due, zone, late=late) if still_open else None,
        ),
        quote(cut(story, MOST_ON_CARD)),
        esc(f"Lampiran: {files} berkas") if files else None,
        lines(
            earlier(len(history) - 1 - EVENTS_ON_CARD),
            *(_happened(event, zone) for event in history[1:][-EVENTS_ON_CARD:]),
        ),
    )


def _age(received: datetime, now: datetime, zone: ZoneInfo) -> Html | None:
    """With its moment: the card stands unchanged until something happens to the ticket."""
    if now - received < dates.HOUR:
        return None
    return esc(f"Umur: {dates.span(now - received)} (pada {dates.short(now, zone)})")


def _due(due: datetime, zone: ZoneInfo, *, late: bool) -> Html:
    """The last day; a ticket is late from the midnight that ends it."""
    words = f"Batas: {dates.last_day(due, zone)}"
    return bold(f"{words} – LEWAT") if late else esc(words)


def _happened(event: Happening, zone: ZoneInfo) -> Html:
    who = f" ({event.actor})" if event.actor else ""
    said = f": {cut(' '.join(event.text.split()), 120)}" if event.text else ""
    return esc(f"• {dates.short(event.at, zone)} – {DEED[event.deed]}{who}{said}")


def rest_of_story(number: Number, story: str) -> list[Html]:
    """The whole story in parts, where the card could only show its beginning."""
    if utf16.length(story) <= MOST_ON_CARD:
        return []
    return [
        paragraphs(Html(f"📄 {bold(str(number))} – cerita lengkap"), esc(part))
        for part in pieces(story, MOST_IN_PART)
    ]


def file_of(number: Number) -> str:
    """A caption; plain text."""
    return f"Lampiran {number}"


def reporter_says(number: Number, *, by: str, text: str) -> list[Html]:
    return passed_on(Html(f"💬 {esc(by)}, pelapor – {bold(str(number))}"), text)


def reporter_corrects(number: Number, *, by: str, text: str) -> list[Html]:
    return passed_on(Html(f"✏️ {esc(by)} memperbaiki pesannya – {bold(str(number))}"), text)


def disputed(number: Number, *, by: str) -> Html:
    return Html(f"❗ {esc(by)}: {bold(str(number))} <b>belum selesai</b>. Tiket dibuka lagi.")


def ask_closing_note(number: Number, *, officer: Html) -> Html:
    return paragraphs(
        Html(f"{officer}, tulis catatan penutup untuk {bold(str(number))}."),
        Html("<b>Balas pesan ini.</b> Catatan dikirim ke pelapor."),
    )


def ask_what_to_ask(number: Number, *, officer: Html) -> Html:
    return paragraphs(
        Html(f"{officer}, keterangan apa yang diperlukan untuk {bold(str(number))}?"),
        Html("<b>Balas pesan ini.</b> Pertanyaan Anda dikirim ke pelapor."),
    )


def closing_placeholder() -> str:
    return "Catatan penutup"


def info_placeholder() -> str:
    return "Pertanyaan untuk pelapor"


def noted(number: Number) -> Html:
    return Html(f"Catatan internal {bold(str(number))} disimpan. Pelapor tidak melihatnya.")


def edit_not_passed(number: Number) -> Html:
    return lines(
        Html(f"Perubahan itu tidak ikut tersimpan atau terkirim ({bold(str(number))})."),
        Html("Yang berlaku tetap kiriman semula. Untuk meralat, balas sekali lagi."),
    )


def went_nowhere() -> Html:
    return lines(
        Html("Balasan ini tidak diteruskan ke siapa pun."),
        Html("Untuk menjawab pelapor, balas kartu tiketnya. Kartu: /tiket nomor"),
    )


def unreachable(number: Number) -> Html:
    return Html(
        f"⚠️ Pelapor {bold(str(number))} memblokir bot atau akunnya tidak aktif. Balasan Anda"
        " disimpan dan dikirim bila ia kembali; bila mendesak, hubungi lewat jalur lain."
    )


def taken_toast(number: Number) -> str:
    return f"{number} Anda ambil."


def reopened_toast(number: Number) -> str:
    return f"{number} dibuka lagi."


# officers


def officers(rows: Sequence[tuple[str, bool]]) -> Html:
    """Names, and who of them may appoint."""
    listed = [esc(f"• {name}{' (admin)' if admin else ''}") for name, admin in rows]
    return paragraphs(
        bold("Petugas helpdesk"),
        lines(*listed) if listed else Html("Belum ada petugas."),
        lines(
            Html("Admin mengangkat petugas dengan membalas pesan orang itu: /petugas tambah"),
            Html("Memberhentikan: balas pesannya dengan /petugas hapus"),
        ),
    )


def appointed(name: str) -> Html:
    return Html(f"{bold(name)} sekarang petugas helpdesk.")


def dismissed(name: str) -> Html:
    return Html(f"{bold(name)} bukan petugas lagi.")


def officer_already(name: str) -> Html:
    return Html(f"{bold(name)} sudah menjadi petugas.")


def no_officer(name: str) -> Html:
    return Html(f"{bold(name)} memang bukan petugas.")


def admin_stays(name: str) -> Html:
    return Html(f"{bold(name)} adalah admin; ubah lewat pengaturan ADMIN_IDS.")


def person_unknown() -> Html:
    return lines(
        Html("Saya belum mengenal orang itu."),
        Html("Minta ia menulis sesuatu di grup, lalu balas pesannya dengan /petugas tambah."),
    )


# the group itself


def group_id(chat_id: int) -> Html:
    return paragraphs(
        Html(f"ID grup ini: {code(str(chat_id))}"),
        Html("Isikan sebagai HELPDESK_CHAT_ID (atau REPORT_CHAT_ID), lalu jalankan ulang bot."),
    )


def group_ready() -> Html:
    return paragraphs(
        Html("Grup helpdesk siap. Tiket baru muncul di sini."),
        lines(
            Html("/antrian – tiket terbuka, yang terlama dulu"),
            Html("/tiket nomor – kartu satu tiket"),
            Html("/laporan – angka minggu ini dan tahun ini"),
            Html("/faq – pertanyaan yang belum terjawab"),
            Html("/petugas – daftar petugas"),
        ),
        Html("Balas kartu untuk menjawab pelapor. Awali dengan // untuk catatan internal."),
    )


def private_only(username: str) -> Html:
    return esc(f"Perintah itu untuk pesan pribadi dengan saya: https://t.me/{username}")


def group_moved() -> Html:
    return Html("Grup ini menjadi supergrup. Kartu tiket terbuka saya kirim ulang.")


def parked(update_id: int) -> Html:
    return Html(
        f"⚠️ Satu pesan (pembaruan {update_id}) tidak dapat diproses. Pesannya tersimpan;"
        " mohon beri tahu pengelola bot."
    )


def undeliverable(number: Number | None) -> Html:
    what = f"untuk {bold(str(number))} " if number else ""
    return Html(f"⚠️ Satu kiriman {what}ditolak Telegram dan tidak sampai. Mohon periksa.")
