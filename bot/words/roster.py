"""Linking somebody to the list of personnel: no name before it is proved, no whole NIP ever."""

from __future__ import annotations

from bot.rules.roster.people import State
from bot.words.html import Html, bold, esc, lines, paragraphs

PROOF_PLACEHOLDER = "Pilih tombol di bawah"
SHARE_NUMBER = "Bagikan nomor saya"
ASK_DESK = "Minta persetujuan petugas"
STOP = "Batal"
BY_NUMBER, BY_OFFICER = "nomor telepon", "persetujuan petugas"


def profile(
    *,
    name: str,
    office: str | None,
    position: str | None,
    rank: str | None,
    tail: str,
    active: bool,
) -> Html:
    return paragraphs(
        bold("Profil Anda"),
        lines(
            esc(f"Nama: {name}"),
            esc(f"Kantor: {office or 'belum diisi'}"),
            esc(f"Jabatan: {position}") if position else None,
            esc(f"Pangkat: {rank}") if rank else None,
            esc(f"NIP: {tail}"),
        ),
        Html("Nama dan kantor ini dari data pegawai BKPSDM dan dipakai di laporan Anda.")
        if active
        else Html(
            "Menurut data pegawai terakhir, Anda tidak lagi terdaftar sebagai pegawai aktif."
        ),
        Html("Ada yang keliru? Sampaikan lewat /lapor."),
    )


def ask_nip() -> Html:
    return paragraphs(
        Html("Tulis NIP Anda, 18 angka. PPPK: tulis NI PPPK."),
        Html(
            "Setelah itu kami minta satu bukti lagi bahwa itu Anda: nomor telepon Telegram Anda,"
            " atau persetujuan petugas. Untuk berhenti: /batal"
        ),
    )


def nip_unclear(*, digits: int) -> Html:
    return lines(
        esc(f"Itu {digits} angka; NIP ada 18 angka. Mohon ditulis lagi, hanya angkanya."),
        Html("Untuk berhenti: /batal"),
    )


def nip_later() -> Html:
    return lines(
        Html("Laporan Anda sedang ditulis dan tetap tersimpan."),
        Html("Kirim dulu laporan itu (atau /batal), lalu hubungkan NIP lewat /profil."),
    )


def nip_by_word() -> Html:
    return Html("Mohon tulis NIP dengan 18 angka. Untuk berhenti: /batal")


def ask_proof(*, tail: str) -> Html:
    return paragraphs(
        Html(f"NIP {esc(tail)}. Satu langkah lagi: buktikan bahwa itu Anda."),
        lines(
            esc(f"• {SHARE_NUMBER}: dicocokkan dengan nomor di data pegawai."),
            esc(f"• {ASK_DESK}: bila nomor Anda sudah berganti."),
        ),
    )


def linked(*, name: str, office: str | None) -> Html:
    return lines(
        Html(f"Selesai. Anda terhubung sebagai {bold(name)}."),
        esc(f"Kantor: {office}.") if office else None,
        Html("Nama dan kantor tidak ditanyakan lagi saat melapor. Lihat: /profil"),
    )


def not_proved() -> Html:
    """The same whatever was wrong: who guesses learns nothing by it."""
    return lines(
        Html("NIP dan nomor telepon itu tidak cocok dengan data pegawai."),
        esc(f"Tekan {ASK_DESK}, atau coba lagi lewat /profil."),
        Html("Tanpa ini pun semua layanan tetap bisa dipakai."),
    )


def not_proved_today() -> Html:
    """Behind the day's tries, of which the desk hears nothing any more."""
    return lines(
        Html("NIP dan nomor telepon itu tidak cocok dengan data pegawai."),
        Html("Mohon coba lagi besok; tanpa ini pun semua layanan tetap bisa dipakai."),
    )


def not_your_own() -> Html:
    return esc(f"Itu bukan kontak Anda sendiri. Tekan tombol {SHARE_NUMBER}.")


def share_not_write() -> Html:
    return esc(f"Nomor yang ditulis belum menjadi bukti. Tekan tombol {SHARE_NUMBER} di bawah.")


def too_often() -> Html:
    return Html("Sudah lima kali dicoba. Mohon coba lagi 15 menit lagi.")


def too_often_on_it() -> Html:
    return lines(
        Html("NIP itu sudah terlalu sering dicoba hari ini."),
        esc(f"Bila itu NIP Anda, tekan {SHARE_NUMBER}; atau coba lagi besok."),
    )


def stopped() -> Html:
    return Html("Baik, tidak jadi dihubungkan. Bila ingin nanti: /profil")


def asked_desk() -> Html:
    return lines(
        Html("Permintaan Anda sudah sampai ke petugas; kabarnya datang di sini."),
        Html("Sementara itu semua layanan tetap bisa dipakai."),
    )


def asked_already() -> Html:
    return Html("Permintaan Anda masih menunggu petugas; kabarnya datang di sini.")


def no_desk() -> Html:
    return Html("Maaf, petugas belum bisa dihubungi dari sini. Mohon coba lagi nanti.")


def refused() -> Html:
    return lines(
        Html("Petugas belum bisa memastikan NIP itu milik Anda, jadi belum dihubungkan."),
        Html("Silakan datang ke BKPSDM, atau coba lagi lewat /profil."),
    )


def somebody_tried(*, tail: str) -> Html:
    """To whom the NIP is linked already."""
    return lines(
        Html(f"Ada akun lain yang menyebut NIP Anda ({esc(tail)}). NIP itu tetap milik Anda."),
        Html("Bila itu akun Anda sendiri yang baru, lepas dulu di sini lewat /profil."),
        Html("Bila bukan, sampaikan lewat /lapor."),
    )


def unlinked_toast() -> str:
    return "NIP dilepas dari akun ini."


def unlinked() -> Html:
    return Html("NIP sudah dilepas dari akun ini. Menghubungkan lagi: /profil")


def linked_already() -> Html:
    return Html("Akun ini sudah terhubung dengan sebuah NIP. Lihat: /profil")


def office_is_listed(*, office: str) -> Html:
    return lines(
        Html(f"Kantor Anda menurut data pegawai: {bold(office)}."),
        Html("Bila keliru, sampaikan lewat /lapor."),
    )


# At the desk


def claim_card(
    *,
    name: str,
    username: str | None,
    tail: str,
    listed: str | None,
    office: str | None,
    state: str | None,
    taken: bool,
) -> Html:
    """`listed`: whom the NIP belongs to by the list; None where nobody has it. `state`: why that
    is nobody of today's personnel."""
    account = f" (@{username})" if username else ""
    return paragraphs(
        bold("Minta dihubungkan dengan NIP"),
        lines(
            esc(f"Akun Telegram: {name}{account}"),
            esc(f"NIP: {tail}"),
            esc(f"Menurut data pegawai: {listed}{', ' + office if office else ''}")
            if listed
            else Html("Menurut data pegawai: tidak ada NIP itu."),
            esc(f"Statusnya: {state}.") if state else None,
            Html("NIP itu sudah terhubung dengan akun lain; pemiliknya sudah diberi tahu.")
            if taken
            else None,
        ),
        Html("Setujui hanya bila Anda mengenal orangnya dan yakin itu akunnya.")
        if listed and not taken and not state
        else Html(
            "Pindahkan hanya bila akun lamanya hilang dan orangnya sudah Anda pastikan sendiri."
            " Petugas lain harus ikut menyetujui."
        )
        if listed and not state
        else Html("Tidak bisa disetujui; tekan Tolak supaya ia dikabari."),
    )


NOT_ACTIVE = {
    State.LEFT: "sudah keluar",
    State.DEPARTED: "tidak ada lagi di data terakhir",
}


def vouched(*, name: str, tail: str, by: str) -> Html:
    return lines(
        Html(f"✅ {bold(name)} terhubung dengan NIP {esc(tail)}."),
        esc(f"Disetujui oleh {by}."),
    )


def move_proposed(*, name: str, tail: str, listed: str, by: str) -> Html:
    return paragraphs(
        bold("NIP akan dipindahkan"),
        lines(
            esc(f"Ke akun Telegram: {name}"),
            esc(f"NIP: {tail}, menurut data pegawai {listed}"),
            esc(f"Diusulkan oleh {by}; pemilik akun lama sudah diberi tahu."),
        ),
        Html("Petugas lain menyetujui, bila yakin orangnya sama."),
    )


def moved(*, name: str, tail: str, by: str) -> Html:
    return lines(
        Html(f"✅ NIP {esc(tail)} dipindahkan ke akun {bold(name)}."),
        esc(f"Disetujui oleh petugas kedua, {by}."),
    )


def is_to_be_moved(*, tail: str) -> Html:
    """To the account that has it."""
    return lines(
        Html(f"Petugas akan memindahkan NIP Anda ({esc(tail)}) ke akun Telegram lain."),
        Html("Bila itu bukan permintaan Anda, segera sampaikan lewat /lapor."),
    )


def was_moved(*, tail: str) -> Html:
    return lines(
        Html(f"NIP {esc(tail)} sudah dipindahkan ke akun Telegram lain oleh dua petugas."),
        Html("Bila ini keliru, sampaikan lewat /lapor."),
    )


def another_officer_toast() -> str:
    return "Perlu petugas lain yang menyetujui."


def turned_down(*, name: str, tail: str, by: str) -> Html:
    return lines(
        Html(f"{bold(name)} tidak dihubungkan dengan NIP {esc(tail)}."),
        esc(f"Ditolak oleh {by}."),
    )


def decided_toast() -> str:
    return "Permintaan itu sudah diputuskan."


def own_claim_toast() -> str:
    return "Permintaan sendiri diputuskan petugas lain."


def cannot_be_linked_toast() -> str:
    return "NIP itu tidak bisa dihubungkan: tidak ada di data pegawai aktif, atau sudah dipakai."
