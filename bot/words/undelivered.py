"""What did not get to whom it was meant for, as the desk is told."""

from __future__ import annotations

from bot.rules.ticket import Number
from bot.words.html import Html, bold, lines


def edit_not_passed(number: Number) -> Html:
    return lines(
        Html(f"Perubahan itu tidak ikut tersimpan atau terkirim ({bold(str(number))})."),
        Html("Yang berlaku tetap kiriman semula. Untuk meralat, balas sekali lagi."),
    )


def edit_passed(number: Number) -> Html:
    return Html(f"Jawaban {bold(str(number))} diperbaiki, juga di obrolan pelapor.")


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
