"""Chats as WhatsApp exports them, in every form that is known, with what is asked in them."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path

LABELLED = Path(__file__).parents[1] / "faq/labelled"


@dataclass(frozen=True)
class Said:
    at: datetime
    by: str
    """ "" where WhatsApp itself speaks."""
    text: str


Form = Callable[[Said], str]

MEDIA = ("<Media tidak disertakan>", "IMG-20240201-WA0003.jpg (file terlampir)")


def _twelve(at: datetime, before: str, am: str = "AM", pm: str = "PM") -> str:
    return f"{at.hour % 12 or 12}:{at:%M}{before}{am if at.hour < 12 else pm}"


def _android(stamp: Callable[[datetime], str]) -> Form:
    def line(said: Said) -> str:
        return f"{stamp(said.at)} - {f'{said.by}: ' if said.by else ''}{said.text}"

    return line


def _ios(stamp: Callable[[datetime], str], mark: str = "\u200e", tilde: bool = False) -> Form:
    def line(said: Said) -> str:
        by = f"~\u202f{said.by}" if tilde and said.by else said.by or "Helpdesk e-Kinerja"
        marked = mark if said.text.startswith("<") or not said.by else ""
        return f"{marked}[{stamp(said.at)}] {by}: {marked}{said.text}"

    return line


def _day(at: datetime) -> str:
    return f"{at.day}/{at.month}/{at:%y}"


FORMS: dict[str, Form] = {
    "android id": _android(lambda at: f"{_day(at)} {at:%H.%M}"),
    "android id padded": _android(lambda at: f"{at:%d/%m/%y} {at:%H.%M}"),
    "android id year": _android(lambda at: f"{at:%d/%m/%Y} {at:%H.%M}"),
    "android id comma": _android(lambda at: f"{at:%d/%m/%y}, {at:%H.%M}"),
    "android gb": _android(lambda at: f"{at:%d/%m/%Y}, {at:%H:%M}"),
    "android us": _android(lambda at: f"{at.month}/{at.day}/{at:%y}, {_twelve(at, ' ')}"),
    "android us narrow": _android(
        lambda at: f"{at.month}/{at.day}/{at:%y}, {_twelve(at, chr(0x202F))}"
    ),
    "android small": _android(lambda at: f"{at:%d/%m/%Y}, {_twelve(at, ' ', 'am', 'pm')}"),
    "android dots": _android(lambda at: f"{at:%Y-%m-%d}, {_twelve(at, ' ', 'a.m.', 'p.m.')}"),
    "android malay": _android(lambda at: f"{_day(at)}, {_twelve(at, ' ', 'PG', 'PTG')}"),
    "android iso": _android(lambda at: f"{at:%Y-%m-%d} {at:%H:%M}"),
    "android slashed": _android(lambda at: f"{at:%Y/%m/%d}, {at:%H:%M}"),
    "android german": _android(lambda at: f"{at:%d.%m.%y}, {at:%H:%M}"),
    "android named month": _android(lambda at: f"{at.day} Feb {at:%Y} {at:%H.%M}"),
    "ios id": _ios(lambda at: f"{at:%d/%m/%y} {at:%H.%M.%S}"),
    "ios id comma": _ios(lambda at: f"{at:%d/%m/%y}, {at:%H.%M.%S}"),
    "ios id tilde": _ios(lambda at: f"{at:%d/%m/%y} {at:%H.%M.%S}", tilde=True),
    "ios gb": _ios(lambda at: f"{at:%d/%m/%Y}, {at:%H:%M:%S}"),
    "ios us": _ios(lambda at: f"{at.month}/{at.day}/{at:%y}, {_twelve(at, chr(0x202F))}"),
    "ios dashed": _ios(lambda at: f"{at:%d-%m-%Y} {at:%H:%M:%S}", mark=""),
    "ios old": lambda said: f"{said.at:%d/%m/%Y} {said.at:%H:%M:%S}: {said.by}: {said.text}",
}

BEGAN = datetime(2024, 2, 13, 0, 2, tzinfo=UTC)
ADMIN = "Admin BKPSDM"

TOPICS = {
    "pensiun": [
        "cara mengajukan pensiun dini lewat taspen gimana?",
        "pengajuan pensiun dini taspen bagaimana ya pak?",
        "mau pensiun dini syarat taspen apa saja?",
    ],
    "karpeg": [
        "cara cetak kartu pegawai elektronik karpeg di mana?",
        "kartu pegawai elektronik saya hilang, cetak karpeg lagi di mana ya?",
        "karpeg elektronik dicetak di mana bu?",
    ],
    "lhkpn": [
        "batas lapor LHKPN kapan ya?",
        "LHKPN terakhir dilaporkan tanggal berapa pak?",
        "lapor harta LHKPN paling lambat kapan?",
    ],
}
ANSWERS = {
    "pensiun": "Pensiun dini diurus di bidang mutasi, bawa SK terakhir dan surat pengantar dinas.",
    "karpeg": "Karpeg elektronik dicetak sendiri di MyASN, menu profil, lalu unduh kartu.",
    "lhkpn": "LHKPN paling lambat 31 Maret, lewat elhkpn.kpk.go.id, unduh tanda terimanya.",
}
SMALL = ("Siap", "sama-sama bu", "👍", "Aamiin", "wkwk", "oke pak", "mantap", "selamat pagi semua")
NEWS = (
    (
        "Pesan dan panggilan dienkripsi secara end-to-end. Hanya orang dalam obrolan ini yang bisa"
        " membaca, mendengarkan, atau membagikannya."
    ),
    'Budi Santoso mengubah subjek dari "Helpdesk: lama" menjadi "Helpdesk: baru"',
    "Admin BKPSDM menambahkan Siti Aminah",
    "+62 812-3456-7890 bergabung menggunakan tautan undangan grup ini.",
)


def small_chat() -> list[Said]:
    """Three questions, one of them known to the book, each asked and answered in another way."""
    moments = chain.from_iterable(
        (BEGAN + timedelta(hours=hour, minutes=minute) for minute in range(0, 60, 4))
        for hour in range(24)
    )

    def said(by: str, text: str) -> Said:
        return Said(next(moments), by, text)

    return [
        *(said("", text) for text in NEWS),
        said("Budi Santoso", "Assalamualaikum pak, izin bertanya"),
        said("Budi Santoso", f"{TOPICS['pensiun'][0]}\nNIP saya 198501012010011001"),
        said(ADMIN, f"Waalaikumsalam pak Budi\n{ANSWERS['pensiun']}"),
        said("Budi Santoso", "terima kasih banyak pak"),
        said("Siti Aminah", "lupa kata sandi e-kinerja bagaimana?"),
        said("Siti Aminah", MEDIA[0]),
        said(ADMIN, "Tekan lupa kata sandi di halaman masuk bu <Pesan ini diedit>"),
        said("Siti Aminah", "Pesan ini dihapus"),
        said(ADMIN, "POLL:\nRapat hari apa?\nOPTION: Senin (3 votes)\nOPTION: Selasa (1 vote)"),
        said("+62 812-3456-7890", TOPICS["pensiun"][1]),
        said("Siti Aminah", TOPICS["karpeg"][0]),
        said(ADMIN, f"@6281234567890 {ANSWERS['pensiun']}"),
        said(ADMIN, f"bu Siti {ANSWERS['karpeg']}"),
        said("Siti Aminah", "makasih min"),
    ]


def written(chat: list[Said], form: Form) -> str:
    return "".join(f"{form(said)}\n" for said in chat)


def long_chat(lines: int, seed: int = 1) -> Iterator[Said]:
    """Of a group of helpers and askers over years: about so many lines."""
    dice = random.Random(seed)
    people = [f"{dice.choice(FIRST)} {dice.choice(LAST)}" for _ in range(400)]
    helpers = [ADMIN, "Operator Kinerja", "Rahmat Hidayat"]
    known, foreign, made = _known_questions(), list(_foreign_topics(dice)), 0
    at = BEGAN
    while made < lines:
        at += timedelta(minutes=dice.expovariate(1 / 20))
        if dice.random() < 0.45:
            said = [Said(at, dice.choice(people), dice.choice((*SMALL, *MEDIA, *CHATTER)))]
        else:
            asked, answer = _asked(dice, known, foreign)
            said = list(
                _talked(dice, at, dice.choice(people), dice.choice(helpers), asked, answer)
            )
        made += sum(each.text.count("\n") + 1 for each in said)
        yield from said


FIRST = [
    "Budi",
    "Siti",
    "Rahmat",
    "Dewi",
    "Agus",
    "Noor",
    "Fitri",
    "Hendra",
    "Lina",
    "Yusuf",
    "Maya",
    "Doni",
    "Ratna",
    "Eko",
    "Wulan",
]
LAST = [
    "Santoso",
    "Aminah",
    "Hidayat",
    "Lestari",
    "Pratama",
    "Laila",
    "Rahman",
    "Saputra",
    "Wahyuni",
    "Halim",
    "Kurnia",
]
CHATTER = (
    "nanti sore jadi rapat di aula dinas, bawa berkas masing-masing ya",
    "alhamdulillah sudah cair semua, terima kasih kerja samanya",
    "besok apel pagi jangan terlambat, pakai korpri lengkap",
    "izin hari ini tidak masuk, anak sakit",
    "jaringan di kantor kami lagi mati lampu",
)
ABOUT = [
    "pensiun dini taspen",
    "kartu pegawai karpeg",
    "lapor LHKPN",
    "satya lancana",
    "tugas belajar luar negeri",
    "cuti melahirkan",
    "kartu istri karis",
    "pinjaman koperasi korpri",
    "seragam batik",
    "BPJS keluarga",
    "rumah dinas",
    "perjalanan dinas SPPD",
    "beasiswa kominfo",
    "lomba korpri",
    "vaksin pegawai",
    "absen wajah",
    "surat tugas diklat",
    "uang lembur",
    "mutasi pasangan",
    "izin poligami",
    "izin perceraian",
    "sewa aula",
]
PUT = [
    "cara mengurus {} bagaimana?",
    "syarat {} apa saja ya?",
    "{} diurus di mana pak?",
    "mau tanya soal {} gimana prosesnya",
    "berkas untuk {} apa saja min?",
    "kapan jadwal {} tahun ini?",
    "siapa yang melayani {}?",
    "{} saya belum selesai juga, kenapa ya?",
]
DETAILS = [
    "minggu ini",
    "tahun 2024",
    "untuk guru",
    "untuk PPPK",
    "di kecamatan",
    "buat tenaga kesehatan",
    "lagi",
]


def _known_questions() -> list[str]:
    with (LABELLED / "questions-1.csv").open(encoding="utf-8") as file:
        return [row["question"] for row in csv.DictReader(file)]


def _foreign_topics(dice: random.Random) -> Iterator[tuple[str, str]]:
    for about in ABOUT:
        for put in PUT:
            for _ in range(12):
                detail = dice.choice(DETAILS) if dice.random() < 0.6 else ""
                question = put.format(f"{about} {detail}".strip())
                yield (
                    question,
                    f"Untuk {about} silakan ke bidang yang menangani, bawa SK terakhir.",
                )


def _asked(
    dice: random.Random, known: list[str], foreign: list[tuple[str, str]]
) -> tuple[str, str]:
    if dice.random() < 0.6:
        return _typed(
            dice, dice.choice(known)
        ), "Coba ikuti langkah di panduan, menu profil lalu simpan."
    return dice.choice(foreign)


def _typed(dice: random.Random, question: str) -> str:
    """Nobody types the same twice: a word is added, a letter is lost."""
    words = question.split()
    if len(words) > 3 and dice.random() < 0.7:
        at = dice.randrange(len(words))
        cut = dice.randrange(len(words[at]))
        words[at] = words[at][:cut] + words[at][cut + 1 :] if len(words[at]) > 4 else words[at]
    return " ".join(
        [*words, dice.choice(("pak", "ya", "min", "mohon bantuannya", "?", "bu", "🙏"))]
    )


def _talked(
    dice: random.Random, at: datetime, asker: str, helper: str, asked: str, answer: str
) -> Iterator[Said]:
    if dice.random() < 0.4:
        yield Said(at, asker, "Assalamualaikum pak, izin bertanya")
    tail = f"\nNIP saya 19850101201001{dice.randrange(1000, 9999)}" if dice.random() < 0.1 else ""
    yield Said(at + timedelta(minutes=1), asker, asked + tail)
    if dice.random() < 0.8:
        yield Said(at + timedelta(minutes=4), helper, f"{answer}\nSilakan dicoba.")
    if dice.random() < 0.5:
        yield Said(at + timedelta(minutes=9), asker, "terima kasih pak")
