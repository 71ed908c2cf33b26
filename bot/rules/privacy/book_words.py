"""Words of the book (`python -m tests.bench.book_words`): hardly any secret."""

from __future__ import annotations

from bot.rules.privacy.secret_words import words

BOOK = words(
    """
    absensi abu acara acc acuan adaptif administrasi administrator aduan agustus ahli ajari
    akademik akhir akses aksi aktivasi aktivitas akumulasi alamat alasan alat alih alpa alur ambil
    ampun aneh anggaran anggota antar antara apabila apel app approve april arti aspek autentikasi
    autentikator auth authenticator ayat bab bagi bagus bahan bahwa baik baku balangan banar
    banjarmasin barat baris basah batal batas bawa beasiswa beban bebas beberapa bekas bekerja
    belajar belakang belakangan bener bengkulu bentuk beres beri berisi berita besaran biaya bicara
    bidang bilang bilangan bimbingan bimtek biodata bkpp bobot bolong book bos bot buah buang
    bubuhan bukti bulanan bulat bunyi bupati butir butuh cache cair camat capaian capek cascading
    catatan cek center cetak chapter chat clinic coaching cpns ctrl cuti daarah dalam daripada
    dasar dashboard data date daya deadline definitif dekat del delete depag depan des desember
    detik dicek diri dki dokter dokumen down download draft dropbox dropdown due duit dukung
    dukungan duluan duplikat durasi edaran edisi edit edition efektif ekspektasi elektronik empat
    enam entri entry eselon evaluasi eviden fakta faq fase final folder form formasi format
    formulir found frekuensi fungsi fungsional gaji gambar gambaran ganda gaptek gara garang garing
    gawian gaya gelar gembok generate genggam giliran golongan gps grafik grup gtk guru habis hadir
    haji hak hal hamil hampir harapan harian harmonis hasil hati hijau hitam hitung hitungan
    honorer https hubungan hukum hukuman identitas iii ikon ikuti incognito indeks indikator
    individu induk inggris inisiatif inpassing input integrasi intervensi istimewa istirahat izin
    jadwal jakarta jalur jangka janji januari jar jarak jari jatah jatuh jauh jawab jawaban jelas
    jelek jendela jenis jenjang jft judi judul juli juni jurnal kabar kabid kabupaten kagiatan
    kaina kalender kalimantan kalimat kaluar kalupaan kampus kanan kanreg kapala karier kasalahan
    kasek kasi kasubag kasubbag katalog kategori kawan kelas keluarga kerja kgb khawatir khusus
    kira kiri kiriman kita klaim klarifikasi klasifikasi klinik kmrn koefisien kolaboratif koma
    kominfo komitmen komplain komponen konsekuensi konsideran konsultasi kontak kontrak
    konvensional konversi koran koreksi kota kotak kredensial kredit kritik kualitas kualitatif
    kuantitas kuantitatif kuliah kumpulan kumulatif kuning kunjung kunjungan kuota kursi kurva
    laman lampiran lancar landasan lanjut lapangan lapor laporan latsar lawan layanan lembar
    lengkap letak level libur lima lingkaran logo lokal loyal luar lulus lurah mail maisi maka
    manit maret masa matan media mei merah mesin meski meter mfa mirip model monitoring mph muar
    muat muka mulai multifaktor mundur mungkin mutasi muter mutu naik nambah nasional negara negeri
    ngisi nihil nilai nintu nol non npsn nunggu oktober oleh opd operasi opsi organisasi orientasi
    out pabila padan padat paham palsu panah pangkat panilaian panitia paparan paruh pasal pasang
    paser password pdhl pemda penuh per peran perka pers pihak pilihan pimpinan pindah pindahan
    pindai play plh plt pmm pns poin pokok pola ponsel portal posisi positif potongan pppk predikat
    presensi prestasi preview print profil progres progress promosi proporsional protes provinsi
    ptk pulang pun puskesmas putar putih ragu raib rajin ramai rangkap rapat rapor rata rating
    realisasi referensi refresh regional registrasi regulasi rekam rekan rekap rekening renaksi
    rencana rendah renstra rentang request resmi revisi rhk ribu rincian ringkasan riwayat robot
    role rotasi ruang ruangan rumah rumus rupiah saban sabtu sabulan sadar sah sahari sakit salinan
    samalam samping sana sanksi saran sasaran satuan satumat saurang scan sebab seed sejak seksi
    send sepi sesi shift sibuk sidik sign sikap siklus simpang simulasi singkat sinkro sinkronisasi
    sinyal sisa situ skema skor skp skpd smp solusi sopan sotk spam spmt spt staf status step store
    strip struktur struktural studi submit sumber supervisor susulan susun tab tabel tahap tahu
    takut tanda tanpa tanya tarik tata teknis teks telah telanjur telat telepon tempat tenaga
    tendik tengah tenggat tentu tepat terasa terbit terisi tetangga tiket tim tindak tinggal tinggi
    tingkat tingkatan tiruan titik title tmt toml total tpp transkrip triwulan triwulanan ttd tubel
    tugas tujuan tujuh tukin tunggu tunjangan tuntung tupoksi turun tutup uang ujung ukuran ulangi
    ult umpan umpat umrah umum undang undangan unduh unduhan unggah unor unsur update upload uraian
    urang url urusan urutan usah usaha usul usulan utama utuh validasi verifikator versi verval
    vervalptk vervalsp wajah wajar walaupun warna wayah wewenang wib wita with working yakin zaman
    zona
    """
)
