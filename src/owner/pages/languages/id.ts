/** Indonesian, with Kak, as small shops write to their clients. */
import type { Language } from './language';

export const ID: Language = {
  id: 'id',
  name: 'Bahasa Indonesia',
  english: 'Indonesian',
  direction: 'ltr',
  invitation: 'Halo Kak, saya dapat rekomendasi dari {phone} 👋',
  dateFormat: 'dd/MM/yyyy',
  words: {
    link: 'link, link saya, minta link, tautan',
    referrals: 'referral saya, referral, daftar teman, teman saya',
    top: 'peringkat, ranking',
    inviter: 'siapa yang mengajak saya, siapa yang ajak saya',
    rewards: 'hadiah saya, hadiah, bonus saya, bonus',
    stop: 'stop, berhenti, jangan kirim pesan',
    start: 'start, mulai, mulai lagi',
    data: 'data saya, apa yang disimpan tentang saya',
    delete: 'hapus data saya, hapus data, lupakan saya',
    bought: 'beli, terjual, jual',
  },
  texts: {
    welcome:
      'Halo Kak {name}, selamat datang! Kakak tahu kami dari {inviter}, senang sekali. Mau link sendiri untuk dibagikan?',
    welcomeSource:
      'Halo Kak {name}, selamat datang! Senang Kakak menemukan kami. Mau link sendiri untuk dibagikan?',
    notice:
      'Kabar baik, Kak! {name} menghubungi kami berkat rekomendasi Kakak. Terima kasih banyak!',
    notices: 'Sudah {count} teman datang lewat link Kakak: {names}. Terima kasih banyak!',
    malformed:
      'Sepertinya pesan undangannya berubah di jalan. Seharusnya begini: “{example}”. Ketuk link-nya sekali lagi, atau langsung saja bilang apa yang Kakak perlukan.',
    own: 'Ini link Kak {name} sendiri, jadi tidak bisa mengundang diri sendiri. Kirim ke teman saja, ya!',
    welcomeBack: 'Senang ketemu lagi, Kak {name}! Ada yang bisa kami bantu?',
    unknownInviter:
      'Halo Kak {name}, selamat datang! Nomor di undangannya belum kami kenal, jadi belum ada yang dicatat. Mau link sendiri untuk dibagikan?',
    loop: 'Senang ketemu, Kak {name}! Yang mengajak Kakak dulu datang lewat Kakak, jadi yang ini tidak bisa dihitung.',
    onlyNew:
      'Senang ketemu lagi, Kak {name}! Kakak sudah jadi pelanggan kami, dan rekomendasi hanya dihitung untuk pelanggan baru.',
    link: 'Ini link Kak {name}. Teman tinggal mengetuk lalu mengirim pesan yang sudah terisi, itu saja.',
    linkButton: 'Buka link saya',
    share: 'Atau langsung bagikan:',
    shareButton: 'Bagikan ke teman',
    shareSentence: 'Saya rekomendasikan mereka! Chat lewat sini: {link}',
    referrals: 'Teman yang datang lewat Kakak: {count}',
    more: 'dan {more} lagi',
    noReferrals: 'Belum ada yang datang lewat link Kakak. Coba kirim ke teman, ya!',
    top: 'Yang paling banyak mengajak teman bulan ini:',
    topLine: '{place}. {name}: {count}',
    noTop: 'Bulan ini belum ada yang mengajak teman. Kirim link Kakak dan jadi yang pertama, yuk!',
    inviter: 'Kakak tahu kami dari {inviter}.',
    inviterKept:
      'Siapa yang merekomendasikan siapa, kami simpan sendiri. Kalau ragu, tanya saja teman yang mengirim link-nya.',
    noInviter: 'Belum ada catatan siapa yang merekomendasikan kami ke Kakak.',
    stopped:
      'Baik Kak, kami tidak akan kirim pesan soal rekomendasi lagi. Kalau berubah pikiran, tulis “Mulai”.',
    started: 'Siap, Kak! Nanti kami kabari lagi kalau ada teman yang datang lewat link Kakak.',
    help: 'Halo Kak {name}! Di sini saya mengurus rekomendasi; sebentar lagi ada yang membalas. Sambil menunggu, saya bisa bantu ini:',
    whoSent:
      'Halo Kak {name}, selamat datang! Apa ada yang merekomendasikan kami? Kirim saja nomornya lengkap dengan kode negara, atau bagikan kontaknya. Kalau tidak ada, langsung tulis yang Kakak perlukan ya.',
    didSend: 'Apa Kakak tahu kami dari {inviter}?',
    sentUnclear:
      'Maaf, saya belum tahu itu siapa. Nomornya lengkap dengan kode negara atau kontaknya akan membantu. Kalau tidak ada, tidak apa-apa: sebentar lagi ada yang membalas Kakak.',
    sentByNobody: 'Terima kasih, jadi kami tahu. Ada yang bisa kami bantu, Kak?',
    buttonYes: 'Ya',
    buttonNo: 'Tidak',
    buttonLink: 'Link saya',
    buttonReferrals: 'Referral saya',
    buttonTop: 'Peringkat bulan ini',
    buttonInviter: 'Siapa mengajak saya',
    myData:
      'Ini yang kami simpan tentang Kakak.\nNama: {name}\nNomor: {phone}\nBersama kami sejak: {since}\nPesan terakhir: {last}\nDirekomendasikan oleh: {inviter}\nTeman yang datang lewat Kakak: {count}\nKalau mau semuanya dihapus, tulis “Hapus data”.',
    noData: 'Kami tidak menyimpan apa pun yang menunjukkan siapa Kakak.',
    deleteAsk:
      'Kami bisa menghapus semua yang kami simpan tentang Kakak: nama, nomor, link, dan hadiah. Yang belum diambil akan hangus, dan tidak ada yang bisa mengembalikannya. Kalau sudah yakin, balas “{confirm}”. Kalau tidak, abaikan saja pesan ini.',
    deleted:
      'Data Kakak sedang dihapus; beberapa menit lagi tidak ada yang tersisa di sini. Kami tidak akan mengirim pesan lagi, kecuali suatu hari Kakak menulis “Mulai”. Salam hangat!',
    buttonDelete: 'Hapus data',
    nameless: 'seorang teman',
    promiseFriend: 'Di pembelian pertama, Kakak dapat {reward}.',
    promiseFriendSoon: 'Ada sesuatu untuk Kakak: {reward}. Kami kabari begitu siap.',
    promiseIf: 'Kalau pelanggan kami yang merekomendasikan: {promise}',
    promiseInviter: 'Begitu {name} berbelanja, Kakak dapat {reward}.',
    promiseInviterSoon: 'Untuk itu Kakak dapat {reward}. Kami kabari begitu siap.',
    welcomePaused:
      'Halo Kak {name}, selamat datang! Kakak tahu kami dari {inviter}. Hadiahnya sedang istirahat dulu, tapi senang sekali Kakak di sini.',
    rewardWaiting: 'Kakak dapat {reward} untuk {for}. Siap tanggal {day}.',
    rewardReady: 'Hadiah Kakak untuk {for} sudah siap: {reward}. Tunjukkan pesan ini di kasir, ya.',
    rewardCoupon: 'Ini kupon Kakak untuk {for}: {coupon}',
    rewardRefused: 'Maaf Kak, kali ini belum ada hadiah untuk {for}. {why}',
    forPurchase: 'pembelian pertama',
    forJoining: 'bergabung dengan kami',
    forFriends: '{count} teman',
    rewards: 'Hadiah Kakak:',
    noRewards: 'Kakak belum punya hadiah. Bagikan link ke teman, dan sampai ketemu lagi!',
    stateOnItsWay: 'sedang disiapkan',
    stateReadyOn: 'siap tanggal {day}',
    stateReady: 'siap',
    stateGiven: 'diberikan tanggal {day}',
    friendCounts: 'dihitung',
    buttonRewards: 'Hadiah saya',
  },
  poster: {
    headline: 'Pindai dan sapa kami',
    line: 'Arahkan kamera ponsel ke kode ini, lalu kirim pesan yang sudah terisi.',
  },
  templates: {
    language: 'id',
    notice:
      'Kabar baik, Kak! Berkat rekomendasi Kakak, kami dihubungi oleh {{1}}. Terima kasih banyak!',
    reward:
      'Ada sesuatu untuk Kakak karena sudah merekomendasikan kami: {{1}}. Tunjukkan pesan ini saat datang, ya.',
  },
};
