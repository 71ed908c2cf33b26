"""What the printed book says besides its own text."""

from __future__ import annotations

TITLE = "Buku Panduan e-Kinerja"
SUBTITLE = "Tanya jawab untuk pegawai ASN di Kabupaten Balangan"
AUTHOR = "Layanan bantuan e-Kinerja Kabupaten Balangan"
SUBJECT = "Tanya jawab penggunaan e-Kinerja"
CONTENTS = "Daftar isi"
SEARCH = "Cari di buku"
SEARCH_HINT = "Cari, misalnya: lupa kata sandi"
CHAPTER = "Bab"
SEE_ALSO = "Lihat juga"
LOCAL = "Ketentuan Balangan"
EMPTY = "belum diisi"
ASK = "Tanyakan kepada BKPSDM atau bagian kepegawaian OPD."
MESSAGES = "Indeks pesan error"
MESSAGES_INTRO = (
    "Cari bunyi pesan yang tampil di layar Anda, menurut abjad, lalu buka bagian yang disebut."
    " Pesan dengan huruf miring ditulis dengan kata-kata buku ini, bukan kata demi kata."
)
LOCAL_HEAD = "Data lokal Kabupaten Balangan"
LOCAL_INTRO = (
    "Hal-hal yang hanya diketahui daerah. Yang bertanda belum diisi harus ditanyakan kepada"
    " BKPSDM atau bagian kepegawaian OPD; buku ini tidak mengarangnya."
)
SOURCE = "Sumber"
CAUTION = (
    "Buku ini menjelaskan, bukan menetapkan. Bila isinya berbeda dengan aturan resmi"
    " atau tampilan terbaru aplikasi, aturan dan tampilan itu yang diikuti."
)


def counted(entries: int, chapters: int) -> str:
    return f"{entries} tanya jawab dalam {chapters} bab"


def unfilled(count: int, of: int) -> str:
    return f"{count} dari {of} data lokal belum diisi"
