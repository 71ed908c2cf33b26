"""What `learn` says no to: one line, with the cause and the cure."""

from __future__ import annotations

from faq.importing.refuse import CannotImport

HOW = "di WhatsApp buka grupnya, lalu Ekspor chat, Tanpa media"


def not_a_chat(name: str) -> CannotImport:
    return CannotImport(
        f"{name}: bukan ekspor obrolan WhatsApp; {HOW}, dan pakai .txt atau .zip-nya"
    )


def binary(name: str) -> CannotImport:
    return CannotImport(f"{name}: bukan berkas teks; {HOW}, dan pakai .txt atau .zip-nya")


def no_text_inside(name: str) -> CannotImport:
    return CannotImport(f"{name}: tidak memuat berkas .txt obrolan; {HOW}, dan pakai .zip-nya")


def nobody_speaks(name: str) -> CannotImport:
    return CannotImport(f"{name}: hanya memuat kabar grup, tidak ada pesan; ekspor grup yang lain")


def too_big(name: str, most: int) -> CannotImport:
    return CannotImport(
        f"{name}: lebih besar dari {most // 1_000_000} MB; ekspor tanpa media, atau potong"
    )


def no_file(name: str) -> CannotImport:
    return CannotImport(
        f"{name}: bukan berkas biasa; tunjuk berkas .txt atau .zip ekspornya sendiri"
    )
