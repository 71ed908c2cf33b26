"""Personal numbers as people spell them, and the ordinary figures that look like some."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random

PREFIXES = ("811", "812", "813", "821", "823", "831", "838", "852", "857", "877", "896")
NUMBERS = {"NIP": "[NIP]", "NIK": "[NIK]", "telepon": "[telepon]"}
MONTHS = ("Januari", "Feb", "Maret", "April", "Mei", "Juni", "Juli", "Agt", "September", "Okt")
BETWEEN = (
    *(" ", "  ", "   ", "\n", "\r\n", " \n ", "\t", "/", ".", "-", "_", ":", "|", ";", "*"),
    *(" / ", " - ", ". ", "--", "//", " . ", ") (", "·", "•", "\u00a0", "\u2009", "\u202f"),
    *("\u2007", "\u200b", "\u200c", "\u2060", "\ufeff", "\u00ad", " \u200b ", "\u2011", "–", "—"),
    *("\u2212", "\u3000", "\u2028", "\u3164", "\u00a0\u00a0", "'", "~", "+", "\\"),
)
SCRIPTS = (
    "０１２３４５６７８９",
    "٠١٢٣٤٥٦٧٨٩",
    "۰۱۲۳۴۵۶۷۸۹",
    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "०१२३४५६७८९",
    "⁰¹²³⁴⁵⁶⁷⁸⁹",
)
INVISIBLE = ("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\ufe0f")
AROUND = (
    *("{} saya {}", "{} {}", "{}:{}", "{}{}", "{}. {}", "{} = {}", "({}) {}", "{}: {}, mohon"),
    *("min {} sy {} ga bisa login", "Yth. admin, {} atas nama Siti {} belum aktif", "{}nya {} ya"),
    *("ulun handak batakun, {} ulun {}.", "{}\n{}\nterima kasih", "tolong cek {} ({})"),
)
BARE = ("{}", "ini {}", "tolong dicek {} ya min", "a.n. Rahmat, {}", "{} belum masuk", "({})")


def numbers(seed: int, count: int) -> list[tuple[str, str]]:
    """Sentences, and what must be in them instead of the number."""
    random = Random(seed)
    found = []
    for place in range(count):
        name = ("NIP", "NIK", "telepon")[place % 3]
        spelled = {"NIP": _nip, "NIK": _nik, "telepon": _phone}[name](random)
        found.append((_sentence(random, name, spelled), NUMBERS[name]))
    return found


def _sentence(random: Random, name: str, spelled: str) -> str:
    if random.random() < 0.5:
        return random.choice(BARE).format(spelled)
    called = {"NIP": ("NIP", "nip"), "NIK": ("NIK", "nik"), "telepon": ("HP", "wa", "telp")}[name]
    return random.choice(AROUND).format(random.choice(called), spelled)


def nip(random: Random) -> str:
    born = date(1962, 1, 1) + timedelta(days=random.randrange(42 * 365))
    since = random.randrange(born.year + 18, max(born.year + 19, 2026))
    month = random.choice(["21", *(f"{each:02}" for each in range(1, 13))])
    return f"{born:%Y%m%d}{since}{month}{random.choice('12')}{random.randrange(1, 1000):03}"


def nik(random: Random) -> str:
    place = random.choice(("6311", "6371", "6309", "3578", "1271", "7371", "9471"))
    born = date(1962, 1, 1) + timedelta(days=random.randrange(42 * 365))
    day = born.day + random.choice((0, 40))
    number = random.randrange(1, 10_000)
    return f"{place}{random.randrange(1, 20):02}{day:02}{born:%m%y}{number:04}"


def _nip(random: Random) -> str:
    return _spelled(random, nip(random), random.choice(((8, 6, 1, 3), None, (4,) * 4 + (2,))))


def _nik(random: Random) -> str:
    return _spelled(random, nik(random), random.choice(((4,) * 4, (6, 6, 4), None)))


def _phone(random: Random) -> str:
    start = random.choice(PREFIXES)
    rest = "".join(random.choices("0123456789", k=random.choice((7, 8, 9))))
    match random.randrange(5):
        case 0:
            area = random.choice(("0526", "0511", "0517", "021", "031"))
            joint = random.choice(("-", ") ", " ", "/", ". ", " - "))
            opened = "(" if ")" in joint else ""
            return f"{opened}{area}{joint}{random.choice('23456789')}{rest[:6]}"
        case 1:  # without the 0 it is told by its form alone
            joint = random.choice((" ", "-", ".", "  ", "\u00a0", "\n", " / ", " - "))
            return f"{start}{joint}{rest[:4]}{joint}{rest[4:] if len(rest) > 6 else rest[4:] * 2}"
        case 2:
            code = random.choice(
                ("+62 ", "+62", "62", "62-", "(+62) ", "+62.", "+62 (0) ", "0062")
            )
            return code + _spelled(random, start + rest, None)
        case _:
            return _spelled(random, "0" + start + rest, random.choice(((4, 4), None)))


def _spelled(random: Random, digits: str, sizes: Sequence[int] | None) -> str:
    if random.random() < 0.1:
        return _dressed(random, digits)
    if sizes is None:
        sizes = [random.randrange(1, 6) for _ in digits] if random.random() < 0.8 else [1] * 20
    parts, at = [], 0
    for size in sizes:
        parts.append(digits[at : at + size])
        at += size
    parts.append(digits[at:])
    parts = [part for part in parts if part]
    joints = [random.choice(BETWEEN)] * len(parts)
    if random.random() < 0.3:
        joints = random.choices((*BETWEEN, ",", ", "), k=len(parts))
    joined = "".join(part + joint for part, joint in zip(parts, joints, strict=True))
    return _dressed(random, joined[: len(joined) - len(joints[-1])])


def _dressed(random: Random, spelled: str) -> str:
    match random.randrange(8):
        case 0:
            return spelled.translate(str.maketrans("0123456789", random.choice(SCRIPTS)))
        case 1:
            return (
                "".join(
                    sign + (random.choice(INVISIBLE) if random.random() < 0.3 else "")
                    for sign in spelled[:-1]
                )
                + spelled[-1]
            )
        case 2:
            return spelled[0] + _with_letters(random, spelled[1:])
    return spelled


def _with_letters(random: Random, spelled: str) -> str:
    """O for 0, l or I for 1, where another digit stands beside it."""
    swaps = {"0": "Oo", "1": "lI"}
    return "".join(
        random.choice(swaps[sign])
        if sign in swaps and at and spelled[at - 1].isdigit() and random.random() < 0.4
        else sign
        for at, sign in enumerate(spelled)
    )


def figures(seed: int, count: int) -> list[str]:
    """Sentences in which nothing belongs to a person."""
    random = Random(seed)
    return [random.choice(FIGURES)(random) for _ in range(count)]


def _day(random: Random) -> date:
    return date(2019, 1, 1) + timedelta(days=random.randrange(9 * 365))


def _dated(random: Random) -> str:
    form = random.choice(
        ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d-%m-%y", "%-d/%-m/%Y")
    )
    return f"{_day(random):{form}}"


def _range(random: Random) -> str:
    form = random.choice(("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %m %Y"))
    joint = random.choice(
        (" - ", " s/d ", " s.d. ", " sampai ", " – ", "-", "/", ", ", "\n", "  ")
    )
    joint = " - " if form == "%d %m %Y" else joint
    if joint.strip(" \n") in form:
        joint = " s/d "
    return f"periode {_day(random):{form}}{joint}{_day(random):{form}}"


def _time(random: Random) -> str:
    return f"{random.randrange(24):02}{random.choice('.:')}{random.randrange(60):02}"


def _money(random: Random) -> str:
    return f"{random.randrange(10 ** random.randrange(4, 13)):,}".replace(",", ".")


def _page(random: Random) -> str:
    return f"{random.randrange(1, 90)}-{random.randrange(90, 300)}"


def _coordinate(random: Random) -> str:
    return f"{random.uniform(-11, 6):.7f}, {random.uniform(95, 141):.7f}"


FIGURES: tuple[Callable[[Random], str], ...] = (
    lambda r: f"tanggal {_dated(r)} saya kirim",
    lambda r: f"{_dated(r)} {_time(r)} gagal simpan",
    lambda r: f"{_dated(r)} {r.randrange(1, 100)} orang ikut",
    _range,
    lambda r: f"SKP {r.randrange(60, 121)}, {r.uniform(60, 120):.2f}".replace(".", ","),
    lambda r: "nilai " + " ".join(str(r.randrange(60, 121)) for _ in range(r.randrange(2, 12))),
    lambda r: "target " + ", ".join(str(r.randrange(1, 1000)) for _ in range(r.randrange(2, 9))),
    lambda r: f"Rp{_money(r)}",
    lambda r: f"Rp {_money(r)},00 dari Rp {_money(r)}",
    lambda r: f"anggaran {_money(r)} - {_money(r)}",
    lambda r: f"{r.uniform(0, 100):.2f}% dari {r.uniform(0, 100):.1f}%".replace(".", ","),
    lambda r: f"tiket EK-{r.randrange(2024, 2030)}-{r.randrange(1, 99999):05}",
    lambda r: ", ".join(f"EK-2026-{r.randrange(1, 999):05}" for _ in range(r.randrange(1, 6))),
    lambda r: f"/tiket {r.randrange(1, 99999)}",
    lambda r: f"jam {_time(r)}-{_time(r)}, istirahat {_time(r)} - {_time(r)}",
    lambda r: f"absen {_time(r)} {_time(r)} {_time(r)}",
    lambda r: f"{_time(r)}:{r.randrange(60):02} tadi",
    lambda r: (
        "tahun "
        + r.choice((" ", ", ", "-", "/")).join(
            str(r.randrange(1990, 2031)) for _ in range(r.randrange(1, 6))
        )
    ),
    lambda r: f"PermenPANRB Nomor {r.randrange(1, 60)} Tahun {r.randrange(2000, 2027)}",
    lambda r: (
        f"PP {r.randrange(1, 120)}/{r.randrange(2000, 2027)} pasal {r.randrange(1, 99)} ayat (3)"
    ),
    lambda r: f"surat 800.1.3.1/{r.randrange(1, 2000)}/BKPSDM/{r.randrange(2020, 2027)}",
    lambda r: f"SK Nomor 821/{r.randrange(1, 2000)}/{r.randrange(2020, 2027)}",
    lambda r: (
        f"versi {r.randrange(1, 9)}.{r.randrange(30)}.{r.randrange(100)}.{r.randrange(9999)}"
    ),
    lambda r: f"Chrome/{r.randrange(90, 140)}.0.{r.randrange(1000, 9999)}.{r.randrange(10, 250)}",
    lambda r: f"error {r.choice((400, 401, 403, 404, 419, 500, 502, 503))} lagi",
    lambda r: f"kode 0x8{r.randrange(16**7):07X}",
    lambda r: f"ERR-{r.randrange(1, 99999)}",
    lambda r: f"lokasi {_coordinate(r)}",
    lambda r: f"maps @{_coordinate(r).replace(', ', ',')},17z",
    lambda r: f"{r.randrange(1, 400)}x coba, {r.randrange(1, 60)} menit, {_money(r)[:7]} menit",
    lambda r: f"IP 192.168.{r.randrange(256)}.{r.randrange(256)}",
    lambda r: f"golongan III/{r.choice('abcd')} TMT {_dated(r)}",
    lambda r: f"AK {r.uniform(1, 400):.3f} dan {r.uniform(1, 400):.3f}".replace(".", ","),
    lambda r: f"RHK {r.randrange(1, 9)}.{r.randrange(1, 9)}.{r.randrange(1, 9)} hal {_page(r)}",
    lambda r: f"{_day(r).day} {r.choice(MONTHS)} {r.randrange(2019, 2028)} pukul {_time(r)} WITA",
    lambda r: f"ukuran {r.randrange(1, 9000)} x {r.randrange(1, 9000)}, {r.randrange(1, 99)} MB",
    lambda r: f"NIP tidak muncul sejak {_dated(r)}, sudah {r.randrange(2, 30)} hari",
    lambda r: f"kode rekening 5.{r.randrange(1, 4)}.02.01.01.00{r.randrange(10, 99)}",
    lambda r: f"hp saya Redmi {r.randrange(7, 14)} rusak {_dated(r)}",
)
