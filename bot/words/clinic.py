"""Coaching Clinic, for those who come: schedule, places, attendance, evaluation, requests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date

from bot.words import dates
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, lines, paragraphs

MOST_SHOWN = 300


@dataclass(frozen=True)
class Shown:
    """A session as it is told of."""

    number: int
    topic: str
    starts: datetime
    ends: datetime
    place: str
    trainers: str
    capacity: int
    free: int
    waiting: int


@dataclass(frozen=True)
class Mine:
    """How somebody stands in a session."""

    seated: bool
    in_line: int
    attended: bool


def when(starts: datetime, ends: datetime, zone: ZoneInfo) -> str:
    """Kamis, 3 Desember 2026, 09.00–11.00 WITA"""
    first, last = starts.astimezone(zone), ends.astimezone(zone)
    day = format_date(first.date(), "EEEE, d MMMM y", locale=dates.LOCALE)
    return f"{day}, {first:%H.%M}–{last:%H.%M} {dates.zone_name(starts, zone)}"


def short_when(starts: datetime, zone: ZoneInfo) -> str:
    """Kam, 3 Des 09.00"""
    local = starts.astimezone(zone)
    return f"{format_date(local.date(), 'EEE, d MMM', locale=dates.LOCALE)} {local:%H.%M}"


def head(shown: Shown) -> Html:
    return Html(f"{bold(f'Sesi {shown.number}')} – {esc(shown.topic)}")


def _facts(shown: Shown, zone: ZoneInfo) -> tuple[Html, ...]:
    return (
        esc(f"Waktu: {when(shown.starts, shown.ends, zone)}"),
        esc(f"Tempat: {shown.place}"),
        *([esc(f"Pelatih: {shown.trainers}")] if shown.trainers else []),
    )


def _free(shown: Shown) -> Html:
    if shown.free:
        return esc(f"Sisa tempat: {shown.free} dari {shown.capacity}")
    return esc(f"Tempat penuh ({shown.capacity} orang), daftar tunggu: {shown.waiting}")


def _mine(mine: Mine) -> Html:
    if mine.attended:
        return Html("✅ Kehadiran Anda sudah tercatat.")
    if mine.seated:
        return Html("✅ Anda terdaftar.")
    return esc(f"⏳ Anda di daftar tunggu, urutan {mine.in_line}.")


def schedule(
    sessions: Sequence[tuple[Shown, Mine | None]],
    *,
    zone: ZoneInfo,
    requests_open: int,
    been: bool,
) -> Html:
    shown = [
        lines(
            head(each),
            esc(when(each.starts, each.ends, zone)),
            esc(each.place),
            _mine(mine) if mine is not None else _free(each),
        )
        for each, mine in sessions
    ]
    return paragraphs(
        bold("Coaching Clinic"),
        *(shown or [Html("Belum ada sesi yang dibuka.")]),
        esc(f"Permintaan Anda yang belum dijawab: {requests_open}") if requests_open else None,
        Html("Sesi yang sudah Anda ikuti ada di bawah: materi dan penilaiannya.")
        if been
        else None,
        Html("Tekan sesi untuk mendaftar.")
        if shown
        else Html("Kantor Anda perlu sesi? Tekan tombol di bawah."),
    )


def session(shown: Shown, mine: Mine | None, *, zone: ZoneInfo) -> Html:
    return paragraphs(
        head(shown),
        lines(*_facts(shown, zone), _free(shown)),
        _mine(mine) if mine is not None else None,
    )


def joined(shown: Shown, *, zone: ZoneInfo) -> Html:
    return paragraphs(
        Html("✅ Anda terdaftar."),
        lines(head(shown), *_facts(shown, zone)),
        Html("Saya ingatkan sehari dan satu jam sebelumnya. Tidak jadi? Tulis <i>batal ikut</i>."),
    )


def queued(shown: Shown, *, place: int, zone: ZoneInfo) -> Html:
    return paragraphs(
        esc(f"⏳ Tempatnya penuh. Anda di daftar tunggu, urutan {place}."),
        lines(head(shown), *_facts(shown, zone)),
        Html("Begitu ada tempat, Anda langsung dikabari. Tidak perlu mendaftar lagi."),
    )


def joined_already(shown: Shown, mine: Mine, *, zone: ZoneInfo) -> Html:
    return paragraphs(_mine(mine), lines(head(shown), *_facts(shown, zone)))


def moved_up(shown: Shown, *, zone: ZoneInfo) -> Html:
    return paragraphs(
        Html("✅ Ada tempat untuk Anda. Anda sekarang terdaftar."),
        lines(head(shown), *_facts(shown, zone)),
        Html("Tidak bisa datang? Tulis <i>batal ikut</i>, supaya yang lain dapat tempat."),
    )


def left(shown: Shown) -> Html:
    return lines(
        Html(f"Pendaftaran Anda untuk {head(shown)} dibatalkan."),
        Html("Berubah pikiran? /jadwal"),
    )


def not_joined() -> Html:
    return Html("Anda tidak sedang terdaftar di sesi mana pun. Sesi yang ada: /jadwal")


def attended_stays() -> Html:
    return Html("Kehadiran Anda sudah tercatat, jadi tidak bisa dibatalkan lagi.")


def join_which() -> Html:
    return Html("Ingin ikut sesi yang mana?")


def leave_which() -> Html:
    return Html("Tidak jadi ikut sesi yang mana?")


def no_session() -> Html:
    return Html("Sesi itu tidak ada atau tidak dibuka lagi. Sesi yang ada: /jadwal")


def begun_already(shown: Shown) -> Html:
    return lines(
        Html(f"{head(shown)} sudah dimulai, pendaftarannya ditutup."),
        Html("Sudah di tempatnya? Tulis kode hadir yang ditampilkan di ruangan."),
    )


def changed(shown: Shown, *, zone: ZoneInfo) -> Html:
    return paragraphs(
        Html("🔄 Ada perubahan pada sesi Coaching Clinic Anda."),
        lines(head(shown), *_facts(shown, zone)),
        Html("Tidak bisa ikut? Tulis <i>batal ikut</i>."),
    )


def called_off(shown: Shown, *, reason: str, zone: ZoneInfo) -> Html:
    return paragraphs(
        Html("❌ Sesi ini dibatalkan. Mohon maaf."),
        lines(head(shown), esc(when(shown.starts, shown.ends, zone))),
        esc(f"Alasan: {reason}") if reason else None,
        Html("Sesi lain: /jadwal"),
    )


def remind_day(shown: Shown, *, today: bool, zone: ZoneInfo) -> Html:
    day = "Hari ini" if today else "Besok"
    return paragraphs(
        esc(f"⏰ {day} ada Coaching Clinic."),
        lines(head(shown), *_facts(shown, zone)),
        Html("Tidak bisa datang? Tulis <i>batal ikut</i>, supaya yang lain dapat tempat."),
    )


def remind_hour(shown: Shown, *, left: timedelta, zone: ZoneInfo) -> Html:
    return paragraphs(
        esc(f"⏰ Coaching Clinic dimulai {dates.duration(left)} lagi."),
        lines(head(shown), *_facts(shown, zone)),
        Html("Di ruangan, kirim kode hadir yang ditampilkan petugas."),
    )


def calendar_caption() -> str:
    """Plain text."""
    return "Buka berkas ini untuk menyimpannya ke kalender Anda."


# Attendance


def ask_code(shown: Shown) -> Html:
    return lines(
        Html(f"Kode hadir {head(shown)}?"), Html("Tulis kode yang ditampilkan di ruangan.")
    )


def attended(shown: Shown, *, office_known: bool) -> Html:
    return paragraphs(
        Html("✅ Kehadiran Anda tercatat. Selamat belajar!"),
        head(shown),
        None if office_known else Html("Kantor Anda belum kami ketahui. Tekan tombol di bawah."),
    )


def attended_already(shown: Shown) -> Html:
    return lines(Html("✅ Kehadiran Anda sudah tercatat tadi."), head(shown))


def wrong_code(*, left: int) -> Html:
    return lines(
        Html("Kode itu belum cocok. Mohon periksa lagi hurufnya, lalu tulis sekali lagi."),
        esc(f"Masih bisa dicoba {left} kali.") if left else None,
    )


def too_many_codes(*, wait: timedelta) -> Html:
    return lines(
        esc(f"Kodenya beberapa kali belum cocok. Coba lagi {dates.duration(wait)} lagi,"),
        Html("atau minta petugas di ruangan mencatat kehadiran Anda."),
    )


def no_attendance_now() -> Html:
    return lines(
        Html("Saat ini tidak ada sesi yang sedang mencatat kehadiran."),
        Html("Jadwalnya: /jadwal. Sudah hadir tetapi belum tercatat? Beri tahu petugas."),
    )


# Afterwards

RATED = {
    1: "Bagaimana kesesuaian materi dengan kebutuhan Anda?",
    2: "Bagaimana penjelasan pelatihnya?",
    3: "Bagaimana lama waktunya?",
    4: "Bagaimana tempat dan sarananya?",
    5: "Secara keseluruhan, bagaimana sesi ini?",
}
SCALE = {1: "Tidak baik", 2: "Kurang baik", 3: "Baik", 4: "Sangat baik"}
HELPED = {1: "Belum", 2: "Sebagian", 3: "Ya, membantu"}


def ask_rating(shown: Shown, *, question: int, first: bool) -> Html:
    """One of the five; in front of the first it says what this is."""
    asked = RATED.get(question, RATED[5])
    return paragraphs(
        Html("Terima kasih sudah hadir. Boleh minta penilaian? Lima pertanyaan, satu tekan saja.")
        if first
        else None,
        head(shown) if first else None,
        lines(esc(f"{question} dari 5"), bold(asked)),
    )


def rated(*, question: int, score: int) -> Html:
    return lines(
        esc(RATED.get(question, RATED[5])), Html(f"Jawaban Anda: {bold(SCALE.get(score, '-'))}")
    )


def all_rated() -> Html:
    return Html("Terima kasih, penilaian Anda sudah lengkap. Ini membantu kami memperbaiki sesi.")


def rating_over() -> Html:
    return Html("Penilaian untuk sesi itu sudah ditutup. Terima kasih.")


def ask_helped(shown: Shown) -> Html:
    return paragraphs(
        Html("Dua minggu lalu Anda ikut Coaching Clinic."),
        head(shown),
        bold("Apakah yang dipelajari membantu pekerjaan Anda?"),
    )


def helped(*, score: int) -> Html:
    return lines(
        Html("Apakah Coaching Clinic membantu pekerjaan Anda?"),
        Html(f"Jawaban Anda: {bold(HELPED.get(score, '-'))}. Terima kasih."),
    )


def materials(shown: Shown, *, files: int) -> Html:
    return lines(esc(f"Materi dan foto ({files} berkas)"), head(shown))


def materials_ready(shown: Shown, *, files: int) -> Html:
    return lines(
        Html(f"Materi {head(shown)} sudah ada."), esc(f"{files} berkas, tekan untuk menerima.")
    )


def materials_only() -> Html:
    return Html("Materi sesi itu untuk yang hadir. Merasa hadir? Beri tahu petugas: /lapor")


def no_materials() -> Html:
    return Html("Materi sesi itu belum ada.")


# Asking for one


def ask_topic(*, office: str, often: bool) -> Html:
    """`often`: the topics in front are what that office asked most of late."""
    return paragraphs(
        bold("Minta Coaching Clinic"),
        Html("Ingin belajar tentang apa? Pilih, atau tulis sendiri topiknya."),
        esc(f"Paling atas: yang akhir-akhir ini sering ditanyakan dari {office}.")
        if often
        else None,
        Html("Untuk berhenti: /batal"),
    )


def ask_office(topic: str) -> Html:
    return lines(Html(f"Topik: {bold(topic)}"), Html("Untuk kantor mana? Tulis nama kantornya."))


def check(*, topic: str, office: str) -> Html:
    return paragraphs(
        Html("Mohon diperiksa. Kirim permintaan ini?"),
        lines(esc(f"Topik: {topic}"), esc(f"Kantor: {office}")),
    )


def request_sent(*, number: int, topic: str, office: str) -> Html:
    return paragraphs(
        Html(f"✅ Permintaan Coaching Clinic {bold(str(number))} sudah dikirim."),
        lines(esc(f"Topik: {topic}"), esc(f"Kantor: {office}")),
        Html("Jawabannya datang di sini."),
    )


def request_sent_toast() -> str:
    return "Permintaan ini sudah dikirim."


def request_dropped() -> Html:
    return Html("Baik, permintaan Coaching Clinic tidak jadi dikirim.")


def stopped() -> Html:
    return Html("Baik, yang tentang Coaching Clinic tadi dihentikan.")


def too_many_requests(*, most: int) -> Html:
    return lines(
        esc(f"Anda punya {most} permintaan yang belum dijawab."),
        Html("Mohon tunggu jawabannya dulu, ya."),
    )


def text_wanted(*, most: int) -> Html:
    return esc(f"Mohon tulis dengan kata-kata, paling banyak {most} huruf.")


def report_first() -> Html:
    return lines(
        Html("Laporan Anda sedang ditulis dan tetap tersimpan."),
        Html("Kirim dulu laporan itu (atau /batal), lalu ulangi ini."),
    )


def accepted(*, number: int, topic: str) -> Html:
    return lines(
        Html(f"Permintaan Coaching Clinic {bold(str(number))} diterima."),
        esc(f"Topik: {cut(topic, MOST_SHOWN)}"),
        Html("Begitu waktunya pasti, Anda dikabari di sini."),
    )


def declined(*, number: int, topic: str, sentence: str) -> Html:
    return paragraphs(
        lines(
            Html(f"Permintaan Coaching Clinic {bold(str(number))} belum bisa kami penuhi."),
            esc(f"Topik: {cut(topic, MOST_SHOWN)}"),
        ),
        esc(f"Dari petugas: {sentence}") if sentence else None,
    )


def opened_for_you(shown: Shown, *, zone: ZoneInfo) -> Html:
    return paragraphs(
        Html("Sesi yang Anda minta sudah dijadwalkan."),
        lines(head(shown), *_facts(shown, zone), _free(shown)),
        Html("Tekan <b>Daftar</b> untuk ikut."),
    )
