"""What an import says no to: one line, with the cause and the cure."""

from __future__ import annotations


class CannotImport(Exception):
    """The file stays unread, and nothing was written."""


def missing(name: str) -> CannotImport:
    return CannotImport(f"{name}: berkas tidak ada; periksa nama dan letaknya")


def no_file(name: str) -> CannotImport:
    return CannotImport(f"{name}: bukan berkas biasa; tunjuk berkas PDF atau DOCX-nya sendiri")


def unreadable(name: str, why: str | None) -> CannotImport:
    return CannotImport(f"{name}: tidak dapat dibaca ({why}); periksa hak akses berkas itu")


def empty(name: str) -> CannotImport:
    return CannotImport(f"{name}: berkas kosong; minta salinan yang utuh")


def too_big(name: str, most: int) -> CannotImport:
    return CannotImport(
        f"{name}: lebih besar dari {most // 1_000_000} MB; pecah atau perkecil dahulu"
    )


def not_a_manual(name: str) -> CannotImport:
    return CannotImport(f"{name}: bukan PDF atau DOCX; simpan dahulu sebagai PDF atau DOCX")


def old_or_locked(name: str) -> CannotImport:
    return CannotImport(
        f"{name}: dokumen Office lama (.doc) atau terkunci kata sandi; simpan ulang sebagai .docx"
        " tanpa kata sandi"
    )


def locked(name: str) -> CannotImport:
    return CannotImport(f"{name}: terkunci (terenkripsi); simpan ulang tanpa kata sandi")


def cut_off(name: str) -> CannotImport:
    return CannotImport(f"{name}: terpotong atau rusak; unduh atau minta salinan yang utuh")


def bomb(name: str, why: str) -> CannotImport:
    return CannotImport(
        f"{name}: ditolak, {why}; jangan dibuka, minta berkas asli dari pembuatnya"
    )


def too_many(name: str, most: int, what: str) -> CannotImport:
    return CannotImport(f"{name}: lebih dari {most} {what}; pecah menjadi beberapa berkas")


def too_long(name: str) -> CannotImport:
    return CannotImport(f"{name}: teksnya terlalu panjang; pecah menjadi beberapa berkas")


def too_many_objects(name: str, most: int) -> CannotImport:
    return CannotImport(
        f"{name}: memuat lebih dari {most} objek; cetak ulang ke PDF sederhana, lalu coba lagi"
    )


def too_heavy(name: str) -> CannotImport:
    return CannotImport(
        f"{name}: terlalu berat untuk diurai; cetak ulang ke PDF sederhana, lalu coba lagi"
    )


def live_book(to: str) -> CannotImport:
    return CannotImport(
        f"{to}: ini direktori buku yang sedang dipakai; pilih direktori lain untuk draf"
    )


def drafts_there(to: str) -> CannotImport:
    return CannotImport(f"{to}: sudah berisi draf; pilih direktori lain agar tidak tertimpa")


def unwritable(to: str, why: str | None) -> CannotImport:
    return CannotImport(f"{to}: tidak dapat ditulis ({why}); pilih direktori lain dengan --to")
