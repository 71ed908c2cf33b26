"""What stands on Coaching Clinic's papers: the code on the wall, the invitation, the report."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bot.rules.clinic_effect import Activity, Trend

CODE_TITLE = "Kode hadir Coaching Clinic"
CODE_SCAN = "Pindai dengan kamera HP,"
CODE_OR_TYPE = "atau tulis kode ini kepada bot:"
CODE_FOOT = "Belum punya Telegram? Minta petugas mencatat kehadiran Anda."

REPORT = "Laporan Coaching Clinic"
SCHEDULE, ATTENDANCE, EVALUATION = "Pelaksanaan", "Daftar hadir", "Evaluasi peserta"
RAISED, FOLLOW_UP = "Pertanyaan yang muncul", "Tindak lanjut"
TOPIC, WHEN, PLACE, TRAINERS = "Topik", "Waktu", "Tempat", "Pelatih"
OFFICES, ASSIGNMENT, COUNTED, FILES = "Kantor diundang", "Surat tugas", "Peserta", "Dokumentasi"
NO, NAME, OFFICE, CAME, SIGNATURE = "No.", "Nama", "Kantor", "Hadir", "Tanda tangan"
QUESTION, AVERAGE, ANSWERS = "Pertanyaan", "Rata-rata", "Jawaban"
NOBODY = "Tidak ada yang tercatat hadir."
NOT_RATED = "Belum ada penilaian."
NONE_RAISED = "Tidak ada yang dicatat."
NO_FOLLOW_UP = "Belum ada yang dicatat."
SCALE_NOTE = "Skala 1 (tidak baik) sampai 4 (sangat baik)."
HELPED = "Dua minggu kemudian, apakah membantu pekerjaan"
EFFECT = "Sebelum dan sesudah"
BEFORE, AFTER = "sebelum sesi", "sesudah sesi"
EFFECT_HEADS = ("Masa", "Pertanyaan", "Keluhan", "Pegawai", "Per orang")
LATE, WALKED_IN, BY_OFFICER = "terlambat", "tanpa mendaftar", "dicatat petugas"

TO = "Yth."
SUBJECT_IS = "Undangan Coaching Clinic Pengelolaan Kinerja"
ALL_OFFICES = "Kepala Perangkat Daerah"
OPENING = (
    "Sehubungan dengan pelaksanaan Coaching Clinic Pengelolaan Kinerja, kami mengundang Bapak/Ibu"
    " untuk menugaskan pegawainya mengikuti sesi berikut:"
)
SEATS = "Tempat tersedia untuk {capacity} orang. Pendaftaran melalui Telegram: {link}"
CLOSING = "Atas perhatian dan kehadirannya kami ucapkan terima kasih."


def session(number: int) -> str:
    return f"{REPORT} – sesi {number}"


def called(number: int, topic: str) -> str:
    return f"Sesi {number}: {topic}"


def foot(number: int, *, made: str) -> str:
    return f"{session(number)}, dari catatan bot bantuan e-Kinerja, {made}"


def counted(*, joined: int, attended: int, walked_in: int, late: int) -> str:
    return f"{joined} mendaftar, {attended} hadir ({walked_in} tanpa mendaftar, {late} terlambat)"


def files(count: int) -> str:
    return f"{count} berkas materi dan foto tersimpan di bot" if count else "–"


def points(average: Fraction | None) -> str:
    return "–" if average is None else f"{float(average):.2f}".replace(".", ",")


def spell(when: str, spell: Activity, *, days: int, small: bool) -> tuple[str, ...]:
    """An even share of few is a claim as well."""
    counts = (spell.questions, spell.complaints, spell.people)
    share = points(None if small else spell.per_person)
    return (f"{days} hari {when}", *map(str, counts), share)


def effect(change: Trend, *, days: int, since: str, kept: int) -> str:
    """`since`: the day from which it can be told."""
    match change:
        case Trend.NO_OFFICE:
            return "Kantor yang hadir tidak tercatat, jadi tidak dapat dibandingkan."
        case Trend.NOT_YET:
            return f"Dapat dibandingkan mulai {since}, {days} hari sesudah sesi."
        case Trend.FORGOTTEN:
            return f"Tidak dapat dibandingkan lagi: pertanyaan disimpan {kept} hari saja."
        case Trend.SMALL:
            return "Angkanya terlalu kecil untuk menyebut ada perubahan."
        case Trend.SAME:
            return "Perbedaannya masih dalam batas kebetulan."
        case Trend.FEWER:
            return f"Pertanyaan dan keluhan per orang berkurang. {NO_CAUSE}"
        case Trend.MORE:
            return f"Pertanyaan dan keluhan per orang bertambah. {NO_CAUSE}"


NO_CAUSE = "Sebabnya belum tentu sesi ini."
MOST_NAMED = 12  # offices


def effect_counts(offices: Sequence[str]) -> str:
    more = len(offices) - MOST_NAMED
    named = ", ".join(offices[:MOST_NAMED]) + (f", dan {more} kantor lain" if more > 0 else "")
    return (
        f"Yang ditanyakan dan dikeluhkan kepada bot oleh pegawai kantor yang hadir ({named}),"
        " dibagi banyaknya pegawai kantor itu yang dikenal bot di akhir masanya. Laporan yang"
        " tidak menampilkan pelapornya tidak ikut."
    )


def seats(*, capacity: int, link: str) -> str:
    return SEATS.format(capacity=capacity, link=link)
