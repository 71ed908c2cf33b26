"""What `main.py roster import` tells at the terminal, for whoever mends the list."""

from __future__ import annotations

from collections.abc import Mapping

from bot.rules.roster import nip
from bot.rules.roster.people import Doubt, Flaw, Oddity, Why
from bot.rules.roster.table import NonPersonRow

AS_TEXT = "formatlah kolomnya sebagai Teks, lalu isi lagi dari sumbernya"

WHY: Mapping[Why, str] = {
    nip.NipFault.EMPTY: "NIP kosong; isi, atau hapus barisnya bila memang tidak punya NIP",
    nip.NipFault.MERGED: "sel NIP digabung dengan sel di kirinya; pisahkan selnya",
    nip.NipFault.SCIENTIFIC: (
        f"NIP tertulis {{detail}}, notasi ilmiah: angka di belakangnya hilang; {AS_TEXT}"
    ),
    nip.NipFault.ROUNDED: (
        "NIP tersimpan sebagai bilangan, padahal bilangan hanya menyimpan 15 angka: tiga angka"
        f" terakhir hilang; {AS_TEXT}"
    ),
    nip.NipFault.SERIAL: (
        "NIP berakhir 000, padahal nomor urut mulai dari 001: tiga angka terakhir hilang"
        f" dibulatkan; {AS_TEXT}"
    ),
    nip.NipFault.FLOAT: f"NIP berakhir ,0: pernah menjadi bilangan dan dibulatkan; {AS_TEXT}",
    nip.NipFault.DATE: f"NIP berubah menjadi tanggal atau jam; {AS_TEXT}",
    nip.NipFault.ERROR: "sel NIP berisi rumus yang gagal atau #####; salin nilainya saja",
    nip.NipFault.LETTERS: "NIP memuat {detail}, padahal hanya angka",
    nip.NipFault.TWO: "dua NIP dalam satu sel; satu orang satu baris",
    nip.NipFault.OLD: "9 angka: itu NIP lama; tulis NIP baru yang 18 angka",
    nip.NipFault.NIK: "16 angka: itu NIK, bukan NIP",
    nip.NipFault.SHORT: "NIP hanya {detail} angka, seharusnya 18",
    nip.NipFault.LONG: "NIP {detail} angka, seharusnya 18",
    Flaw.NO_NAME: "nama kosong",
    Flaw.NAME_ERROR: "sel nama berisi rumus yang gagal; salin nilainya saja",
    Flaw.NAME_LONG: "nama lebih dari 120 huruf; mungkin isi beberapa sel menyatu",
    Flaw.NAME_SPOILT: "huruf pada nama rusak; simpan ulang berkasnya sebagai UTF-8 atau .xlsx",
    Flaw.NAME_NUMBER: "kolom nama tidak berisi huruf",
    Flaw.SWAPPED: "nama dan NIP tertukar kolom",
    Flaw.TOO_WIDE: (
        "isinya lebih banyak dari judul kolom: ada tanda pemisah di dalam isi, misalnya koma"
        " sebelum gelar; apit isinya dengan tanda kutip, atau simpan sebagai .xlsx"
    ),
    Flaw.RAN_ON: "beberapa baris menyatu dalam satu sel: ada tanda kutip yang tidak ditutup",
    Flaw.TWICE: "NIP ini sudah ada di {detail} dengan nama atau kantor lain",
    Flaw.ALL_ROUNDED: (
        "semua NIP sampai baris ini kelipatan 32: sebuah program menyimpannya sebagai bilangan"
        f" dan membulatkannya; {AS_TEXT}"
    ),
}

DOUBT: Mapping[Doubt, str] = {
    nip.Doubt.BIRTH: "8 angka pertama NIP bukan tanggal lahir",
    nip.Doubt.OLD_AGE: "menurut NIP umurnya di atas 85 tahun",
    nip.Doubt.UNBORN: "menurut NIP lahir di masa depan",
    nip.Doubt.APPOINTMENT: "angka ke-9 sampai ke-14 NIP bukan waktu pengangkatan",
    nip.Doubt.YOUNG: "menurut NIP diangkat sebelum umur 16 tahun",
    nip.Doubt.EARLY: "menurut NIP diangkat di masa depan",
    nip.Doubt.SEX: "angka ke-15 NIP bukan 1 atau 2",
    Oddity.NO_OFFICE: "kantor kosong (bila selnya digabung, isi di tiap baris)",
    Oddity.UNKNOWN_OFFICE: "kantor tidak ada di daftar kantor: {detail}",
    Oddity.PHONE: "nomor telepon tidak terbaca, dikosongkan",
    Oddity.PHONE_LOST: "nomor telepon menjadi notasi ilmiah, dikosongkan",
    Oddity.EMAIL: "alamat e-mail tidak terbaca, dikosongkan",
    Oddity.CELL_ERROR: "sel berisi rumus yang gagal, dikosongkan",
    Oddity.CUT: "isi sel terlalu panjang, dipotong",
    Oddity.REPEATED: "orang yang sama sudah ada di {detail}",
}

PASSED: Mapping[NonPersonRow, str] = {
    NonPersonRow.TOTAL: "jumlah",
    NonPersonRow.SECTION: "nama kantor di antara baris",
    NonPersonRow.HEADINGS: "judul kolom yang berulang",
    NonPersonRow.NUMBERING: "nomor kolom",
    NonPersonRow.GOES_ON: "lanjutan sel gabungan",
    NonPersonRow.FOOTER: "keterangan di bawah daftar",
}

BAD_ROWS = "Tidak bisa dibaca ({count} baris):"
DOUBTFUL = "Perlu dilihat, tetap dimuat ({count}):"
PASSED_OVER = "Bukan pegawai, dilewati ({count} baris):"
MERGED_HINT = (
    "Kantor kosong di lebih dari separuh baris: isi kolomnya di tiap baris, atau tulis"
    ' "Unit Kerja: …" di atas daftar. Sel gabungan hilang dalam CSV: simpan sebagai .xlsx.'
)
NOTHING_NEW = "Tidak ada yang berubah: data pegawai sudah sama."
NEW, MOVED, ALTERED = "Baru", "Pindah kantor", "Data berubah"
BACK, GONE, DEPARTED = "Aktif lagi", "Keluar menurut berkas", "Tidak ada lagi di berkas"
MORE = "… dan {count} lagi"
NO_OFFICE = "(tanpa kantor)"
MANY_GONE = (
    "AWAS: {gone} dari {before} pegawai tidak ada di berkas ini. Apakah berkas ini hanya sebagian?"
)
PREVIEW = "Ini baru pratinjau, belum ada yang diubah. Untuk memuatnya: tambahkan --yes"
ASK = "Muat {count} pegawai ini? Ketik ya lalu Enter: "
ASK_GONE = "{gone} pegawai akan ditandai keluar. Ketik {gone} lalu Enter untuk memuat: "
CALLED_OFF = "Dibatalkan, tidak ada yang diubah."
DONE = "Data pegawai dimuat: {active} aktif, {gone} tidak aktif."
MOVED_PEOPLE = "Kantor {count} pengguna bot yang sudah terhubung ikut diperbarui."
READING, COMPARING, WRITING = "Membaca berkas", "Membandingkan", "Menulis"
SHEET, HIDDEN, WITHOUT = "Lembar", "tersembunyi", "tanpa judul kolom NIP dan nama"
ROW = "baris"
READ = "{people} pegawai ({pns} PNS, {pppk} PPPK menurut NIP), {offices} kantor."
COMPARED = "Dibanding data sebelumnya ({before} aktif), {same} tetap:"
PAIR = "{count} orang: {was} → {now}"
FIELDS = {
    "name": "nama",
    "position": "jabatan",
    "rank": "pangkat",
    "phone": "telepon",
    "email": "e-mail",
    "status": "status",
}
