"""Secrets as people tell them, and what they ask about secrets."""

from __future__ import annotations

from random import Random
from string import ascii_lowercase

WORDS = ("bakso", "Balangan", "rahasia", "mawar", "Paringin", "kucing", "haruan", "Merdeka", "asn")
SIGNS = "#@!_$*&%"
NAMES = (
    *("password", "pasword", "passwrod", "pass", "pw", "pwd", "sandi", "kata sandi", "katasandi"),
    *("Password", "PASSWORD", "Kata Sandi", "passwd", "kt sandi", "paswod", "p4ssword"),
)
OWNED = ("", " saya", " sy", " ulun", "nya", "ku", " akun saya", " e-kinerja saya", " MyASN ulun")
JOINTS = (" ", ": ", " : ", ":", "=", " = ", " adalah ", " yaitu ", " itu ", "\n", ":\n", " ya ")
CODES = (
    *("otp", "OTP", "pin", "PIN", "kode otp", "kode verifikasi", "kode OTP", "kode keamanan"),
    *("kode akses", "kode mfa", "otp sms", "pin saya", "otpnya", "kode verifikasinya"),
)
AROUND = (
    *("{}", "min {} tidak bisa masuk", "{}, mohon dicek", "tolong ya {}", "{} selalu ditolak"),
    *("Username 198503152010012003\n{}", "user siti {}", "assalamualaikum, {} terima kasih"),
    *("sudah saya coba {} tapi gagal", "pesan dari BKN: {}. Jangan berikan kepada siapa pun"),
)


def secrets(seed: int, count: int) -> list[tuple[str, str]]:
    """Sentences, and the secret in each."""
    random = Random(seed)
    return [_told(random) for _ in range(count)]


def _told(random: Random) -> tuple[str, str]:
    if random.random() < 0.3:
        value = "".join(random.choices("0123456789", k=random.choice((4, 5, 6, 8))))
        told = f"{random.choice(CODES)}{random.choice(JOINTS)}{value}"
        if random.random() < 0.15:
            told = f"{value} adalah {random.choice(CODES)} Anda"
    else:
        value = _password(random)
        joint = random.choice(JOINTS)
        told = f"{random.choice(NAMES)}{random.choice(OWNED)}{joint}{value}"
        if random.random() < 0.1:
            told = f"{value} itu {random.choice(NAMES)} saya"
        elif random.random() < 0.1:
            told = f"login pakai user {random.choice(WORDS)}s {random.choice(NAMES)} {value}"
    return random.choice(AROUND).format(told), value


def _password(random: Random) -> str:
    word, number = random.choice(WORDS), str(random.randrange(10, 3000))
    match random.randrange(5):
        case 0:
            return word + number
        case 1:
            return f"{word}{random.choice(SIGNS)}{number}"
        case 2:
            return f"{word}{number}!"
        case 3:
            return "".join(random.choices(ascii_lowercase, k=4)) + number
    return f"{word[:2]}{number}{word[2:]}"


QUESTIONS = (
    *("lupa password", "cara ganti password e-kinerja", "password tidak bisa", "reset kata sandi"),
    *("password salah terus", "kode otp tidak masuk", "pin saya hilang", "password: lupa"),
    *("password saya tidak diterima sistem", "password saya expired", "sandi ulun kada kawa"),
    *("otp 6 digit tidak muncul", "password minimal 8 karakter?", "password saya salah 3 kali"),
    *("lupa password 2026", "password default adalah NIP", "username NIP password NIK?"),
    *("kode error 419", "pak Sandi 08123456789", "password di hp samsung a52 tidak bisa"),
    *("kode verifikasi sudah 3 hari tidak masuk", "token reset tidak masuk sejak 23-11-2026"),
    *(
        "kata sandi apa yang dipakai di kinerja.bkn.go.id",
        "Password: salah terus",
        "kode pos 71611",
    ),
    *("otp error 4031", "otp tidak masuk sejak 2024", "otp 1000 kali gagal", "kode error 403123"),
    *("password saya lupaaa", "password saya capslock", "password ulun sadang kada kawa"),
    *("password saya suspended", "password saya dobel", "sandi saya hancur"),
    *("password email budi@example.com tidak bisa diganti", "sandi salah, terkunci 30 menit"),
)
ASKED = (
    *(
        "kirim passwordnya pak",
        "minta password",
        "boleh minta kode OTP nya",
        "passwordnya apa pak?",
    ),
    *("Mohon kirimkan NIP dan password Bapak", "kode OTP-nya berapa bu", "PIN nya berapa?"),
    *("tolong share kode verifikasi yang masuk", "sebutkan kata sandi akun Anda"),
    *("Boleh saya tahu password e-kinerja Bapak?", "kata sandinya tolong dikirim ke sini"),
    *("minta sandi pian", "send me your password", "password bisa dikirim ke wa saya"),
    *("Silakan tulis kata sandi Anda di sini", "Saya perlu kode OTP 6 digit yang masuk ke HP"),
    *("Untuk login, kirim password Anda", "Kalau ada kendala, kirim password Anda"),
    *("kode yang masuk ke hp berapa bu?", "kirim kata-sandi", "kodenya berapa?", "kirim O.T.P"),
    *("kirim kode 6 digit yang diterima", "teruskan kode OTP ke saya", "bacakan kode otp"),
    *("ss otpnya", "coba sebutkan sandinya di sini"),
    *("kirim foto KTP dan kata sandi", "minta kodenya bu", "pinjam passwordnya sebentar"),
)
NOT_ASKED = (
    *("Mohon sandinya direset sendiri lewat Lupa Kata Sandi", "mohon password diganti"),
    *("Tolong sampaikan ke Pak Sandi", "mohon kirim pass foto"),
    *("Silakan reset password lewat menu Lupa Password", "Jangan kirim password ke siapa pun"),
    *("Kami tidak pernah meminta kata sandi", "Minta kode OTP baru di aplikasi"),
    *("Klik Kirim OTP lalu cek email", "tekan tombol Kirim ulang kode OTP"),
    *("sistem akan mengirim kode OTP ke email", "kode OTP dikirim ke email Anda"),
    *("masukkan password baru di halaman login", "passwordnya apa sudah diganti?"),
    *("Mohon kirim foto layar saat password ditolak", "Minta reset password ke admin instansi"),
    *("jangan berikan OTP kepada siapapun", "ketik password lama dengan tangan"),
    *("Mohon tulis kode error yang muncul", "kode errornya berapa?", "perlu ganti password"),
    *("silakan minta token reset lagi lewat menu Lupa kata sandi", "kirim foto pin lokasi"),
)
