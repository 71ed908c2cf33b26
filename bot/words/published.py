"""What stands on the page that an office may publish. Plain text; nobody's name is in it."""

from __future__ import annotations

from bot.words.papers import UNKNOWN

TITLE = "Penyelesaian layanan pengaduan"
ALT = "Gambar rekap: rasio penyelesaian, jumlah diterima dan selesai"
COUNTS, ENDINGS, CATEGORIES = "Jumlah", "Menurut akhirnya", "Menurut kategori"
BESIDE = "Angka pembanding"
DEFINITIONS = "Cara menghitung"
NOBODY = "Halaman ini hanya memuat jumlah; tidak ada nama, cerita, atau nomor tiket."
CONTACT = f"Alamat pengaduan dan penanggung jawab: {UNKNOWN}"
FEW = 3
"""Of what fewer people reported, only that they are few is told: else somebody might be known."""
FEW_SAID = f"kurang dari {FEW}"
OTHERS = "kategori lain"
