"""Screens with an error on them, drawn for tests and figures: as screenshots, and photographed.

Nobody's screen: names and numbers are invented, and the applications' looks are only hinted at.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import matplotlib as mpl
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

PHONE, COMPUTER = (694, 1280), (1280, 712)
JPEG_QUALITY = 82
PERSON = ("SITI AMINAH", "199003052015032004")


@dataclass(frozen=True)
class Look:
    """One sort of screen, and how its picture was taken."""

    phone: bool
    dark: bool
    photo: bool

    @property
    def kind(self) -> str:
        return "photo of a monitor" if self.photo else "screenshot"

    @property
    def name(self) -> str:
        parts = (
            "hp" if self.phone else "pc",
            "gelap" if self.dark else "terang",
            "foto" if self.photo else "tg",
        )
        return "-".join(parts)


LOOKS = [
    Look(phone, dark, photo)
    for photo in (False, True)
    for phone in (True, False)
    for dark in (False, True)
]


@dataclass(frozen=True)
class Page:
    """What stands around the error."""

    bar: str
    heading: str
    rows: tuple[str, ...]
    footer: str


PAGES = (
    Page(
        "e-Kinerja BKN",
        "Penilaian Kinerja Bulanan",
        ("Indikator Kinerja Individu", "Jumlah berkas yang diarsipkan", "Capaian 10 dokumen"),
        "© Badan Kepegawaian Negara 2026",
    ),
    Page(
        "ASN Digital",
        "Daftar Layanan",
        ("Layanan MyASN", "Kinerja", "Pengembangan Kompetensi"),
        "Versi 2.4.1",
    ),
    Page(
        "Ruang GTK",
        "Pengelolaan Kinerja",
        ("Observasi Kelas", "Peningkatan Kompetensi", "Januari 2026"),
        "Kementerian Pendidikan",
    ),
)


# What other applications and browsers say besides, and the entry that tells of it.
ERRORS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("Data kepegawaian di PMM tidak terdaftar", "sebagai ASN"), "pmm-bukan-asn"),
    (("This site can’t be reached", "ERR_NAME_NOT_RESOLVED"), "situs-diblokir"),
    (("504 Gateway Time-out",), "aplikasi-lambat"),
    (("419", "Page Expired"), "error-419"),
    (("Belum ada Angka Kredit Integrasi", "Silakan input di SIASN"), "ak-integrasi-belum-ada"),
    (("Username atau kata sandi salah",), "lupa-password"),
    (("Unor PMM belum padan dengan Unor SIASN",), "pmm-unor-belum-padan"),
    (("Kode verifikasi tidak valid",), "kode-otp-salah"),
    (("SKP belum disetujui",), "skp-belum-disetujui"),
    (("Periode penilaian belum dibuat",), "periode-penilaian-tertutup"),
    (("Gagal memuat data pembayaran", "Saldo Anda tidak cukup"), ""),
    (("Baterai lemah", "Sambungkan pengisi daya"), ""),
    (("Mohon maaf, nomor antrean BPJS", "tidak ditemukan"), ""),
)


def picture(lines: tuple[str, ...], look: Look, page: Page, *, seed: int = 0) -> bytes:
    """A JPEG, as large as Telegram sends one."""
    image = screenshot(lines, look, page)
    if look.photo:
        image = photographed(image, seed)
    held = io.BytesIO()
    image.save(held, "JPEG", quality=JPEG_QUALITY)
    return held.getvalue()


def note(*lines: str) -> bytes:
    """A small picture with nothing else on it, which is read in no time."""
    font = _font(22)
    width = 40 + round(max((font.getlength(line) for line in lines), default=200))
    image = Image.new("L", (width, 40 + 34 * len(lines)), 255)
    draw = ImageDraw.Draw(image)
    for place, said in enumerate(lines):
        draw.text((20, 20 + 34 * place), said, 0, font)
    held = io.BytesIO()
    image.save(held, "PNG")
    return held.getvalue()


def screenshot(lines: tuple[str, ...], look: Look, page: Page) -> Image.Image:
    size = PHONE if look.phone else COMPUTER
    paper, ink = ("#1e2430", "#eef1f6") if look.dark else ("#f3f5fa", "#20242c")
    box = "#2b3342" if look.dark else "#ffffff"
    small, large = (18, 27) if look.phone else (12, 15)
    image = Image.new("RGB", size, paper)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, size[0], 3 * small), fill="#0d5fd8")
    draw.text((small, small), page.bar, "white", _font(small + 3))
    for place, said in enumerate(PERSON):
        draw.text((size[0] - small, small + place * small), said, "white", _font(small), "rs")
    draw.text((small, 5 * small), page.heading, ink, _font(large, bold=True))
    for place, said in enumerate(page.rows):
        draw.text((small, (8 + 1.5 * place) * small), said, ink, _font(small))
    middle, top = size[0] / 2, 17 * small
    half = min(middle - small, max(_font(large).getlength(each) for each in lines) / 2 + large)
    deep = top + (5 + 1.4 * len(lines)) * large
    draw.rounded_rectangle((middle - half, top, middle + half, deep), small, box, "#8892a6")
    for place, said in enumerate(lines):
        at = (middle, top + (1.4 + 1.4 * place) * large)
        draw.text(at, said, ink, _font(large), "mm")
    button = (middle - 2 * large, deep - 3 * large, middle + 2 * large, deep - large)
    draw.rounded_rectangle(button, 5, "#0d6efd")
    draw.text((middle, deep - 2 * large), "OK", "white", _font(large - 3), "mm")
    draw.text((small, deep + 2 * small), page.footer, "#8a8f99", _font(small - 2))
    return image


def photographed(screen: Image.Image, seed: int) -> Image.Image:
    """By a phone's camera: tilted, a little blurred, with moiré, shade and noise."""
    random = np.random.default_rng(seed)
    width, height = screen.size
    drift = random.uniform(0.005, 0.03, (4, 2)) * (width, height)
    room = Image.new("RGB", screen.size, "#3a3835")
    corners = [(0, 0), (width, 0), (width, height), (0, height)]
    seen = [
        (x + (dx if x == 0 else -dx), y + (dy if y == 0 else -dy))
        for (x, y), (dx, dy) in zip(corners, drift, strict=True)
    ]
    tilted = screen.transform(
        screen.size, Image.Transform.PERSPECTIVE, _through(seen, corners), Image.Resampling.BICUBIC
    )
    mask = Image.new("L", screen.size, 255).transform(
        screen.size, Image.Transform.PERSPECTIVE, _through(seen, corners)
    )
    room.paste(tilted, mask=mask)
    angle = float(random.uniform(-3, 3))
    turned = room.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor="#3a3835")
    blurred = turned.filter(ImageFilter.GaussianBlur(float(random.uniform(0.5, 0.9))))
    light = np.asarray(blurred, dtype=float)
    y, x = np.mgrid[0 : light.shape[0], 0 : light.shape[1]]
    waves = np.sin(y * random.uniform(0.4, 0.65) + x * random.uniform(-0.1, 0.1))
    waves += np.sin(y * random.uniform(0.3, 0.5) + x * random.uniform(-0.4, 0.4))
    shade = 1 - random.uniform(0.1, 0.3) * (x / light.shape[1])
    light = light * shade[..., None] + random.uniform(4, 7) * waves[..., None]
    light += random.normal(0, 4, light.shape[:2])[..., None]
    return Image.fromarray(light.clip(0, 255).astype(np.uint8))


def _through(seen: list[tuple[float, float]], corners: list[tuple[int, int]]) -> tuple[float, ...]:
    """The eight numbers by which Pillow finds where each point came from."""
    rows, sides = [], []
    for (x, y), (u, v) in zip(seen, corners, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        sides += [u, v]
    return tuple(np.linalg.solve(np.array(rows), np.array(sides)))


def _font(size: float, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(str(Path(mpl.get_data_path()) / "fonts" / "ttf" / name), size)
