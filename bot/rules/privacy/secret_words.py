"""The words around passwords, PINs and codes, as people write them here."""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# "Password" and its like as a pattern, however they are spelled.
PASSWORD = (
    r"pass?[ -]?(?:phrase|code|key)"
    r"|p[a@4]?[s5$]{1,3}[ -]?w[aeo0]{0,2}r{0,2}[aeou0]?r?[dt]{0,2}[eo]?"
)

# Between the name of a secret and the secret.
OWNERS = words(
    "saya sy aku ak gue gua gw ulun unda kami anda pian ikam ku nya beliau my your bapak ibu"
)
LINKS = words("adalah adlh ialah yaitu yaitunya yakni is itu= isinya berupa namanya ngarannya")
FILLERS = OWNERS | words(
    """
    yg yang nang utk untuk gasan buat di dr dari pd pada ke akun email e-mail surel login log-in
    masuk masuknya sso myasn mysapk siasn e-kinerja ekinerja kinerja asn digital asndigital bkn
    aplikasi apk web website situs hp wifi komputer laptop baru lama hanyar lawas bahari sekarang
    tadi tadinya kemarin itu tu tuh ini ni nih pakai pake memakai menggunakan gunakan dengan dgn
    dg ganti jadi menjadi diganti ubah diubah ulang reset direset set coba cobain dicoba masukkan
    masukan memasukkan isi diisi ketik ditulis tulis default sementara awal aslinya asli sebelumnya
    pertama kedua ketiga satunya td tdnya
    tte bsre ekin ekinrja zoom pdf excel file berkas gdrive drive yahoo instagram ig tiktok esign
    e-sign srikandi simpeg sipd dapodik pc
    dan & + atau ya yaa min kak mas mbak pak bu admin mohon tolong sbb berikut sebagai bawah
    dibawah sini bank atm google wa whatsapp telegram gmail facebook fb sms dikirim terkirim
    diterima dapat dpt nomor no nomer angkanya kodenya code verifikasi otp pin sandi kata untukku
    nomornya yaitu adalah jua haja ja lah pang aja saja dulu first sama username user nip lalu
    terus trus kemudian of for the new old
    """
)
# What is said of a secret, or asked about it: no secret, though it stands where one would.
ORDINARY = (
    FILLERS
    | LINKS
    | words(
        """
    atas nama foto lewat lwt via tiap entah ikut juga hrs has you the malah yes no true false null
    none some got konfirmasi copas pina wayah samalam tagal bubuhan ampun garang sabarataan ngalih
    aneh absen
    paling sedikit banyak lebih kurang dahulu dulunya sebaiknya sesering jarang sering cukup
    terlalu cuma hanya diingat dihafal dimasukkan dipegang berbeda-beda benarnya
    tidak tdk tak gak ga g gk nggak ngga enggak kada kd kadada belum blm balum bukan jangan jgn
    bisa bs kawa dapat mau handak hendak ingin harus wajib perlu boleh sudah sdh udh udah suah
    masih msh magun lagi lg akan bakal pernah selalu sll terus-terusan tetap tatap ttp kok ko
    kenapa knp kanapa mengapa napa dimapa bagaimana bgmn gimana gmn kayapa gimn apa apakah apanya
    mana manakah siapa kapan berapa brp dimana kemana kah kan dong donk deh sih loh lho nah
    salah keliru slh lupa lp lali lalai kalumpanan ingat inget benar bujur betul cocok sesuai pas
    gagal error eror galat invalid incorrect wrong expired expire failed kadaluarsa kedaluwarsa
    kadaluwarsa hangus hilang ilang lenyap hapus terhapus kehapus kosong rusak macet lemot lambat
    lama lamban terblokir keblokir diblokir blokir terkunci dikunci kunci locked ditolak tertolak
    menolak disalahkan dibajak bajak bocor dicuri kena hack dihack diretas retas aman kuat lemah
    sulit susah mudah gampang panjang pendek berlaku aktif nonaktif mati hidup jalan normal ribet
    muncul keluar kirim kirimkan terkirim datang sampai tiba nyampe masuk-masuk terima
    reset resetnya ganti gantinya mengganti mangganti diganti ubah mengubah rubah merubah berubah
    buat membuat bikin dibuat setel atur mengatur pulihkan memulihkan pemulihan perubahan
    penggantian pembaruan pengaturan minta maminta meminta permintaan ajukan cara caranya langkah
    langkahnya proses prosedur menu tombol kolom halaman layar link tautan tulisan tampilan pesan
    notifikasi token kode email emailnya sms hp-nya nomornya nip nik nipnya tanggal tgl lahir
    huruf angka kombinasi gabungan karakter simbol digit minimal maksimal kapital besar kecil
    unik rahasia pribadi bersama standar bawaan contoh misal misalnya seperti sama beda berbeda
    satu dua tiga kali percobaan hari jam menit bulan tahun minggu besok nanti kemudian setelah
    sebelum ketika saat waktu pas bila jika kalau kalo klo mun tapi tp tetapi namun padahal karena
    krn soalnya sehingga supaya agar biar serta maupun tentang soal masalah kendala problem
    pertanyaan mengenai perihal info informasi bantuan bantu bantuannya dibantu tolong mohon minta
    terima kasih makasih trims assalamualaikum salam selamat pagi siang sore malam punya milik
    orang teman istri suami anak atasan bawahan pegawai operator petugas admin helpdesk sistem
    server jaringan internet aplikasinya browser chrome firefox android iphone samsung oppo vivo
    xiaomi redmi realme windows macbook tersimpan simpan disimpan tercatat catat dicatat hafal
    kehabisan kepanjangan kependekan kebalik tertukar ketukar dipakai dipake digunakan terpakai
    ditemukan ketemu cari dicari dikenal dikenali terdaftar daftar didaftarkan mendaftar valid
    sinkron disinkron terbaca dibaca terlihat kelihatan tampak ditampilkan disembunyikan mata
    bermasalah berhasil sukses oke ok siap iya ada kosongkan isian wifi lokasi parkir bbm bb atm
    surat jabatan kantor dinas instansi unit pusat daerah bkpsdm kemenag menpan satu-satunya lupa?
    never not dont don't forgot forget lost cannot can't doesn't is_not was keep please help
    gabisa gabsa gbisa gbs gaada gatau kadabisa tidakbisa expayet expaired kedaluarsa siasn sapk
    apapun begini begitu demikian kaya macam semua setiap seluruh masing-masing sendiri lain
    lainnya tambahan pengganti alternatif manual otomatis langsung segera cepat biasa biasanya
    kembali balik ulang-ulang berulang berkali-kali mulu tarus bangat banget sekali sakali sangat
    nganu anu nahaya panas dingin tulis ketik ketikan copy paste salin tempel abjad spasi caps
    and be it in to use used still same was are what which buka klik tekan pilih lihat baca
    hubungi ngadat ngaco ngawur ngeblank blank pending loading lelet eror2 rewel bingung pusing
    panik stres darurat urgent penting parah gawat selalu-salah kesalahan kelupaan kehilangan
    kebobolan dibobol bobol kesasar hapal inget2 mental terlempar terpental ditutup tertutup
    terbuka dibuka buntu mandek mampet nyangkut tersangkut stuck hang freeze bad not-found
    offline online gangguan pecah hancur dobel unknown ampih timbul suspended suspend capslock
    sadang panduan buku tutorial video petunjuk arahan syarat ketentuan aturan kebijakan keamanan
    """
    )
)
# Nouns among them, which may be somebody's secret where it is said that now it comes.
NOUNS = words(
    """
    rahasia internet kantor dinas admin operator pegawai petugas helpdesk android samsung oppo vivo
    xiaomi redmi realme iphone windows macbook chrome firefox browser server jaringan teman istri
    suami anak orang atasan pribadi bersama standar default bawaan kunci mata panas dingin hidup
    mati pagi siang sore malam sukses selamat salam buku rahasiaku pusat daerah
    """
)
# Words like "lupa" by their looks, and yet what many take for a password.
FAVOURITES = words(
    """
    cinta sayang kucing garuda pancasila
    merdeka melati mawar kenanga mangga manggis matahari semangka semangat berlian merpati berkah
    balangan banjar banjarmasin banjarbaru batumandi paringin tabalong tanjung tapin martapura
    barabai kandangan kotabaru pelaihari marabahan rantau batulicin bandung bali bakso baluncur
    bambang bagus badrun bahagia tamban mekar mentari meratus mandau mandiri manis sejahtera setia
    senja seruni kelapa keluarga kenangan ketupat kerinci diana dinda dian dimas teratai telaga
    bismillah subhanallah alhamdulillah
    terang tercinta peluang pelangi permata pertiwi perdana nyonya ngawi belimbing bersama
    """
)
# Before somebody's name.
HONORIFICS = words(
    """
    si pak bu bapak ibu bapa mas mbak mba kak kakak bang abang om tante paman acil guru ustadz
    ustad ust haji hajah h hj hj. h. dr dr. drs drs. dra ir ir. sdr sdri sdr. sdri. saudara
    saudari a.n a.n. an an. bernama kepada yth yth.
    """
)
# What many of them are called.
PEOPLE = words(
    """
    an a.n muhammad muhamad mohammad mohamad ahmad akhmad achmad abdul abdurrahman siti nur noor
    nor nurul nurhayati hasan husin husni rahman rahmat rahmad rahmah rahmawati fauzi fauzan
    ridwan rusdi rusmini yusuf ibrahim ismail ilham hidayat hidayati saputra sari dewi putri putra
    sri eko agus budi andi dian rina rini lina wati wahyu wahyuni yanti yani yulia maulana taufik
    hairul khairul mahmud zainal syamsul saiful jumiati maimunah fatimah aisyah khadijah norhayati
    """
)
BEFORE_NAMES = words("nama saya aku dengan ini dari oleh untuk atasan pegawai ke")
CHANGED = words(
    "ganti diganti ubah diubah rubah dirubah merubah mengganti mengubah reset direset set diset"
    " setel buat dibuat dibuatkan gantikan"
)
BECOMES = words("jadi menjadi ke")
USED = words("pakai pake memakai gunakan menggunakan dengan dgn dg lawan wan")
ONLY = words("cuma cuman hanya")
POINTING = ONLY | words("itu tu tuh ini ni ngini kalau")
# Whose password is spoken of, or what is wanted: then a name may follow, which is none.
ASKED_ABOUT = CHANGED | words(
    "lupa cek minta mohon tolong bantu dibantu masalah kendala resetkan reset-kan terkait tentang"
    " cari lihat hapus pulihkan kelupaan"
)
# Behind a secret that is a word like any other.
SPOKEN_TO = words("min admin pak bu bapak ibu kak mas mbak tolong mohon")
BEHIND = SPOKEN_TO | words(
    "ya yaa tidak tdk tak gak ga kada kd salah gagal ditolak dan nip user username kok pang jua jg"
    " juga deh sih tu itu"
)
UNITS = words(
    "digit angka huruf karakter kali x menit mnt detik jam hari bulan bln tahun thn orang persen"
    " % kata percobaan kesempatan minggu org pegawai tombol langkah lapis tahap macam jenis"
)
USERS = words("user username usernamenya usernya userid usr uname login id nip akun email")
# Before digits that are called something else.
NOT_SECRET = words(
    "tahun thn th error eror galat kode tiket nomor no pasal ayat hal halaman bab pp uu perka"
    " tanggal tgl jam pukul versi tipe seri skp error:"
)
PHONE = re.compile(
    r"(?=[+06])(?<!\d)(?:\+?62|0)[ .-]?8\d{1,2}(?:[ .-]?\d{3,5}){2,3}(?![\w@#$%!])", re.ASCII
)
"""That a code was sent to."""
