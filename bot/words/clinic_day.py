"""Coaching Clinic on the day and afterwards: the code of attendance, evaluation, materials."""

from __future__ import annotations

from datetime import timedelta

from bot.words import dates
from bot.words.clinic import SessionFacts, head
from bot.words.html import Html, bold, esc, lines, paragraphs


def ask_code(shown: SessionFacts) -> Html:
    return lines(
        Html(f"Kode hadir {head(shown)}?"), Html("Tulis kode yang ditampilkan di ruangan.")
    )


def attended(shown: SessionFacts, *, office_known: bool) -> Html:
    return paragraphs(
        Html("✅ Kehadiran Anda tercatat. Selamat belajar!"),
        head(shown),
        None if office_known else Html("Kantor Anda belum kami ketahui. Tekan tombol di bawah."),
    )


def attended_already(shown: SessionFacts) -> Html:
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


RATED = {
    1: "Bagaimana kesesuaian materi dengan kebutuhan Anda?",
    2: "Bagaimana penjelasan pelatihnya?",
    3: "Bagaimana lama waktunya?",
    4: "Bagaimana tempat dan sarananya?",
    5: "Secara keseluruhan, bagaimana sesi ini?",
}
SCALE = {1: "Tidak baik", 2: "Kurang baik", 3: "Baik", 4: "Sangat baik"}
HELPED = {1: "Belum", 2: "Sebagian", 3: "Ya, membantu"}


def ask_rating(shown: SessionFacts, *, question: int, first: bool) -> Html:
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


def ask_helped(shown: SessionFacts) -> Html:
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


def materials(shown: SessionFacts, *, files: int) -> Html:
    return lines(esc(f"Materi dan foto ({files} berkas)"), head(shown))


def materials_ready(shown: SessionFacts, *, files: int) -> Html:
    return lines(
        Html(f"Materi {head(shown)} sudah ada."), esc(f"{files} berkas, tekan untuk menerima.")
    )


def materials_only() -> Html:
    return Html("Materi sesi itu untuk yang hadir. Merasa hadir? Beri tahu petugas: /lapor")


def no_materials() -> Html:
    return Html("Materi sesi itu belum ada.")
