"""Who works in a regency, and where: names and offices as they are there, of nobody."""

from __future__ import annotations

from itertools import product

_FIRST = (
    *("Ahmad", "Siti", "Muhammad", "Noor", "Hj. Rusmini", "H. Abdul", "Dewi", "Rahmat", "Fitri"),
    *("Gusti", "Norhayati", "Akhmad", "Maulida", "Syahrudin", "Rina", "Yudi", "Mahrita", "Agus"),
)
_LAST = (
    *("Rahman", "Aminah", "Hidayat", "Laila", "Syarif", "Kartika", "Anshari", "Wahyuni", "Fauzi"),
    *("Herlina", "Saputra", "Zainuddin", "Mariati", "Ramadhani", "Noviani", "Iskandar", "Sari"),
)
_TITLES = ("", ", S.Pd.", ", S.Kep., Ns.", ", S.E., M.M.", ", A.Md.")
NAMES = tuple(f"{first} {last}{title}" for title, first, last in product(_TITLES, _FIRST, _LAST))
_PLACES = ("Utara", "Selatan", "Timur", "Barat", "Hulu", "Hilir", "Kota", "Seberang")
OFFICES: tuple[str | None, ...] = (
    None,
    *("RSUD", "Sekretariat Daerah", "Inspektorat", "BKPSDM", "Bappeda", "Satpol PP"),
    *(
        f"Dinas {of}"
        for of in (
            *("Pendidikan", "Kesehatan", "Pertanian", "Sosial", "Perhubungan", "Perikanan"),
            *("Pekerjaan Umum dan Penataan Ruang", "Kependudukan dan Pencatatan Sipil"),
        )
    ),
    *(f"Kecamatan {place}" for place in _PLACES),
    *(f"Puskesmas {place}" for place in _PLACES),
    *(f"SMPN {number} {place}" for number in (1, 2) for place in _PLACES),
)
