"""Why not, kindly: one short answer for each Refusal."""

from __future__ import annotations

from bot import errors
from bot.rules.ticket import DESK_DEEDS, Deed, Kind, Status
from bot.words import confidential, dates
from bot.words.complaint import STORY_PROMPTS
from bot.words.html import Html, bold, esc, lines
from bot.words.ticket import STATUS, STATUS_TO_REPORTER

KINDS_OF_CONTENT = {
    "photo": "foto",
    "document": "dokumen",
    "video": "video",
    "voice": "pesan suara",
    "video_note": "video bulat",
    "audio": "berkas suara",
    "sticker": "stiker",
    "animation": "GIF",
    "contact": "kontak",
    "location": "lokasi",
    "venue": "lokasi",
    "poll": "jajak pendapat",
    "dice": "dadu",
    "story": "cerita (story)",
    "game": "permainan",
    "checklist": "daftar tugas",
    "invoice": "tagihan",
    "giveaway": "undian",
    "giveaway_winners": "undian",
    "paid_media": "media berbayar",
    "live_photo": "foto",
}

DAYS_SAID = ("oktober", "triwulan 3", "tahun lalu", "2026-01-01 2026-01-31")
"""How the days of a report may be written."""

_DEEDS = {
    Deed.VERIFY: "diverifikasi",
    Deed.TAKE: "diambil",
    Deed.RELEASE: "dilepas",
    Deed.HAND_OVER: "dialihkan",
    Deed.DEFER: "ditunda",
    Deed.RESUME: "dilanjutkan",
    Deed.OUT_OF_SCOPE: "dinyatakan di luar kewenangan",
    Deed.MERGE: "digabung",
    Deed.UNMERGE: "dipisahkan",
    Deed.ABSORB: "menerima gabungan",
    Deed.SPLIT: "dipecah",
    Deed.RATE: "dinilai",
    Deed.ASK_INFO: "dimintai keterangan",
    Deed.RESOLVE: "diselesaikan",
    Deed.CONFIRM: "dinyatakan selesai",
    Deed.DISPUTE: "dibuka lagi",
    Deed.REOPEN: "dibuka lagi",
    Deed.WITHDRAW: "ditarik",
}


RIGHTS: dict[type[errors.Refusal], Html] = {
    errors.NotOfficer: Html("Maaf, ini hanya untuk petugas helpdesk yang terdaftar."),
    errors.OnlySees: Html("Pimpinan dapat melihat, tetapi tidak mengerjakan tiket."),
    errors.NotSupervisor: Html("Maaf, hanya penyelia atau admin yang dapat melakukan ini."),
    errors.NotAdmin: Html("Maaf, hanya admin yang dapat melakukan ini."),
}


def explain(refusal: errors.Refusal) -> Html:
    if type(refusal) in RIGHTS:
        return RIGHTS[type(refusal)]
    match refusal:
        case errors.Anonymous():
            return Html(
                "Saya tidak tahu siapa yang menulis."
                " Matikan dulu mode admin anonim, lalu coba lagi."
            )
        case errors.UnknownTicket():
            return lines(
                Html("Tiket itu tidak ada dalam daftar Anda."),
                Html("Ketik /tiket untuk melihat semua tiket Anda."),
            )
        case errors.UnknownTicketAtDesk():
            return Html("Tiket itu tidak ditemukan. Contoh: /tiket EK-2026-00042")
        case errors.DeedNotPossible():
            return _not_possible(refusal)
        case _:
            return _of_deeds(refusal)


def _of_deeds(refusal: errors.Refusal) -> Html:
    match refusal:
        case errors.Confidential():
            return confidential.refused(refusal.number, may_read=refusal.may_read)
        case errors.TooLateToReopen():
            return lines(
                esc(
                    f"{refusal.number} sudah ditutup lebih dari {refusal.days} hari,"
                    " jadi tidak bisa dibuka lagi."
                ),
                Html("Untuk hal yang baru: /lapor"),
            )
        case errors.AlreadyTaken():
            if refusal.yours:
                return esc(f"{refusal.number} sudah Anda ambil.")
            return esc(f"{refusal.number} sudah diambil {refusal.by}.")
        case errors.ReporterErased():
            return lines(
                esc(f"Isi {refusal.number} tidak disimpan lagi.")
                if refusal.anonymous
                else esc(f"Pelapor {refusal.number} sudah meminta datanya dihapus."),
                Html(
                    "Tidak ada yang bisa dibalas. Tutup dengan tombol Selesai bila masih terbuka."
                ),
            )
        case errors.NotThatTicket():
            return esc(f"{refusal.number} tidak bisa menjadi tiket gabungan itu.")
        case errors.NobodyElse():
            return Html("Belum ada petugas lain. Admin mengangkatnya: /petugas tambah")
        case errors.NoLongerOfficer():
            return Html("Orang itu bukan petugas lagi.")
        case errors.NotYours():
            return Html("Tombol itu untuk rekan yang ditanya.")
    return _of_links(refusal)


def _of_links(refusal: errors.Refusal) -> Html:
    """Whose a ticket is on Telegram."""
    match refusal:
        case errors.NeverMet():
            return lines(
                esc(f"Saya belum pernah berbicara dengan {refusal.called}."),
                esc(
                    f"Mintalah ia membuka https://t.me/{refusal.username} dan menekan Start,"
                    " lalu ulangi."
                ),
            )
        case errors.ReporterHidden():
            return esc(f"{refusal.number} tiket anonim: pelapornya tidak bisa dicari lewat itu.")
        case errors.NotNotedDown():
            return esc(f"Pelapor {refusal.number} sudah memakai bot.")
        case errors.OwnLink():
            return Html("Untuk akun Anda sendiri, mintalah rekan yang menghubungkannya.")
    return _of_prompts(refusal)


def _of_prompts(refusal: errors.Refusal) -> Html:
    """What an officer's answer to a question of ours lacks."""
    match refusal:
        case errors.ClosingNoteMissing():
            return lines(
                Html("Tulis catatan penutup dengan kata-kata: apa yang sudah dikerjakan."),
                Html("<b>Balas pesan ini.</b>"),
            )
        case errors.ScopeNoteMissing():
            return lines(
                Html("Tulis dengan kata-kata ke mana pelapor sebaiknya pergi."),
                Html("<b>Balas pesan ini.</b>"),
            )
        case errors.SplitStoryMissing():
            return lines(
                Html("Tulis hal kedua itu dengan kata-kata."), Html("<b>Balas pesan ini.</b>")
            )
        case errors.WhoseUnclear():
            return lines(
                Html("Tulis @nama_penggunanya, atau nomor tiket lain miliknya."),
                Html("<b>Balas pesan ini.</b>"),
            )
        case errors.DateUnclear():
            return lines(
                Html(
                    "Tanggalnya belum saya pahami. Contoh: besok, 3 hari, Senin, 1/12,"
                    " 1 Desember. Paling lama setengah tahun."
                ),
                Html("<b>Balas pesan ini.</b>"),
            )
    return _of_input(refusal)


def _not_possible(refusal: errors.DeedNotPossible) -> Html:
    status, deed = Status(refusal.status), Deed(refusal.deed)
    if deed is Deed.CONFIRM and status is Status.CLOSED:
        return esc(f"{refusal.number} sudah ditutup. Terima kasih.")
    if deed is Deed.DISPUTE:  # of what is open
        return esc(f"{refusal.number} sudah dibuka lagi dan sedang ditangani petugas.")
    names = STATUS if deed in DESK_DEEDS else STATUS_TO_REPORTER
    return esc(
        f"{refusal.number} tidak dapat {_DEEDS.get(deed, 'diubah')} sekarang."
        f" Statusnya: {names[status]}."
    )


def _of_input(refusal: errors.Refusal) -> Html:
    match refusal:
        case errors.OnlyAnswersLater():
            return lines(
                Html("Tanda //besok hanya untuk jawaban biasa, jadi ini belum dikirim."),
                Html("Balas kartunya dengan jawaban itu, atau kirim lagi tanpa //besok."),
            )
        case errors.ReporterHasNoChat():
            return lines(
                esc(f"Pelapor {refusal.number} tidak memakai bot, jadi tidak bisa ditanya."),
                Html("Hubungi langsung, lalu balas kartunya dengan // dan hasilnya."),
            )
        case errors.StoryTooShort():
            return lines(
                Html("Tulisan Anda masih terlalu pendek untuk dipahami petugas."),
                Html("Mohon tulis lebih lengkap dengan kata-kata."),
                Html(STORY_PROMPTS[Kind(refusal.kind)].helped) if refusal.kind else None,
            )
        case errors.StoryTooLong():
            return esc(
                f"Ceritanya terlalu panjang ({refusal.length} huruf)."
                f" Mohon ringkas sampai {refusal.most} huruf."
            )
        case errors.TooManyFiles():
            return lines(
                esc(f"Paling banyak {refusal.most} foto atau dokumen."),
                Html("Yang sudah diterima tetap tersimpan."),
            )
        case errors.TooManyFilesToday():
            return lines(
                esc(f"Hari ini sudah {refusal.most} berkas untuk {refusal.number}."),
                Html("Berkas ini tidak saya terima; kirim lagi besok, atau jelaskan dengan kata."),
            )
        case errors.WordsWanted():
            return lines(
                unread(refusal.got),
                Html("Mohon tulis dengan kata-kata, atau kirim foto layarnya."),
            )
    return _of_the_wrong_sort(refusal)


def _of_the_wrong_sort(refusal: errors.Refusal) -> Html:
    match refusal:
        case errors.ChoiceWanted():
            return lines(
                Html("Silakan tekan salah satu tombol."),
                Html("Ingin berhenti? Ketik /batal."),
            )
        case errors.StaleButton():
            return Html("Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat pilihan.")
        case errors.TooFast(waits=True):
            return lines(
                Html("Pesan Anda datang terlalu cepat. Saya baca satu per satu; mohon tunggu."),
                esc(f"Bila lebih dari {refusal.most} menunggu, sisanya tidak saya terima."),
            )
        case errors.TooFast():
            return Html("Terlalu cepat; yang barusan tidak saya kerjakan. Coba lagi nanti.")
        case errors.AnswerNeedsText():
            return Html("Kiriman itu tidak bisa diteruskan. Mohon tulis, atau kirim foto/dokumen.")
        case errors.UnknownCommand():
            nearest = f"Mungkin maksud Anda /{refusal.nearest}? " if refusal.nearest else ""
            return lines(
                esc(f"Perintah tidak dikenal: /{refusal.name}"),
                esc(f"{nearest}Semua perintah: /bantuan"),
                Html(
                    "Tidak ada yang diteruskan. Bila itu jawaban untuk pelapor, tulis lagi tanpa"
                    " garis miring di depannya."
                ),
            )
        case errors.SecretAsked():
            return lines(
                Html("Pesan ini belum diteruskan."),
                Html("Kata sandi, PIN, dan kode OTP tidak boleh diminta, juga oleh petugas."),
                Html("Mohon tulis lagi tanpa itu; pelapor dapat mengganti sandinya sendiri."),
            )
    return _of_days(refusal)


def _of_days(refusal: errors.Refusal) -> Html:
    match refusal:
        case errors.WindowUnknown():
            return lines(
                Html("Saya tidak mengenali waktunya, jadi laporannya belum dibuat."),
                esc(f"Contoh: {', '.join(f'/laporan {days}' for days in DAYS_SAID)}"),
            )
        case errors.NoSuchDate():
            return lines(
                Html("Tanggal atau waktu itu tidak ada, jadi laporannya belum dibuat."),
                Html("Tulis tanggal seperti 2026-01-31."),
            )
        case errors.WindowReversed():
            return lines(
                esc(
                    f"Laporan dari {dates.date_of(refusal.first)} sampai"
                    f" {dates.date_of(refusal.last)}: tanggalnya terbalik."
                ),
                Html("Tulis tanggal yang lebih dulu di depan."),
            )
        case errors.WindowInFuture():
            return esc(
                f"Waktu itu belum tiba (mulai {dates.date_of(refusal.first)}), jadi belum ada"
                " yang bisa dilaporkan."
            )
    return lines(bold("Maaf, itu tidak bisa."), Html("Ketik /bantuan untuk melihat pilihan."))


def unread(got: str | None) -> Html:
    """The beginning of every answer to what is neither words nor a file."""
    return esc(f"Maaf, {KINDS_OF_CONTENT.get(got or '', 'kiriman itu')} belum bisa saya baca.")
