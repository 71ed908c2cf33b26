"""A small book and a few phrasings of our own, so that tests say what they mean."""

from __future__ import annotations

from pathlib import Path

from faq.book.book import Book, read

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "faq" / "manual"

PHRASINGS = [
    ("Lupa kata sandi, bagaimana?", "sandi"),
    ("saya lupa password ekinerja", "sandi"),
    ("mau ganti sandi", "sandi"),
    ("kode OTP salah terus", "otp"),
    ("invalid authenticator code", "otp"),
    ("angka enam digit dari HP ditolak", "otp"),
    ("cara membuat SKP", "skp"),
    ("bagaimana menyusun rencana kinerja tahunan", "skp"),
    ("langkah menambah SKP baru", "skp"),
    ("Request failed with status code 419", "e419"),
    ("muncul tulisan error 419", "e419"),
    ("halaman kedaluwarsa waktu menyimpan", "e419"),
]

CHAPTER = """---
chapter: 2
title: Akses dan login
edition: e-Kinerja BKN
valid_from: 2026-11-23
---

Pengantar bab.

## Lupa kata sandi? {#lupa-password}

- Letak: Bab 2, bagian 2.1
- Per: 2026-11-20
- Fakta: F011, F012
- Sumber: siaran pers 2026
- Lihat juga: email-mati
- Lokal: kontak-bkpsdm

Buka halaman masuk.

1. Klik **Lupa sandi**.
2. Ikuti petunjuk.

### Cara lain bertanya

- saya lupa sandi
- password hilang

## Email mati? {#email-mati}

- Letak: Bab 2, bagian 2.2

Tanya admin. Lihat [lupa sandi](entry:lupa-password).

### Cara lain bertanya

- email tidak aktif
"""

LOCAL = """---
title: Data lokal
---

## kontak-bkpsdm

- Hal: Kontak BKPSDM
- Nilai: (belum diisi)
- Sumber: (belum diisi)

## jam-layanan

- Hal: Jam layanan
- Nilai: Senin sampai Jumat
- Sumber: surat edaran 1/2026
"""


DISAMBIGUATION = """---
title: Simpang
---

Untuk penyunting.

## Sandi atau email {#sandi-atau-email}

- Pilihan: email-mati, lupa-password

### Cara lain bertanya

- akun bermasalah
- tidak bisa masuk
- kapan
"""


def book_at(directory: Path, chapter: str = CHAPTER, local: str = LOCAL) -> Path:
    (directory / "02-akses.md").write_text(chapter, encoding="utf-8")
    (directory / "lokal.md").write_text(local, encoding="utf-8")
    return directory


def book_with_disambiguation(directory: Path, disambiguation: str = DISAMBIGUATION) -> Book:
    (directory / "simpang.md").write_text(disambiguation, encoding="utf-8")
    return read(book_at(directory))
