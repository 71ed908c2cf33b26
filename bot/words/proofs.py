"""What stands on the other proofs. Plain text: each format escapes for itself."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from bot.rules.apart import PeopleServed, SatisfactionFigures
from bot.rules.proofs import ComplaintTimes, ManualFigures, ProofThresholds, Source
from bot.rules.ticket import Channel
from bot.words import companions, dates
from bot.words.figures import number, percent
from bot.words.ticket import CHANNEL

UNKNOWN = "(diisi BKPSDM)"
F02 = "PEKPPP F-02: pengelolaan pengaduan"
MANUAL = "Bukti: pedoman teknis (buku panduan)"
INFORMATION = "Bukti: kemudahan informasi layanan"
PROCESS = "Bukti: kemudahan proses (waktu memperoleh hasil)"
SERVED = "Bukti: kemanfaatan (orang yang dilayani)"
SATISFACTION = "Bukti: kepuasan pelapor"
HEADS = ("Yang ditanyakan", "Keadaan")
COUNT_HEADS = ("Hitungan", "Jumlah", "Bagian")

Lines = tuple[tuple[str, ...], ...]


def source(of: Source) -> str:
    return f"Sumber: {of.name}" + (f"; {of.sure}." if of.sure else ".")


def level_of_three(found: int) -> str:
    return f"level {found} dari 3" if found else "belum mencapai level 1"


def f02_counts(of: ComplaintTimes, held: ProofThresholds) -> Lines:
    full, most = held.full_hours, held.most_hours
    counts = (
        (f"Respons pertama dalam {full} jam", of.within_full),
        (f"Respons pertama lebih dari {full} sampai {most} jam", of.within_most),
        (f"Respons pertama lebih dari {most} jam", of.later),
        ("Belum direspons", of.unanswered),
    )
    rows = [(name, number(n), _share(n, of.received)) for name, n in counts]
    return (*rows, ("Pengaduan diterima", number(of.received), _share(of.received, of.received)))


def f02_steps(
    of: ComplaintTimes, held: ProofThresholds, closed: int, satisfied: SatisfactionFigures
) -> Lines:
    outside = of.received - of.in_lapor
    return (
        (
            "1. Didokumentasikan",
            f"{number(of.received)} pengaduan, semuanya di daftar tiket",
        ),
        ("2. Dilaporkan", f"{number(closed)} periode ditutup dan dilaporkan dengan jejak isinya"),
        (
            "3. Dievaluasi",
            f"kepuasan pelapor: {companions.satisfaction(satisfied)}; hasil evaluasi: {UNKNOWN}",
        ),
        (
            "4. Ditindaklanjuti",
            f"{number(of.resolved)} dari {number(of.received)} selesai",
        ),
        ("5. Dipublikasikan", f"alamat dan tanggal: {UNKNOWN}"),
        (
            "Melalui SP4N-LAPOR!",
            (
                f"{number(of.in_lapor)} bernomor LAPOR!, {number(outside)} di luar LAPOR!"
                f" ({_share(of.in_lapor, of.received)}; level 5 mulai {held.lapor_percent} %)"
            ),
        ),
    )


def f02_notes(of: ComplaintTimes, held: ProofThresholds) -> tuple[str, ...]:
    oldest = (
        f"Yang masih terbuka dan belum direspons: tertua {dates.span(of.oldest)}."
        if of.oldest is not None
        else "Tidak ada yang masih terbuka tanpa respons."
    )
    hours = "Jam dihitung siang malam, juga hari libur, sejak masuk sampai jawaban pertama."
    return (hours, oldest, source(held.sources["pekppp"]))


def manual(of: ManualFigures) -> Lines:
    return (
        ("Bentuk", "buku daring di dalam bot, dan PDF serta halaman web dari isi yang sama"),
        ("Tautan publikasi", UNKNOWN),
        ("Edisi (isi terakhir diperiksa)", of.checked),
        ("Bab", number(of.chapters)),
        ("Entri", number(of.entries)),
        ("Pembaca dalam periode ini", f"{number(of.readers)} orang"),
        ("Entri dibaca dalam periode ini", f"{number(of.reads)} kali"),
    )


def information(channels: Mapping[Channel, int], asked: int) -> Lines:
    """The four ways of the list; what came by which is from the rows."""

    def came(*by: Channel) -> str:
        named = (f"{CHANNEL[each]} {number(channels.get(each, 0))}" for each in by)
        return ", ".join(named)

    return (
        (
            "1. Manual/tatap muka",
            f"{came(Channel.IN_PERSON, Channel.LETTER)}; bukti: {UNKNOWN}",
        ),
        ("2. Telepon/surat elektronik", f"{came(Channel.PHONE, Channel.EMAIL)}; bukti: {UNKNOWN}"),
        ("3. Media sosial termasuk WhatsApp", f"{came(Channel.WHATSAPP)}; bukti: {UNKNOWN}"),
        (
            "4. Daring, aplikasi, atau chatbot",
            f"bot Telegram ini: {number(asked)} dijawab buku; tiket {came(Channel.TELEGRAM)}",
        ),
    )


def information_notes(held: ProofThresholds) -> tuple[str, ...]:
    ways = f"Level 3 bila ada {held.information_ways} cara, masing-masing dengan bukti sendiri."
    return (ways, source(held.sources["information"]))


def process_counts(of: ComplaintTimes) -> Lines:
    rows = [(f"{name} hari", number(n), _share(n, of.resolved)) for name, n in of.days]
    return (*rows, ("Selesai", number(of.resolved), _share(of.resolved, of.resolved)))


def process_notes(of: ComplaintTimes, held: ProofThresholds) -> tuple[str, ...]:
    first, second = held.process_days
    middle = "–" if of.median_days is None else f"{of.median_days:g}".replace(".", ",")
    return (
        f"Hari kalender, dibulatkan ke atas; nilai tengah {middle} hari.",
        (
            f"Batas: level 3 sampai {first} hari, level 2 sampai {second} hari. Yang dinilai SOP"
            f" yang ditandatangani: {UNKNOWN}; angka ini hanya keadaan sebenarnya."
        ),
        source(held.sources["process"]),
    )


def served(of: PeopleServed, held: ProofThresholds) -> Lines:
    level2, level3 = held.served
    return (
        ("Orang yang bertanya atau melapor", f"{number(of.people)} orang, masing-masing sekali"),
        ("Dari kantor", number(of.offices)),
        ("Batas", f"level 2 mulai {number(level2)}, level 3 mulai {number(level3)} orang"),
        ("Level menurut orang", level_of_three(held.served_level(of.people))),
    )


def served_notes(of: PeopleServed, held: ProofThresholds) -> tuple[str, ...]:
    erased = ("Orang yang datanya sudah dihapus tidak ikut dihitung.",) if of.erased else ()
    basis = "Dasar penilaian dipilih satu dan tidak dicampur; di sini: orang."
    return (basis, *erased, source(held.sources["served"]))


STEPS = ("1 – tidak baik", "2 – kurang baik", "3 – baik", "4 – sangat baik")


def satisfaction_counts(of: SatisfactionFigures) -> Lines:
    rows = [
        (name, number(n), _share(n, of.answers)) for name, n in zip(STEPS, of.scores, strict=True)
    ]
    return (*rows, ("Jawaban", number(of.answers), _share(of.answers, of.answers)))


def satisfaction_notes(of: SatisfactionFigures) -> tuple[str, ...]:
    return (
        f"Indeks: {companions.satisfaction(of)}. Rata-rata 1–4 dikali 25 (PermenPANRB 14/2017).",
        "Satu pertanyaan kepada pelapor sesudah tiketnya selesai; bukan survei sembilan unsur.",
    )


def _share(count: int, of: int) -> str:
    return percent(Fraction(100 * count, of)) if of else "–"
