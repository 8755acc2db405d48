/** German, with Sie throughout: it suits every age and trade. */
import type { Language } from './language';

export const DE: Language = {
  id: 'de',
  name: 'Deutsch',
  english: 'German',
  direction: 'ltr',
  invitation: 'Hallo, Sie wurden mir empfohlen von {phone} 👋',
  dateFormat: 'dd.MM.yyyy',
  words: {
    link: 'link, mein link, empfehlungslink, einladungslink',
    referrals: 'meine empfehlungen, empfehlungen, wer kam durch mich',
    top: 'bestenliste, rangliste, topliste',
    inviter: 'wer hat mich eingeladen, wer hat mich empfohlen, wer lud mich ein',
    rewards: 'meine prämien, prämien, meine prämie, prämie, mein bonus, bonus',
    stop: 'stop, stopp, abbestellen, keine nachrichten',
    start: 'start, weiter, wieder nachrichten',
    data: 'meine daten, was wissen sie über mich',
    delete: 'meine daten löschen, daten löschen, vergessen sie mich',
    bought: 'gekauft, verkauf, kauf',
  },
  texts: {
    welcome:
      'Herzlich willkommen, {name}! Schön, dass {inviter} Ihnen von uns erzählt hat. Möchten Sie einen eigenen Link zum Weitergeben?',
    welcomeSource:
      'Herzlich willkommen, {name}! Schön, dass Sie zu uns gefunden haben. Möchten Sie einen eigenen Link zum Weitergeben?',
    notice: 'Gute Nachricht: {name} hat durch Ihre Empfehlung zu uns gefunden. Vielen Dank!',
    notices: '{count} Freunde sind durch Ihren Link zu uns gekommen: {names}. Vielen Dank!',
    malformed:
      'Die Einladung hat sich unterwegs wohl verändert. Sie müsste so lauten: „{example}“. Tippen Sie den Link bitte noch einmal an, oder schreiben Sie uns einfach, was Sie brauchen.',
    own: 'Das ist Ihr eigener Link, {name}, und sich selbst kann man nicht einladen. Schicken Sie ihn doch einem Freund!',
    welcomeBack: 'Schön, wieder von Ihnen zu hören, {name}! Was können wir für Sie tun?',
    unknownInviter:
      'Herzlich willkommen, {name}! Die Nummer in der Einladung kennen wir nicht, deshalb haben wir niemanden eingetragen. Möchten Sie einen eigenen Link zum Weitergeben?',
    loop: 'Schön, von Ihnen zu hören, {name}! Wer Sie eingeladen hat, kam selbst durch Sie zu uns. Deshalb zählt diese Empfehlung nicht.',
    onlyNew:
      'Schön, wieder von Ihnen zu hören, {name}! Sie waren schon bei uns, und Empfehlungen zählen nur für neue Kunden.',
    link: 'Ihr Empfehlungslink, {name}. Ihr Freund tippt ihn an und schickt die fertige Nachricht ab – das ist alles.',
    linkButton: 'Meinen Link öffnen',
    share: 'Oder gleich weiterschicken:',
    shareButton: 'Weiterschicken',
    shareSentence: 'Kann ich nur empfehlen! Hier schreibst du ihnen direkt: {link}',
    referrals: 'Ihre Empfehlungen: {count}',
    more: 'und {more} weitere',
    noReferrals: 'Über Ihren Link ist noch niemand gekommen. Schicken Sie ihn doch einem Freund!',
    top: 'Wer in diesem Monat die meisten Freunde mitgebracht hat:',
    topLine: '{place}. {name}: {count}',
    noTop:
      'In diesem Monat hat noch niemand einen Freund mitgebracht. Geben Sie Ihren Link weiter und machen Sie den Anfang!',
    inviter: 'Sie kamen auf Empfehlung von {inviter} zu uns.',
    inviterKept:
      'Wer wen empfohlen hat, behalten wir für uns. Fragen Sie am besten den Freund, der Ihnen den Link geschickt hat.',
    noInviter: 'Bei uns ist nicht eingetragen, wer Ihnen von uns erzählt hat.',
    stopped:
      'Alles klar, Sie bekommen keine Nachrichten über Empfehlungen mehr. Wenn Sie es sich anders überlegen, schreiben Sie „Start“.',
    started: 'Gern! Wir melden uns wieder, wenn ein Freund über Ihren Link kommt.',
    help: 'Hallo, {name}! Ich kümmere mich hier um die Empfehlungen; gleich antwortet Ihnen jemand. Bis dahin kann ich das für Sie tun:',
    whoSent:
      'Herzlich willkommen, {name}! Hat jemand Sie zu uns geschickt? Dann sagen Sie uns gern, wer: die Nummer mit Ländervorwahl oder die Kontaktkarte. Sonst schreiben Sie einfach, was Sie brauchen.',
    didSend: 'Sind Sie auf Empfehlung zu uns gekommen, von {inviter}?',
    sentUnclear:
      'Leider finde ich so nicht heraus, wer das ist. Mit der Nummer samt Ländervorwahl oder der Kontaktkarte geht es. Wenn Sie beides nicht haben, macht das nichts: Gleich antwortet Ihnen jemand.',
    sentByNobody: 'Danke, gut zu wissen. Was können wir für Sie tun?',
    buttonYes: 'Ja',
    buttonNo: 'Nein',
    buttonLink: 'Mein Link',
    buttonReferrals: 'Meine Empfehlungen',
    buttonTop: 'Bestenliste',
    buttonInviter: 'Wer lud mich ein?',
    myData:
      'Das haben wir über Sie gespeichert.\nName: {name}\nNummer: {phone}\nBei uns seit: {since}\nLetzte Nachricht: {last}\nEmpfohlen von: {inviter}\nFreunde, die durch Sie kamen: {count}\nSollen wir alles löschen? Dann schreiben Sie „Daten löschen“.',
    noData: 'Wir haben nichts gespeichert, was verrät, wer Sie sind.',
    deleteAsk:
      'Wir können alles löschen, was wir über Sie gespeichert haben: Name, Nummer, Link und Prämien. Was Sie noch nicht abgeholt haben, verfällt, und niemand kann es zurückholen. Wenn Sie sicher sind, antworten Sie „{confirm}“. Wenn nicht, brauchen Sie nichts zu tun.',
    deleted:
      'Wir löschen Ihre Daten jetzt; in ein paar Minuten ist hier nichts mehr davon da. Wir schreiben Ihnen nicht mehr, außer Sie schreiben eines Tages „Start“. Alles Gute!',
    buttonDelete: 'Daten löschen',
    nameless: 'ein Freund',
    promiseFriend: 'Bei Ihrem ersten Einkauf bekommen Sie: {reward}.',
    promiseFriendSoon:
      'Für Sie gibt es etwas: {reward}. Wir schreiben Ihnen, sobald es bereitliegt.',
    promiseIf: 'Wenn einer unserer Kunden Sie geschickt hat: {promise}',
    promiseInviter: 'Sobald {name} etwas kauft, bekommen Sie: {reward}.',
    promiseInviterSoon:
      'Als Dankeschön bekommen Sie: {reward}. Wir schreiben Ihnen, sobald es bereitliegt.',
    welcomePaused:
      'Herzlich willkommen, {name}! Schön, dass {inviter} Ihnen von uns erzählt hat. Unsere Prämien machen gerade Pause, aber wir freuen uns, dass Sie da sind.',
    rewardWaiting: 'Für Sie: {reward} ({for}). Ab {day} können Sie es abholen.',
    rewardReady:
      'Ihre Prämie liegt bereit: {reward} ({for}). Zeigen Sie diese Nachricht einfach an der Kasse.',
    rewardCoupon: 'Hier ist Ihr Gutschein ({for}): {coupon}',
    rewardRefused: 'Leider gibt es diesmal keine Prämie ({for}). {why}',
    forPurchase: 'Ihr erster Einkauf',
    forJoining: 'Willkommensgeschenk',
    forFriends: '{count} Freunde',
    rewards: 'Ihre Prämien:',
    noRewards: 'Noch keine Prämien. Geben Sie Ihren Link an Freunde weiter – bis bald!',
    stateOnItsWay: 'unterwegs',
    stateReadyOn: 'bereit ab {day}',
    stateReady: 'liegt bereit',
    stateGiven: 'abgeholt am {day}',
    friendCounts: 'zählt',
    buttonRewards: 'Meine Prämien',
  },
  poster: {
    headline: 'Scannen und Hallo sagen',
    line: 'Einfach die Handykamera auf den Code richten und die fertige Nachricht abschicken.',
  },
  templates: {
    language: 'de',
    notice: 'Gute Nachricht: Durch Ihre Empfehlung hat zu uns gefunden: {{1}}. Vielen Dank!',
    reward:
      'Als Dankeschön für Ihre Empfehlung gibt es etwas für Sie: {{1}}. Zeigen Sie diese Nachricht einfach bei Ihrem nächsten Besuch.',
  },
};
