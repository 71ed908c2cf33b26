"""Survei Kepuasan Masyarakat, as whoever is asked reads it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.words.html import Html, bold, esc, lines, paragraphs, quote

TITLE = "Survei Kepuasan Masyarakat"
ANONYMOUS = (
    "Anonim: sesudah dikirim, jawaban disimpan tanpa nama dan tanpa waktu, terpisah dari siapa"
    " yang mengisi. Tidak ada yang bisa menelusurinya, kami pun tidak."
)


def invitation(*, count: int, days: str, closes: str) -> Html:
    return paragraphs(
        bold(TITLE),
        lines(
            esc(f"Anda memakai layanan kami pada {days}. Mohon nilai pelayanannya:"),
            esc(f"{count} pertanyaan, sekitar 2 menit, paling lambat {closes}."),
        ),
        Html(ANONYMOUS),
        Html("Boleh berhenti di tengah dan melanjutkannya lewat /survei."),
    )


def question(place: int, count: int, *, question: str, answers: Sequence[str]) -> Html:
    return paragraphs(
        bold(f"Survei {place} dari {count}"),
        esc(question),
        lines(*(esc(f"{score}. {answer}") for score, answer in enumerate(answers, 1))),
        Html("Tekan salah satu, atau tulis angkanya."),
    )


def one_to_four() -> Html:
    return Html("Tulis 1, 2, 3, atau 4, atau tekan salah satu jawabannya.")


def check(count: int) -> Html:
    return paragraphs(
        bold(f"Semua {count} pertanyaan sudah dijawab. Kirim?"),
        Html(
            "Sesudah dikirim, jawaban tidak bisa diubah atau ditarik lagi: tidak ada yang tahu"
            " mana jawaban Anda."
        ),
    )


def sent() -> Html:
    return paragraphs(
        Html("Terima kasih, jawaban Anda sudah dihitung."),
        Html(
            "<b>Ada kesan yang boleh dibaca orang lain?</b> Tulis di sini, bila berkenan. Ini"
            " terpisah dari jawaban tadi."
        ),
    )


def sent_briefly() -> Html:
    """Where something else is being written: plain words belong to that."""
    return Html("Terima kasih, jawaban Anda sudah dihitung.")


def may_it_be_shown(testimony: str) -> Html:
    return paragraphs(
        quote(testimony),
        Html("<b>Boleh ditampilkan di laporan survei?</b> Petugas membacanya lebih dulu."),
    )


def testimony_too_long(*, most: int) -> Html:
    return esc(f"Mohon dengan kata-kata, paling banyak {most} huruf.")


def testimony_kept(*, named: bool) -> Html:
    how = "dengan nama Anda" if named else "tanpa nama"
    return esc(f"Terima kasih. Kesan Anda ditampilkan {how} bila petugas menyetujuinya.")


def testimony_dropped() -> Html:
    return Html("Baik, tidak kami simpan.")


def no_testimony() -> Html:
    return Html("Terima kasih, jawaban Anda sudah dihitung.")


def stopped() -> Html:
    return Html("Survei berhenti dulu. Lanjutkan kapan saja dengan /survei sampai ditutup.")


def already() -> Html:
    return Html("Survei ini sudah Anda isi. Terima kasih.")


def closed() -> Html:
    return Html("Survei ini sudah ditutup. Terima kasih.")


def none_open() -> Html:
    return Html("Sekarang tidak ada survei yang dibuka.")


def not_for_them(days: str) -> Html:
    return esc(f"Survei ini untuk yang memakai layanan kami pada {days}.")


def change_by_button() -> Html:
    return Html("Untuk mengubah jawaban survei, tekan Kembali di pertanyaan terakhir.")
