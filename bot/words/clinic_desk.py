"""Coaching Clinic at the desk: a session's page and what becomes of it, the list, the year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.rules.clinic import SessionsRecap
from bot.rules.clinic_effect import Trend
from bot.rules.clinic_needs import Needs, OfficeNeed, Topic
from bot.words import dates
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, lines, paragraphs

ANSWER, REASON = "Jawaban", "Alasan batal"
REPLY = Html("<b>Balas pesan ini.</b>")
SESSION, REQUEST = "Sesi", "Permintaan Clinic"


def mark(what: str, number: int, part: str | None = None) -> Html:
    """The first line of what can be answered by a reply: which it is of, and what."""
    return bold(f"{what} {number}" + (f" · {part}" if part else ""))


@dataclass(frozen=True)
class Desk:
    """A session as the desk sees it; what is empty was left out, or is still to be told."""

    number: int
    draft: bool
    cancelled: bool
    topic: str
    when: str
    place: str
    trainers: str
    offices: str
    assignment: str
    capacity: str
    seated: int
    waiting: int
    attended: int
    files: int
    questions: str
    follow_up: str


def page(desk: Desk) -> Html:
    """What the desk knows of it; a reply to this page adds to it."""
    state = "draf" if desk.draft else "dibatalkan" if desk.cancelled else ""
    counted = (
        f"Terdaftar: {desk.seated}, daftar tunggu: {desk.waiting}, hadir: {desk.attended}"
        if not desk.draft
        else ""
    )
    return paragraphs(
        mark(SESSION, desk.number),
        lines(
            esc(f"Status: {state}") if state else None,
            esc(f"Topik: {desk.topic or '–'}"),
            esc(f"Waktu: {desk.when or '–'}"),
            esc(f"Tempat: {desk.place or '–'}"),
            esc(f"Kapasitas: {desk.capacity or '–'}"),
            esc(f"Pelatih: {desk.trainers}") if desk.trainers else None,
            esc(f"Kantor diundang: {desk.offices}") if desk.offices else None,
            esc(f"Surat tugas: {desk.assignment}") if desk.assignment else None,
        ),
        lines(
            esc(counted) if counted else None,
            esc(f"Materi dan foto: {desk.files} berkas") if desk.files else None,
            esc(f"Pertanyaan: {cut(desk.questions, 400)}") if desk.questions else None,
            esc(f"Tindak lanjut: {cut(desk.follow_up, 400)}") if desk.follow_up else None,
        ),
        Html("Balas pesan ini dengan foto atau materi untuk menyimpannya, atau: /clinic bantuan")
        if not desk.draft
        else None,
    )


def home(rows: Sequence[tuple[int, str, str]], *, drafts: int, requests: int, past: int) -> Html:
    """Each session with its number, topic, and when and how full it is."""
    return paragraphs(
        bold("Coaching Clinic"),
        lines(*(Html(f"{bold(str(n))} – {esc(topic)} ({esc(how)})") for n, topic, how in rows))
        if rows
        else Html("Belum ada sesi yang akan datang."),
        lines(
            esc(f"Draf: {drafts}") if drafts else None,
            esc(f"Permintaan yang belum dijawab: {requests}") if requests else None,
            esc(f"Sesi terakhir yang sudah selesai: {past}") if past else None,
        ),
        Html("Cara menulisnya: /clinic bantuan"),
    )


def manual() -> Html:
    return paragraphs(
        bold("/clinic"),
        lines(
            Html("/clinic – daftar sesi dan tombolnya"),
            Html("/clinic baru – sesi baru, langkah demi langkah"),
            Html(
                "/clinic baru: SKP | 3 Desember 2026 09.00–11.00 | Aula | 20 | pelatih | kantor"
                " – dalam satu pesan"
            ),
            Html("/clinic 12 – satu sesi"),
            Html("/clinic ubah 12 tempat: Ruang rapat – juga topik, waktu, kapasitas, …"),
            Html("/clinic buka 12 – buka pendaftarannya"),
            Html("/clinic batal 12 alasan – peserta dikabari"),
            Html("/clinic peserta 12 – daftar; tekan nama untuk mencatat hadir"),
            Html("/clinic hadir 12 Nama, Kantor – hadir tanpa Telegram"),
            Html("/clinic kode 12 – kode hadir dan gambarnya"),
            Html("/clinic undangan 12, /clinic laporan 12 – atau dengan <i>pdf</i>, <i>docx</i>"),
            Html("/clinic permintaan, /clinic terima 5, /clinic tolak 5 kalimat"),
            Html("/clinic rekap 2026 – satu tahun"),
            Html("/clinic saran – kantor dan topik yang perlu sesi"),
        ),
        Html(
            "Balas kartu sesi dengan berkas untuk menyimpan materi, atau tulis"
            " <i>pertanyaan: …</i>, <i>tindak lanjut: …</i>, <i>hadir: Nama, Kantor</i>."
        ),
    )


def part_placeholder() -> str:
    return "Jawaban Anda"


def opened(number: int, *, code: str) -> Html:
    return lines(
        mark(SESSION, number),
        Html("Pendaftaran dibuka. Sesi ini sekarang tampil di /jadwal."),
        Html(f"Kode hadir untuk hari itu: {bold(code)}"),
    )


def opened_toast() -> str:
    return "Pendaftaran dibuka."


def opened_already_toast() -> str:
    return "Sesi ini sudah dibuka."


def thrown_away(number: int, *, requests: Sequence[int]) -> Html:
    numbers = ", ".join(map(str, requests))
    return lines(
        esc(f"Draf sesi {number} dibuang."),
        esc(f"Permintaan {numbers} menunggu jawaban lagi: /clinic permintaan")
        if numbers
        else None,
    )


def ask_call_off(number: int, *, people: int) -> Html:
    return paragraphs(
        mark(SESSION, number, REASON),
        esc(f"Batalkan sesi ini? {people} orang akan dikabari."),
        Html("<b>Balas pesan ini</b> dengan alasannya, atau tekan tombol untuk tanpa alasan."),
    )


def reason_unfit(number: int, *, most: int) -> Html:
    return paragraphs(
        mark(SESSION, number, REASON),
        esc(f"Mohon tulis alasannya paling banyak {most} huruf. Balas pesan ini."),
    )


def called_off(number: int, *, people: int) -> Html:
    return lines(mark(SESSION, number), esc(f"Sesi dibatalkan. {people} orang sedang dikabari."))


def called_off_already_toast() -> str:
    return "Sesi ini sudah dibatalkan."


def told(number: int, *, people: int) -> Html:
    return esc(f"Sesi {number}: {people} orang sudah dikabari.")


def unknown_session() -> Html:
    return Html("Sesi itu tidak ada. Daftarnya: /clinic")


def over_already(number: int) -> Html:
    return lines(mark(SESSION, number), Html("Sesi ini sudah selesai atau dibatalkan."))


def not_understood() -> Html:
    return Html("Perintah itu belum saya mengerti. Caranya: /clinic bantuan")


def reply_not_understood(number: int) -> Html:
    return paragraphs(
        mark(SESSION, number),
        Html(
            "Balas dengan berkas, atau tulis misalnya <i>tempat: Ruang rapat</i>,"
            " <i>pertanyaan: …</i>, <i>tindak lanjut: …</i>, <i>hadir: Nama, Kantor</i>."
        ),
    )


def file_kept(number: int, *, files: int, opened: bool) -> Html:
    return lines(
        mark(SESSION, number),
        esc(f"Disimpan. Materi dan foto: {files} berkas."),
        Html("Ditawarkan kepada yang hadir.") if opened else None,
    )


def note_kept(number: int, *, what: str) -> Html:
    return lines(mark(SESSION, number), esc(f"{what} dicatat untuk laporan sesi."))


def invitation_caption(number: int) -> str:
    """Plain text."""
    return (
        f"Undangan sesi {number}. Lengkapi nomor surat dan tanda tangannya."
        f" Sebagai PDF: /clinic undangan {number} pdf"
    )


def report_caption(number: int) -> str:
    """Plain text."""
    return f"Laporan sesi {number}. Untuk Word: /clinic laporan {number} docx"


def form_unclear() -> Html:
    return Html("Tulis bentuknya: pdf atau docx.")


def recap(recap: SessionsRecap) -> Html:
    """Figures of one calendar year, by the local calendar."""
    average, helped = recap.overall.average, recap.helped
    judged = None
    if average is not None:
        points = f"{float(average):.2f}".replace(".", ",")
        judged = esc(f"Penilaian keseluruhan: {points} dari 4 ({recap.overall.answers} orang)")
    use = None
    if helped.answers:
        yes = helped.counts[-1]
        use = esc(f"Membantu pekerjaan: {yes} dari {helped.answers} yang menjawab")
    offices = ", ".join(cut(each, 80) for each in recap.offices[:30])
    return paragraphs(
        bold(f"Rekap Coaching Clinic {recap.year}"),
        lines(
            esc(f"Sesi terlaksana: {recap.held}"),
            esc(f"Sesi akan datang: {recap.to_come}") if recap.to_come else None,
            esc(f"Sesi dibatalkan: {recap.cancelled}") if recap.cancelled else None,
            esc(f"Orang dilatih: {recap.people} (kehadiran: {recap.attended})"),
            esc(f"Kantor terjangkau: {len(recap.offices)}"),
            esc(f"Permintaan: {recap.requests}, sudah dijawab {recap.answered_requests}"),
        ),
        lines(judged, use, _effects(recap.changes)),
        esc(f"Kantor: {offices}") if offices else None,
    )


def needs(of: Needs, *, days: int, zone: ZoneInfo) -> Html:
    offices = [_office_need(each, zone) for each in of.offices]
    few = Html("Belum cukup pertanyaan dan keluhan untuk menyarankan kantor.")
    return paragraphs(
        bold("Saran sesi berikutnya"),
        esc(f"Dari pertanyaan dan keluhan {days} hari terakhir."),
        lines(Html("<b>Kantor</b>"), *offices) if offices else few,
        _topics("Topik yang sering belum terjawab buku panduan", of.unanswered),
        _topics("Topik yang sering dilaporkan", of.reported),
    )


def _office_need(of: OfficeNeed, zone: ZoneInfo) -> Html:
    at = of.last_session
    last = "belum pernah ikut" if at is None else f"terakhir ikut {dates.short(at, zone)}"
    counts = f"{of.questions} pertanyaan, {of.complaints} keluhan, {of.people} orang"
    return esc(f"{cut(of.name, 80)}: {counts}; {last}")


def _topics(title: str, some: Sequence[Topic]) -> Html | None:
    told = ", ".join(f"{cut(name, 80)} ({count})" for name, count in some)
    return lines(bold(title), esc(told)) if some else None


def _effects(changes: Sequence[Trend]) -> Html | None:
    """None before the first session that can be compared."""
    told = [
        f"{name} di {count} sesi"
        for change, name in CHANGES.items()
        if (count := changes.count(change))
    ]
    if not told:
        return None
    return esc(f"Pertanyaan dan keluhan per orang dari kantor peserta: {', '.join(told)}")


CHANGES = {
    Trend.FEWER: "berkurang",
    Trend.MORE: "bertambah",
    Trend.SAME: "tidak jelas berubah",
    Trend.SMALL: "terlalu sedikit untuk dibandingkan",
}


def year_unclear() -> Html:
    return Html("Tahunnya belum saya mengerti. Tulis misalnya: /clinic rekap 2026")
