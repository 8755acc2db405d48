/** Italian, with tu, as small shops write to their clients. */
import type { Language } from './language';

export const IT: Language = {
  id: 'it',
  name: 'Italiano',
  english: 'Italian',
  direction: 'ltr',
  invitation: 'Ciao! Mi ha parlato di voi {phone} 👋',
  dateFormat: 'dd/MM/yyyy',
  words: {
    link: 'link, il mio link, mio link, voglio il link',
    referrals: 'i miei inviti, inviti, amici invitati, i miei invitati',
    top: 'classifica, i migliori del mese',
    inviter: 'chi mi ha invitato, chi mi ha invitata, chi mi ha consigliato',
    rewards: 'i miei premi, premi, il mio premio, premio, bonus',
    stop: 'stop, niente messaggi, non voglio messaggi',
    start: 'start, riprendi, voglio messaggi',
    data: 'i miei dati, cosa sapete di me',
    delete: 'cancella i miei dati, cancella tutto, cancellami',
    bought: 'comprato, vendita, acquisto',
  },
  texts: {
    welcome:
      'Ciao {name}, che bello averti qui! Ci conosci grazie a {inviter}. Vuoi un link tutto tuo da condividere?',
    welcomeSource:
      'Ciao {name}, che bello che ci hai trovato! Vuoi un link tutto tuo da condividere?',
    notice: 'Buone notizie: {name} ci ha scritto grazie a te. Grazie mille!',
    notices: 'Con il tuo link sono arrivati {count} amici: {names}. Grazie mille!',
    malformed:
      'Sembra che l’invito sia cambiato per strada. Dovrebbe essere così: «{example}». Tocca di nuovo il link, oppure dicci semplicemente di cosa hai bisogno.',
    own: 'Questo è il tuo link, {name}, e non vale invitarsi da soli. Mandalo a un amico!',
    welcomeBack: 'Che piacere risentirti, {name}! Come possiamo aiutarti?',
    unknownInviter:
      'Ciao {name}, che bello averti qui! Non conosciamo il numero dell’invito, quindi non abbiamo segnato nessuno. Vuoi un link tutto tuo da condividere?',
    loop: 'Che piacere, {name}! Chi ti ha invitato ci conosce grazie a te, quindi questo invito non conta.',
    onlyNew:
      'Che piacere risentirti, {name}! Eri già dei nostri, e gli inviti valgono solo per i nuovi clienti.',
    link: 'Ecco il tuo link, {name}. Il tuo amico lo tocca e invia il messaggio già scritto: tutto qui.',
    linkButton: 'Apri il mio link',
    share: 'Oppure mandalo subito:',
    shareButton: 'Condividi',
    shareSentence: 'Te li consiglio! Scrivigli da qui: {link}',
    referrals: 'I tuoi inviti: {count}',
    more: 'e altri {more}',
    noReferrals: 'Con il tuo link non è ancora arrivato nessuno. Mandalo a un amico!',
    top: 'Chi ha portato più amici questo mese:',
    topLine: '{place}. {name}: {count}',
    noTop:
      'Questo mese nessuno ha ancora portato un amico. Condividi il tuo link e parti in testa!',
    inviter: 'Ci conosci grazie a {inviter}.',
    inviterKept:
      'Chi ha consigliato chi, lo teniamo per noi. Se hai dubbi, chiedi all’amico che ti ha mandato il link.',
    noInviter: 'Non risulta che qualcuno ti abbia parlato di noi.',
    stopped: 'Va bene, non ti scriveremo più degli inviti. Se cambi idea, scrivi «Riprendi».',
    started: 'Che bello! Ti avviseremo di nuovo quando un amico arriva con il tuo link.',
    help: 'Ciao {name}! Io mi occupo degli inviti; tra poco ti risponde una persona. Intanto posso fare questo:',
    whoSent:
      'Ciao {name}, benvenuto da noi! Qualcuno ti ha parlato di noi? Dicci chi: il suo numero con il prefisso internazionale, o il suo contatto. Altrimenti scrivi pure di cosa hai bisogno.',
    didSend: 'Ti ha parlato di noi {inviter}?',
    sentUnclear:
      'Non riesco a capire chi sia. Mi aiuterebbe il numero con il prefisso internazionale, o il contatto. Se non ce l’hai, nessun problema: presto ti risponde qualcuno.',
    sentByNobody: 'Grazie, buono a sapersi. Come possiamo aiutarti?',
    buttonYes: 'Sì',
    buttonNo: 'No, nessuno',
    buttonLink: 'Il mio link',
    buttonReferrals: 'I miei inviti',
    buttonTop: 'Classifica del mese',
    buttonInviter: 'Chi mi ha invitato',
    myData:
      'Ecco cosa conserviamo di te.\nNome: {name}\nNumero: {phone}\nCon noi dal: {since}\nUltimo messaggio: {last}\nTi ha consigliato: {inviter}\nAmici arrivati grazie a te: {count}\nSe vuoi che cancelliamo tutto, scrivi «Cancella tutto».',
    noData: 'Non conserviamo nulla che dica chi sei.',
    deleteAsk:
      'Possiamo cancellare tutto quello che conserviamo di te: nome, numero, link e premi. Quello che non hai ancora ritirato va perso, e nessuno può recuperarlo. Se vuoi andare avanti, rispondi «{confirm}». Altrimenti non devi fare nulla.',
    deleted:
      'Stiamo cancellando i tuoi dati; tra pochi minuti qui non resterà nulla. Non ti scriveremo più, a meno che un giorno tu non scriva «Riprendi». Tante belle cose!',
    buttonDelete: 'Cancella tutto',
    nameless: 'un amico',
    promiseFriend: 'Con il tuo primo acquisto ricevi: {reward}.',
    promiseFriendSoon: 'C’è qualcosa per te: {reward}. Ti scriviamo appena è pronto.',
    promiseIf: 'Se ti ha parlato di noi un nostro cliente: {promise}',
    promiseInviter: 'Quando {name} fa un acquisto, ricevi: {reward}.',
    promiseInviterSoon: 'Per ringraziarti: {reward}. Ti scriviamo appena è pronto.',
    welcomePaused:
      'Ciao {name}, ci conosci grazie a {inviter}! In questo momento i premi sono in pausa, ma è bello averti qui.',
    rewardWaiting: 'Per te: {reward} ({for}). Sarà pronto il {day}.',
    rewardReady: 'Il tuo premio è pronto: {reward} ({for}). Mostra questo messaggio alla cassa.',
    rewardCoupon: 'Ecco il tuo buono ({for}): {coupon}',
    rewardRefused: 'Ci dispiace, questa volta niente premio ({for}). {why}',
    forPurchase: 'il tuo primo acquisto',
    forJoining: 'il tuo benvenuto',
    forFriends: '{count} amici',
    rewards: 'I tuoi premi:',
    noRewards: 'Non hai ancora premi. Condividi il tuo link con gli amici e torna presto!',
    stateOnItsWay: 'in arrivo',
    stateReadyOn: 'pronto il {day}',
    stateReady: 'pronto',
    stateGiven: 'consegnato il {day}',
    friendCounts: 'vale',
    buttonRewards: 'I miei premi',
  },
  poster: {
    headline: 'Inquadra il codice e salutaci',
    line: 'Punta la fotocamera del telefono sul codice e invia il messaggio già scritto.',
  },
  templates: {
    language: 'it',
    notice: 'Buone notizie: grazie a te ci ha scritto {{1}}. Grazie mille!',
    reward:
      'C’è qualcosa per te, grazie per averci consigliato: {{1}}. Mostra questo messaggio quando passi.',
  },
};
