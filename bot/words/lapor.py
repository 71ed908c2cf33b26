"""The list for SP4N-LAPOR!: its own form was not at hand, so the columns are named by what they
hold, and what a person must write is left to the agency. Plain text."""

from __future__ import annotations

from bot.rules.ticket import Kind

SHEET, ABOUT = "Untuk SP4N-LAPOR!", "Keterangan"
UNKNOWN = "(diisi BKPSDM)"
HEADS = (
    "Nomor LAPOR!",
    "Nomor tiket",
    "Tanggal masuk",
    "Klasifikasi",
    "Kategori",
    "Kanal",
    "Kantor pelapor",
    "Judul laporan",
    "Isi laporan",
    "Status",
    "Jawaban pertama",
    "Selesai",
)
CLASSES = {
    Kind.COMPLAINT: "Pengaduan",
    Kind.CRITICISM: "Pengaduan",
    Kind.SUGGESTION: "Aspirasi",
    Kind.INFORMATION: "Permintaan Informasi",
}
NOTES = (
    "Satu baris satu tiket, termasuk permintaan informasi.",
    (
        "Nomor LAPOR! terisi bila tiketnya datang dari sana atau sudah didaftarkan; yang kosong"
        " diisi setelah didaftarkan."
    ),
    (
        "Judul dan isi tidak dipindahkan dari bot, agar data pribadi pelapor tidak ikut tersalin;"
        " ditulis ulang oleh petugas."
    ),
    (
        "Nama dan urutan kolom pada templat impor SP4N-LAPOR! belum dapat diperiksa; sesuaikan"
        " dengan templat yang berlaku."
    ),
    (
        "Klasifikasi mengikuti pembagian umum LAPOR!: kritik dicatat sebagai pengaduan, saran"
        " sebagai aspirasi; diperiksa lagi oleh admin LAPOR!."
    ),
)
