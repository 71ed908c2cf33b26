"""What is said of the groups themselves: which they are, and what they are for."""

from __future__ import annotations

from bot.words.html import Html, code, esc, lines, paragraphs


def group_id(chat_id: int) -> Html:
    return paragraphs(
        Html(f"ID grup ini: {code(str(chat_id))}"),
        Html("Isikan sebagai HELPDESK_CHAT_ID (atau REPORT_CHAT_ID), lalu jalankan ulang bot."),
    )


def group_ready() -> Html:
    return paragraphs(
        Html("Grup helpdesk siap. Tiket baru muncul di sini."),
        lines(
            Html("/antrian – tiket terbuka, batas terdekat dulu; /antrian saya"),
            Html("/tiket nomor – kartu satu tiket"),
            Html("/gabung nomor nomor – gabung tiket tentang hal yang sama"),
            Html("/cari kata – cari tiket lama dan baru"),
            Html("/catat telepon Bu Siti: … – laporan orang yang datang atau menelepon"),
            Html("/jawaban – jawaban siap pakai"),
            Html("/gangguan judul – gangguan yang mengenai banyak orang"),
            Html("/laporan – angka minggu ini dan tahun ini"),
            Html("/faq – pertanyaan yang belum terjawab"),
            Html("/petugas – daftar petugas"),
            Html("/blokir – hentikan penyalahgunaan (admin)"),
        ),
        Html("Balas kartu untuk menjawab pelapor. Awali dengan // untuk catatan internal."),
    )


def reports_ready() -> Html:
    return paragraphs(
        Html("Ringkasan mingguan akan dikirim ke sini setiap Senin pukul 08.00."),
        Html("/laporan – angka minggu ini dan tahun ini"),
    )


def private_only(username: str) -> Html:
    return esc(f"Perintah itu untuk pesan pribadi dengan saya: https://t.me/{username}")


def at_desk_only() -> Html:
    return Html("Perintah itu untuk grup petugas. Di sini: /laporan")


def about_figures(username: str) -> Html:
    """In the reports' group, where what was asked is no days and no figures of ours."""
    return paragraphs(
        Html("Di sini saya menjawab tentang angka laporan, misalnya:"),
        lines(
            Html("/laporan bulan lalu"),
            Html("/laporan triwulan 3"),
            esc(f"@{username} berapa persen bulan ini"),
        ),
        Html("Rincian, grafik, dan PDF: tombol di bawah angkanya."),
    )


def group_moved() -> Html:
    return Html("Grup ini menjadi supergrup. Kartu tiket terbuka saya kirim ulang.")
