/** The privacy page in Indonesian. */
export const ID = `Privasi: program referral kami di WhatsApp

Penanggung jawab: {business}, {contact}

Saat Anda menulis kepada kami di WhatsApp, kami menyimpan nomor Anda, nama Anda seperti yang ditampilkan WhatsApp, tanggal pesan pertama dan terakhir Anda, siapa yang merekomendasikan kami kepada Anda, dan kepada siapa Anda merekomendasikan kami. Jika kami menjanjikan sesuatu untuk rekomendasi, kami juga mencatat pembelian Anda dan apa yang Anda dapatkan.

Isi pesan Anda tidak disimpan dalam daftar kami. Program kami membacanya untuk menjawab Anda; jika ada gangguan, pesan itu menunggu di sana paling lama tiga hari. Percakapannya sendiri ada di WhatsApp, seperti percakapan lain.

Kami memerlukannya untuk menjawab Anda, untuk memberi tahu orang yang merekomendasikan kami bahwa Anda sudah datang, dan untuk menepati janji kami. Orang yang merekomendasikan kami kepada Anda melihat nama Anda, atau nomor Anda dengan bagian tengah yang disembunyikan.

Daftar kami adalah spreadsheet Google, dan programnya berjalan di Google. WhatsApp (Meta) mengantarkan pesan. Tidak ada pihak lain yang menerimanya, dan kami tidak menjual apa pun.

Kami menyimpannya sampai Anda meminta untuk dihapus, atau sampai kami tidak memerlukannya lagi.

Tulis kepada kami di WhatsApp: “{stop}”, dan Anda tidak menerima pesan referral lagi; “{data}”, dan Anda membaca apa yang kami simpan tentang Anda; “{delete}”, dan kami menghapusnya setelah Anda memastikannya. Apa yang dibeli dan diberikan tetap ada di pembukuan kami tanpa nama Anda, dan sebuah tanda yang tidak bisa dibaca menjadi nomor Anda menjaga agar tidak ada yang dihitung dua kali. Untuk memperbaiki sesuatu atau bertanya hal lain: {contact}.
`;
