"""What stands on paper of whom the desk reaches. Plain text: each format escapes for itself."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from zoneinfo import ZoneInfo

from bot.rules.proofs import ProofThresholds, level
from bot.rules.reach import Contact, ContactWay, OfficeReach, Reach, ReachLevels, level_of_coverage
from bot.words import dates
from bot.words.figures import number, percent
from bot.words.papers import NO, YES
from bot.words.proofs import UNKNOWN, level_of_three, source

TITLE = "Jangkauan: orang dan kantor yang dilayani"
ROWS = "Baris jangkauan"
MONTHS, OFFICES = "Orang dilayani tiap bulan", "Orang dilayani menurut kantor"
MONTH_HEADS = ("Bulan", "Orang", "Baru dalam periode")
HEADS = ("Yang dihitung", "Keadaan")
OFFICE_HEADS = ("Kantor", "Dilayani", "Terhubung", "Pegawai", "Bagian")
INDICATOR_HEADS = ("Indikator", "Keadaan")
ROW_HEADS = ("Orang ke-", "Bulan", "Cara", "Kantor", "Terhubung data pegawai")
NEVER_HEAD = "Kantor dalam data pegawai yang belum seorang pun dilayani"
MORE_OFFICES = "Kantor lain"
MOST_OFFICES, MOST_NEVER = 25, 60
NOT_TOLD = "tidak disebut"
WAYS = {
    ContactWay.ASKED: "bertanya kepada buku panduan",
    ContactWay.FILED: "melapor",
    ContactWay.ATTENDED: "hadir di Coaching Clinic",
}
TWENTY = "menurut daftar 20 baris tahun 2026"

Lines = tuple[tuple[str, ...], ...]


def months_title(shown: int, of: int) -> str:
    """Of many months the newest."""
    return MONTHS if shown == of else f"{MONTHS}, {shown} bulan terakhir"


def month(first: date) -> str:
    return dates.month(first)


def overview(of: Reach, zone: ZoneInfo) -> Lines:
    ways = tuple((f"– {WAYS[way]}", people(n)) for way, n in of.by_way.items())
    return (
        ("Orang dilayani", f"{people(of.people)}, masing-masing sekali"),
        *ways,
        ("Bertanya atau melapor, tanpa kehadiran", people(of.asked_or_filed)),
        ("Terhubung dengan data pegawai", f"{number(of.listed)} dari {number(of.people)}"),
        ("Data pegawai", _personnel(of, zone)),
        ("Kantor yang orangnya dilayani", number(len(of.offices))),
        ("Orang yang kantornya tidak disebut", number(of.without_office)),
    )


def _personnel(of: Reach, zone: ZoneInfo) -> str:
    if of.personnel is None:
        return "belum ada, jadi hanya hitungan tanpa pembanding"
    at = dates.short(of.personnel.at, zone)
    offices = number(len(of.personnel.named))
    return f"{number(of.personnel.people)} pegawai di {offices} kantor, dibaca {at}"


def months(of: Reach) -> Lines:
    return tuple((month(each.first), number(each.people), number(each.new)) for each in of.months)


def offices(of: Reach, bands: ReachLevels) -> Lines:
    rows = tuple(_office(each, bands) for each in of.offices[:MOST_OFFICES])
    rest = of.offices[MOST_OFFICES:]
    if rest:
        served, listed = sum(x.people for x in rest), sum(x.listed for x in rest)
        name = f"{MORE_OFFICES} ({number(len(rest))})"
        rows = (*rows, (name, number(served), number(listed), "–", "–"))
    return rows


def _office(of: OfficeReach, bands: ReachLevels) -> tuple[str, ...]:
    personnel = "–" if of.personnel is None else number(of.personnel)
    return (of.name, number(of.people), number(of.listed), personnel, share(of, bands))


def share(of: OfficeReach, bands: ReachLevels) -> str:
    """None is told of a small office, nor where more say that they are there than there are."""
    if of.personnel is None or not bands.share_least <= of.personnel >= of.people:
        return "–"
    return percent(Fraction(100 * of.people, of.personnel))


def never(of: Reach) -> str:
    if not of.never:
        return "tidak ada"
    named = of.never[:MOST_NEVER]
    rest = len(of.never) - len(named)
    return "; ".join(named) + (f"; dan {number(rest)} lagi" if rest else "")


def indicators(of: Reach, bands: ReachLevels, held: ProofThresholds) -> Lines:
    others, network = of.others, of.network
    held_ = sum(count for _, count in others.trainings)
    by_year = ", ".join(f"{year}: {count}" for year, count in others.trainings)
    return (
        (
            f"Bimtek (no. 5; {TWENTY}: no. 5)",
            (
                f"{by_year} sesi Coaching Clinic yang dihadiri;"
                f" {level_of_three(level(held_, bands.trainings))}."
                f" Sertifikat dan surat: {UNKNOWN}"
            ),
        ),
        (
            "Jejaring (no. 8; no. 9)",
            (
                f"{number(network.offices)} kantor dalam {bands.offices_years} tahun terakhir"
                f" ({dates.days(network.first, network.last)});"
                f" {level_of_three(level(network.offices, bands.offices))}."
                f" Dalam periode laporan ini: {number(len(of.offices))} kantor."
                f" SK atau surat yang menyebut kantor-kantor itu: {UNKNOWN}"
            ),
        ),
        (
            "Sosialisasi (no. 9; no. 10)",
            (
                f"{number(others.news)} pengumuman lewat bot, sampai"
                f" {number(others.news_arrived)} kali. Foto, media sosial, dan berita: {UNKNOWN}"
            ),
        ),
        (
            "Kemanfaatan menurut orang (no. 16; no. 18)",
            (
                f"{people(of.people)}; {level_of_three(held.served_level(of.people))}"
                f" (level 2 mulai {held.served[0]}, level 3 mulai {held.served[1]})"
            ),
        ),
        ("Kemanfaatan menurut cakupan unit (dasar lain, tidak dicampur)", coverage(of, bands)),
        (
            "Monev (no. 17; no. 19)",
            (
                f"{number(others.surveys)} survei kepuasan ditutup dengan"
                f" {number(others.survey_answers)} jawaban; hasilnya ada di laporan surveinya"
            ),
        ),
    )


def coverage(of: Reach, bands: ReachLevels) -> str:
    if of.personnel is None:
        return "tidak dapat dihitung tanpa data pegawai"
    reached, all_ = of.offices_of_list, len(of.personnel.named)
    if not all_:
        return "data pegawai tidak menyebut kantor"
    covered = Fraction(100 * reached, all_)
    said = f"{number(reached)} dari {number(all_)} kantor ({percent(covered)})"
    return f"{said}; {level_of_three(level_of_coverage(covered, bands))}"


def listed(of: Contact) -> str:
    if not of.shown:
        return NOT_TOLD
    return YES if of.listed else NO


def notes(of: Reach, bands: ReachLevels, held: ProofThresholds) -> tuple[str, ...]:
    others = of.others
    guests = (
        (
            f"{number(others.guests)} kehadiran dicatat petugas tanpa akun; tidak dihitung"
            " sebagai orang karena tidak dapat dibedakan."
        ),
    )
    erased = ("Orang yang datanya sudah dihapus tidak ikut dihitung.",)
    return (
        (
            "Dilayani: bertanya kepada buku panduan atau membukanya, melapor (juga yang dicatat"
            " petugas), atau hadir di Coaching Clinic, dalam periode ini. Setiap orang dihitung"
            " sekali; petugas tidak dihitung. Menjawab survei anonim, jadi tidak dihitung."
        ),
        (
            "Kantor: dari data pegawai bila terhubung, kalau tidak dari yang disebut orangnya."
            " Laporan anonim dan rahasia tidak menunjukkan kantor."
        ),
        (
            f"Bagian hanya disebut untuk kantor dengan {bands.share_least} pegawai atau lebih."
            " Orang yang sama dapat muncul di beberapa bulan. Tidak ada nama orang."
        ),
        *(guests if others.guests else ()),
        *(erased if others.erased else ()),
        *dict.fromkeys(map(source, (*bands.sources.values(), held.sources["served"]))),
    )


def people(count: int) -> str:
    return f"{number(count)} orang"
