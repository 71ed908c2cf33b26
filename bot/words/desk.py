"""What the helpdesk group reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot import utf16
from bot.rules.deadline import Clock
from bot.rules.ticket import (
    OPEN_STATES,
    Channel,
    DeadlineClass,
    Kind,
    Number,
    Priority,
    Result,
    Status,
)
from bot.words import dates, deadline, labels
from bot.words.confidential import HIDDEN_STORY
from bot.words.fit import MOST_IN_PART, cut, passed_on, pieces
from bot.words.html import (
    Address,
    Html,
    as_text,
    bold,
    code,
    esc,
    lines,
    moment,
    paragraphs,
    quote,
)
from bot.words.queue import named
from bot.words.ticket import (
    CHANNEL,
    DEADLINE_CLASS,
    EVENTS_ON_CARD,
    MOST_ON_LINE,
    PRIORITY,
    RESULT,
    SIGN,
    STATUS,
    Happening,
    earlier,
    happened,
    shown_on_card,
)

FORMER_OFFICER = "mantan petugas"
MOST_ON_CARD = 1_200  # UTF-16 units of the story; the rest is posted under the card
MOST_IN_HISTORY, MOST_ON_PAGE = 3_000, 3_400  # UTF-16 units: of one event's words, and of all


@dataclass(frozen=True)
class Linked:
    """Another ticket that it belongs to, or that belongs to it."""

    how: str
    number: Number
    card: Address | None


@dataclass(frozen=True)
class Card:
    """A ticket as its card shows it at a moment."""

    number: Number
    kind: Kind
    category: str
    status: Status
    story: str
    reporter: str | None  # None: erased, with the words
    office: str | None
    reachable: bool
    blocked: bool
    officer: str | None
    received: datetime
    clock: Clock
    now: datetime
    zone: ZoneInfo
    came: Channel | None  # where it did not come to the bot itself
    lapor_number: str | None
    files: int
    history: Sequence[Happening]
    secret: bool = False
    priority: Priority = Priority.NORMAL
    deadline_class: DeadlineClass = DeadlineClass.COMPLAINT
    result: Result | None = None
    deferred_until: datetime | None = None
    linked: Sequence[Linked] = ()


def card(seen: Card) -> Html:
    """Everything the desk needs to know of one ticket, on one screen."""
    return paragraphs(
        lines(
            Html(f"{SIGN[seen.status]} {bold(str(seen.number))} – {esc(labels.KINDS[seen.kind])}"),
            esc(f"Status: {_status(seen)}"),
            esc(f"Petugas: {seen.officer or 'belum ada'}"),
            bold(f"Prioritas: {PRIORITY[seen.priority]}")
            if seen.priority is not Priority.NORMAL
            else None,
            *(Html(f"{esc(each.how)} {named(each.number, each.card)}") for each in seen.linked),
        ),
        _report(seen),
        Html(f"🔒 {bold(HIDDEN_STORY)}") if seen.secret else None,
        quote(cut(seen.story, MOST_ON_CARD)) if seen.story else None,
        esc(f"Lampiran: {seen.files} berkas") if seen.files else None,
        _history(seen),
    )


def _status(seen: Card) -> str:
    """With until when it is put off, or what its closing led to."""
    name = STATUS[seen.status]
    if seen.status is Status.DEFERRED and seen.deferred_until is not None:
        return f"{name} sampai {dates.long_date(seen.deferred_until, seen.zone)}"
    return f"{name} ({RESULT[seen.result]})" if seen.result else name


def _history(seen: Card) -> Html:
    """The last of it: what one person wrote in a row is one line, and the desk's last word to the
    reporter stays in sight however much they write."""
    shown = shown_on_card(seen.history[1:], EVENTS_ON_CARD)
    left = len(seen.history) - 1 - sum(times for _, times in shown)
    return lines(
        earlier(left),
        *(happened(event, seen.zone, most=MOST_ON_LINE, times=times) for event, times in shown),
    )


def _report(seen: Card) -> Html:
    """Whose it is, what about, and since when."""
    still_open = seen.status in OPEN_STATES
    office = f", {cut(seen.office, 80)}" if seen.office else ""
    return lines(
        esc(f"Dari: {seen.reporter}{office}") if seen.reporter is not None else _erased(seen),
        None if seen.reachable else bold("Pelapor memblokir bot; balasan menunggu."),
        bold("Pelapor diblokir: pesannya tidak dibaca.") if seen.blocked else None,
        _came(seen),
        esc(f"Tentang: {seen.category}"),
        Html(f"Masuk: {moment(dates.short(seen.received, seen.zone), seen.received)}"),
        bold(f"Batas menurut: {DEADLINE_CLASS[seen.deadline_class]}")
        if seen.deadline_class is DeadlineClass.SUPERVISORY
        else None,
        _age(seen) if still_open else None,
        deadline.on_card(seen.clock, seen.now, seen.zone) if still_open else None,
    )


def _came(seen: Card) -> Html | None:
    """Nothing that is said here reaches such a reporter."""
    if seen.came is None:
        return None
    number = f" no. {seen.lapor_number}" if seen.lapor_number else ""
    return esc(f"Saluran: {CHANNEL[seen.came]}{number}; kabari pelapor sendiri")


def _erased(seen: Card) -> Html:
    """What an officer may still do."""
    return lines(
        Html("<i>Data pelapor sudah dihapus atas permintaannya; isinya tidak ada lagi.</i>"),
        Html("Tutup dengan tombol Selesai.") if seen.status in OPEN_STATES else None,
    )


def _age(seen: Card) -> Html | None:
    """With its moment: the card stands unchanged until something happens to the ticket."""
    age = seen.now - seen.received
    if age < dates.HOUR:
        return None
    return esc(f"Umur: {dates.span(age)} (pada {dates.short(seen.now, seen.zone)})")


def history_pages(number: Number, history: Sequence[Happening], *, zone: ZoneInfo) -> list[Html]:
    """All of it, the oldest first, each page with as much as a message takes."""
    rows = [happened(event, zone, most=MOST_IN_HISTORY) for event in history]
    pages: list[list[Html]] = [[]]
    room = MOST_ON_PAGE
    for row in rows:
        length = utf16.length(as_text(row)) + 1
        if length > room and pages[-1]:
            pages.append([])
            room = MOST_ON_PAGE
        pages[-1].append(row)
        room -= length
    return [
        paragraphs(_history_head(number, place, len(pages)), lines(*page))
        for place, page in enumerate(pages, 1)
    ]


def _history_head(number: Number, page: int, pages: int) -> Html:
    of = f" ({page}/{pages})" if pages > 1 else ""
    return Html(f"📜 {bold(f'Riwayat {number}')}{of}")


def card_below(number: Number, card: Address | None) -> Html:
    """What is left where the card stood before."""
    return Html(f"{named(number, card)}: kartunya sekarang ada di bawah.")


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


def sent_also() -> Html:
    return Html("Dikirim juga ke pelapor.")


def not_sent() -> Html:
    return Html("Tidak dikirim.")


def withdrawn(number: Number, *, by: str) -> Html:
    return Html(f"↩️ {esc(by)} menarik {bold(str(number))}. Tiketnya ditutup.")


def noted(number: Number) -> Html:
    return Html(f"Catatan internal {bold(str(number))} disimpan. Pelapor tidak melihatnya.")


def passed(number: Number) -> Html:
    return Html(f"👍 Diteruskan ke pelapor ({bold(str(number))}).")


def edit_not_passed(number: Number) -> Html:
    return lines(
        Html(f"Perubahan itu tidak ikut tersimpan atau terkirim ({bold(str(number))})."),
        Html("Yang berlaku tetap kiriman semula. Untuk meralat, balas sekali lagi."),
    )


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
            Html("/antrian – tiket terbuka, batas terdekat dulu; /antrian saya"),
            Html("/tiket nomor – kartu satu tiket"),
            Html("/gabung nomor nomor – gabung tiket tentang hal yang sama"),
            Html("/cari kata – cari tiket lama dan baru"),
            Html("/jawaban – jawaban siap pakai"),
            Html("/gangguan judul – gangguan yang mengenai banyak orang"),
            Html("/laporan – angka minggu ini dan tahun ini"),
            Html("/faq – pertanyaan yang belum terjawab"),
            Html("/petugas – daftar petugas"),
            Html("/blokir – hentikan penyalahgunaan (admin)"),
        ),
        Html("Balas kartu untuk menjawab pelapor. Awali dengan // untuk catatan internal."),
    )


def reports_ready() -> Html:
    return paragraphs(
        Html("Ringkasan mingguan akan dikirim ke sini setiap Senin pukul 08.00."),
        Html("/laporan – angka minggu ini dan tahun ini"),
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


def album_given_up(number: Number) -> Html:
    return Html(
        f"⚠️ Satu album untuk {bold(str(number))} tidak dapat diproses dan tidak sampai ke"
        " pelapor. Mohon kirim ulang; bila terulang, beri tahu pengelola bot."
    )


def undeliverable(number: Number | None) -> Html:
    what = f"untuk {bold(str(number))} " if number else ""
    return Html(f"⚠️ Satu kiriman {what}tidak berhasil disampaikan. Mohon periksa.")


def file_lost(number: Number) -> Html:
    return Html(
        f"⚠️ Satu lampiran {bold(str(number))} tidak bisa ditampilkan di sini. "
        "Mintalah pelapor mengirimnya lagi."
    )


def no_files_here(number: Number) -> Html:
    return Html(
        f"⚠️ Lampiran {bold(str(number))} belum bisa ditampilkan: bot tidak boleh mengirim foto "
        f"atau berkas di grup ini. Jadikan bot admin, lalu ketik /tiket {number}."
    )
