"""What stands on the papers that are handed in. Plain text: each format escapes for itself."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from bot.rules.indicator import Edition
from bot.rules.report_rows import Correction, Ending, Grain, Recap
from bot.rules.ticket import Channel, Kind
from bot.words import dates, edition
from bot.words.figures import number, percent
from bot.words.ticket import CHANNEL

TITLE = "REKAPITULASI PENYELESAIAN LAYANAN PENGADUAN"
SERVICE = "Layanan bantuan e-Kinerja melalui bot Telegram"
UNKNOWN = "(diisi BKPSDM)"
NOT_TOLD = "belum disebut"
NO_NUMBER, KEPT_BACK = "tanpa nomor", "jalur pengawasan"

NUMBER, NATURE, ENCLOSURE, SUBJECT = "Nomor", "Sifat", "Lampiran", "Hal"
COPIES = "Tembusan:"
NIP = "NIP"

ABOUT = "A. Identitas laporan"
AGENCY, CHANNEL_OF, PERIOD, AS_AT = "Instansi", "Layanan", "Periode", "Keadaan per"
INDICATOR, EDITION, THRESHOLDS = "Indikator", "Edisi", "Sumber batas level"
MADE_FROM = "Asal angka"
FROM_ROWS = "dihitung dari daftar tiket di lampiran, satu baris satu tiket"
DEFINITION = "B. Definisi"
RATIO = "C. Rasio penyelesaian"
COUNTS = "D. Rekapitulasi"
AFTERWARDS = "E. Koreksi atas periode sebelumnya"
CHARTS = "Grafik"
BESIDE = "Ketepatan waktu dan angka pembanding"
SAMPLES = "Contoh penanganan"
RECAP = "Rekap pengaduan"
PROOFS_TITLE = "Bukti lain dan PEKPPP F-02"
SAMPLES_TITLE = "Contoh penanganan pengaduan"
LIST = "Daftar tiket"

RECEIVED = "Pengaduan diterima (keluhan, kritik, saran)"
RESOLVED = "Selesai dengan jawaban"
INFORMATION = "Permintaan informasi (terpisah, di luar rasio)"
INFORMATION_ALONE = "Permintaan informasi (terpisah)"
RATIO_PERCENT = "Rasio (%), dipotong dua angka di belakang koma"
LEVEL = "Level"
TOTAL = "Jumlah"
ANSWERED = "Sudah mendapat jawaban pertama (pembanding, bukan rasio)"
REOPENED = "Pernah dibuka lagi"
MERGED = "Digabung dengan tiket lain (tetap dihitung)"
BY_ENDING, BY_STATUS, BY_KIND, BY_CATEGORY, BY_CHANNEL = (
    "Menurut akhirnya",
    "Menurut status",
    "Menurut jenis",
    "Menurut kategori",
    "Menurut kanal",
)
COUNT, SHARE = "Jumlah", "Bagian"
NO_TICKETS = "Tidak ada tiket dalam periode ini."

ENDINGS = {
    Ending.CONFIRMED: "dikonfirmasi pelapor",
    Ending.UNANSWERED: "selesai, tanpa tanggapan pelapor",
    Ending.AWAITED: "selesai, menunggu konfirmasi pelapor",
    Ending.OTHERWISE: "berakhir lainnya",
    Ending.OPEN: "masih terbuka",
}
ENDINGS_SHORT = {
    Ending.CONFIRMED: "dikonfirmasi",
    Ending.UNANSWERED: "tanpa tanggapan",
    Ending.AWAITED: "menunggu konfirmasi",
    Ending.OTHERWISE: "lainnya",
    Ending.OPEN: "masih terbuka",
}
KINDS = {
    Kind.COMPLAINT: "Keluhan",
    Kind.CRITICISM: "Kritik",
    Kind.SUGGESTION: "Saran",
    Kind.INFORMATION: "Informasi",
}

HEADS = (
    "No.",
    "Nomor tiket",
    "Masuk",
    "Kanal",
    "Jenis",
    "Kategori",
    "Kantor",
    "Status",
    "Akhir",
    "Jawaban pertama",
    "Selesai",
    "Hari kerja",
)

FLOW = "Pengaduan masuk dan selesai"
FLOW_KEYS = ("masuk", "selesai", "belum selesai di akhir masa")
RATIO_CHART = "Rasio penyelesaian sejak awal periode"
TAKEN = "Lama penyelesaian dalam hari kerja"
CATEGORIES = "Kategori pengaduan"
HOURS = "Kapan pengaduan masuk: hari dan jam"
OTHERS = "kategori lain"
WEEKDAYS = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")
GRAINS = {Grain.DAY: "tiap hari", Grain.WEEK: "tiap pekan", Grain.MONTH: "tiap bulan"}

SAMPLES_SAY = (
    "Percakapan asli dalam sistem, dibuat ulang sebagai gambar. Nama orang, NIP, nomor telepon,"
    " dan kode disamarkan (▒▒▒)."
)
REPORTER, OFFICER = "Pelapor", "Petugas"
NO_SAMPLES = "Belum ada tiket selesai yang dapat dijadikan contoh."

ROWS_SHEET, SUM_SHEET = "Daftar tiket", "Perhitungan"
FILTER_SAYS = "Angka di bawah dihitung dengan rumus dari lembar “Daftar tiket”."
MORE_HEADS = (
    "Dihitung dalam rasio",
    "Selesai dengan jawaban",
    "Dibuka lagi (kali)",
    "Digabung ke",
    "Nomor SP4N-LAPOR!",
    "Kelas tenggat",
    "Batas waktu",
    "Jam kerja sampai jawaban pertama",
    "Jawaban pertama tepat waktu",
    "Jawaban berikutnya tepat waktu (kali)",
    "Jawaban berikutnya terlambat (kali)",
    "Jawaban akhir tepat waktu",
)
YES, NO = "ya", "tidak"
F02_SHEET, PROOFS_SHEET = "PEKPPP F-02", "Bukti lain"
BESIDE_SHEET = "Angka pembanding"

MARK = "Jejak"
MARK_SAYS = "sidik isi menurut SHA-256, bukan tanda tangan"


def definition() -> tuple[str, ...]:
    endings = (
        "Yang selesai dirinci menurut tanggapan pelapor: dikonfirmasi, tanpa tanggapan, atau"
        " masih menunggu konfirmasinya."
        " Berakhir lainnya: ditarik, digabung, di luar kewenangan, atau pelapor tidak menjawab"
        " pertanyaan petugas."
    )
    working = (
        "Hari kerja dihitung dari hari kerja pertama setelah tanggal masuk sampai hari selesai."
    )
    return (edition.DEFINITION, endings, working)


def apart(recap: Recap) -> str:
    return f"{number(recap.information)} (selesai {number(recap.information_resolved)})"


def thresholds(edition: Edition) -> str:
    """Where they are from, and how sure that is."""
    return f"{edition.source}; {edition.sure}" if edition.sure else edition.source


def days(first: date, last: date) -> str:
    return dates.days(first, last)


def as_at(moment: datetime, zone: ZoneInfo) -> str:
    return dates.stamp(moment, zone)


def formula(recap: Recap) -> str:
    """The whole calculation in one line."""
    if recap.ratio is None:
        return "0 ÷ 0: belum ada pengaduan, sehingga tidak ada rasio"
    return f"{number(recap.resolved)} ÷ {number(recap.received)} × 100 % = {percent(recap.ratio)}"


def formula_words() -> str:
    return "Rasio = selesai dengan jawaban ÷ semua yang diterima × 100 %"


def level(reached: int) -> str:
    return f"Level {reached} dari 3"


def share(count: int, total: int) -> str:
    return percent(Fraction(100 * count, total)) if total else "–"


def channel(of: Channel, lapor_number: str | None) -> str:
    return f"{CHANNEL[of]} {lapor_number}" if lapor_number else CHANNEL[of]


def state(named_: str, master: str | None) -> str:
    return f"{named_} (bersama {master})" if master else named_


def page(number_: int, of: int) -> str:
    return page_of(str(number_), str(of))


def page_of(number_: str, of: str) -> str:
    return f"Halaman {number_} dari {of}"


def enclosures(count: int) -> str:
    return f"{count} lampiran"


def enclosure(place: int, title: str) -> str:
    return f"Lampiran {place}. {title}"


def sample(number_: int, ticket: str, received: str, done: str) -> str:
    return f"Contoh {number_}: tiket {ticket}, masuk {received}, selesai {done}"


def frozen(moment: datetime, zone: ZoneInfo) -> str:
    return (
        f"Periode ini ditutup {dates.stamp(moment, zone)}. Perubahan sesudahnya tidak masuk"
        " ke sini, melainkan tampil sebagai koreksi dalam laporan berikutnya."
    )


def without_samples() -> str:
    return "Contoh penanganan tidak ikut ditutup, karena kata-kata orang tidak disimpan di sini."


def list_elsewhere(shown: int, total: int) -> str:
    return (
        f"Di sini {number(shown)} tiket pertama dari {number(total)}. Daftar lengkapnya ada dalam"
        " berkas Excel dan PDF dari periode yang sama."
    )


def mark(digest: str) -> str:
    return f"{MARK}: {digest}"


def no_correction(period: str) -> str:
    return f"Periode {period} tidak berubah sejak ditutup."


def corrected(period: str, found: Correction) -> str:
    was, now = found.was, found.now
    return (
        f"Periode {period}: sejak ditutup {number(len(found.changed))} tiket berubah; selesai"
        f" {number(was.resolved)} dari {number(was.received)} ({_ratio(was)}) menjadi"
        f" {number(now.resolved)} dari {number(now.received)} ({_ratio(now)})."
    )


def changed(ticket: str, was: Ending | None, now: Ending | None) -> str:
    return f"{ticket}: {_ending(was)} menjadi {_ending(now)}"


def more_changed(count: int) -> str:
    return f"dan {number(count)} tiket lain"


def _ending(ending: Ending | None) -> str:
    return "tidak ada" if ending is None else ENDINGS_SHORT[ending]


def _ratio(recap: Recap) -> str:
    return "tanpa rasio" if recap.ratio is None else percent(recap.ratio)


def ticket(number_: str) -> str:
    return f"Tiket {number_}"


def foot(paper: str, period_: str) -> str:
    return f"{paper}, {period_}"


def foot_of_page() -> str:
    return "Laporan pengaduan e-Kinerja"


def period(days_: str) -> str:
    return f"Periode {days_}"


def place_and_date(place: str) -> str:
    return f"{place}, (tanggal diisi saat ditandatangani)"
