/** French, with vous, as small shops write to their clients. */
import type { Language } from './language';

export const FR: Language = {
  id: 'fr',
  name: 'Français',
  english: 'French',
  direction: 'ltr',
  invitation: 'Bonjour, je viens de la part de {phone} 👋',
  dateFormat: 'dd/MM/yyyy',
  words: {
    link: 'lien, mon lien, lien de parrainage, link',
    referrals: 'mes filleuls, filleuls, mes parrainages, parrainages',
    top: 'classement, palmarès',
    inviter: 'qui m’a invité, qui m’a invitée, qui m’a parrainé, qui est mon parrain',
    rewards: 'mes cadeaux, cadeaux, mon cadeau, mes récompenses, récompenses',
    stop: 'stop, plus de messages, ne plus recevoir',
    start: 'start, reprendre, recevoir les messages',
    data: 'mes données, que savez-vous de moi',
    delete: 'supprimer mes données, effacer mes données, tout effacer',
    bought: 'acheté, vente, achat',
  },
  texts: {
    welcome:
      'Bienvenue, {name} ! {inviter} vous a parlé de nous, cela nous fait très plaisir. Voulez-vous votre propre lien à partager ?',
    welcomeSource:
      'Bienvenue, {name} ! Nous sommes ravis que vous nous ayez trouvés. Voulez-vous votre propre lien à partager ?',
    notice: 'Bonne nouvelle : {name} nous a écrit de votre part. Un grand merci !',
    notices: '{count} amis sont venus grâce à votre lien : {names}. Un grand merci !',
    malformed:
      'On dirait que l’invitation a changé en route. Elle devrait être : « {example} ». Touchez encore une fois le lien, ou dites-nous simplement ce qu’il vous faut.',
    own: 'C’est votre propre lien, {name}, et on ne peut pas s’inviter soi-même. Envoyez-le plutôt à un ami !',
    welcomeBack: 'Ravis de vous revoir, {name} ! Que pouvons-nous faire pour vous ?',
    unknownInviter:
      'Bienvenue, {name} ! Nous ne connaissons pas le numéro de l’invitation, nous n’avons donc noté personne. Voulez-vous votre propre lien à partager ?',
    loop: 'Ravis de vous voir, {name} ! La personne qui vous invite est venue grâce à vous, cela ne peut donc pas compter.',
    onlyNew:
      'Ravis de vous revoir, {name} ! Vous étiez déjà des nôtres, et seuls les nouveaux clients comptent.',
    link: 'Voici votre lien, {name}. Votre ami le touche et envoie le message déjà écrit : c’est tout.',
    linkButton: 'Ouvrir mon lien',
    share: 'Ou partagez-le tout de suite :',
    shareButton: 'Partager',
    shareSentence: 'Je vous les recommande ! Pour leur écrire, c’est ici : {link}',
    referrals: 'Venus de votre part : {count}',
    more: 'et {more} de plus',
    noReferrals: 'Personne n’est encore venu avec votre lien. Envoyez-le à un ami !',
    top: 'Qui a amené le plus d’amis ce mois-ci :',
    topLine: '{place}. {name} : {count}',
    noTop: 'Personne n’a encore amené d’ami ce mois-ci. Partagez votre lien et prenez la tête !',
    inviter: 'Vous venez de la part de {inviter}.',
    inviterKept:
      'Nous gardons pour nous qui a recommandé qui. En cas de doute, demandez à l’ami qui vous a envoyé le lien.',
    noInviter: 'Nous n’avons pas noté qui vous a parlé de nous.',
    stopped:
      'C’est noté, vous n’aurez plus de messages sur les parrainages. Si vous changez d’avis, écrivez « Reprendre ».',
    started:
      'Avec plaisir ! Nous vous préviendrons à nouveau quand un ami viendra avec votre lien.',
    help: 'Bonjour, {name} ! Je m’occupe des parrainages ; quelqu’un va bientôt vous répondre. En attendant, je peux faire ceci :',
    whoSent:
      'Bienvenue, {name} ! Quelqu’un vous a parlé de nous ? Dites-nous qui : son numéro avec l’indicatif du pays, ou sa fiche de contact. Sinon, écrivez simplement ce qu’il vous faut.',
    didSend: 'Venez-vous de la part de {inviter} ?',
    sentUnclear:
      'Je n’arrive pas à savoir de qui il s’agit. Son numéro avec l’indicatif du pays m’aiderait, ou sa fiche de contact. Si vous ne les avez pas, ce n’est pas grave : quelqu’un vous répond bientôt.',
    sentByNobody: 'Merci, c’est bon à savoir. Que pouvons-nous faire pour vous ?',
    buttonYes: 'Oui',
    buttonNo: 'Non',
    buttonLink: 'Mon lien',
    buttonReferrals: 'Mes filleuls',
    buttonTop: 'Classement du mois',
    buttonInviter: 'Qui m’a invité',
    myData:
      'Voici ce que nous gardons à votre sujet.\nNom : {name}\nNuméro : {phone}\nAvec nous depuis : {since}\nDernier message : {last}\nDe la part de : {inviter}\nAmis venus grâce à vous : {count}\nSi vous voulez que tout soit effacé, écrivez « Tout effacer ».',
    noData: 'Nous ne gardons rien qui dise qui vous êtes.',
    deleteAsk:
      'Nous pouvons effacer tout ce que nous gardons à votre sujet : nom, numéro, lien et cadeaux. Ce que vous n’avez pas encore retiré sera perdu, et personne ne pourra le récupérer. Si vous êtes sûr de vous, répondez « {confirm} ». Sinon, vous n’avez rien à faire.',
    deleted:
      'Nous effaçons vos données ; dans quelques minutes, il n’en restera rien ici. Nous ne vous écrirons plus, sauf si un jour vous écrivez « Reprendre ». Bonne continuation !',
    buttonDelete: 'Tout effacer',
    nameless: 'un ami',
    promiseFriend: 'Pour votre premier achat, vous recevez : {reward}.',
    promiseFriendSoon:
      'Il y a quelque chose pour vous : {reward}. Nous vous écrivons dès que c’est prêt.',
    promiseIf: 'Si l’un de nos clients vous a parlé de nous : {promise}',
    promiseInviter: 'Quand {name} fera un achat, vous recevrez : {reward}.',
    promiseInviterSoon: 'Pour vous remercier : {reward}. Nous vous écrivons dès que c’est prêt.',
    welcomePaused:
      'Bienvenue, {name} ! {inviter} vous a parlé de nous. Les cadeaux font une pause en ce moment, mais nous sommes ravis de vous accueillir.',
    rewardWaiting: 'Vous recevez : {reward} (pour {for}). Ce sera prêt le {day}.',
    rewardReady: 'Votre cadeau pour {for} est prêt : {reward}. Montrez ce message en caisse.',
    rewardCoupon: 'Voici votre bon pour {for} : {coupon}',
    rewardRefused: 'Désolés, cette fois il n’y a pas de cadeau pour {for}. {why}',
    forPurchase: 'votre premier achat',
    forJoining: 'votre venue',
    forFriends: '{count} amis',
    rewards: 'Vos cadeaux :',
    noRewards: 'Pas encore de cadeau pour vous. Partagez votre lien avec vos amis, et à bientôt !',
    stateOnItsWay: 'en route',
    stateReadyOn: 'prêt le {day}',
    stateReady: 'prêt',
    stateGiven: 'remis le {day}',
    friendCounts: 'compte',
    buttonRewards: 'Mes cadeaux',
  },
  poster: {
    headline: 'Scannez et dites-nous bonjour',
    line: 'Visez le code avec l’appareil photo de votre téléphone, puis envoyez le message déjà écrit.',
  },
  templates: {
    language: 'fr',
    notice: 'Bonne nouvelle, quelqu’un est venu de votre part : {{1}}. Un grand merci !',
    reward:
      'Il y a quelque chose pour vous, merci de nous avoir recommandés : {{1}}. Montrez ce message à votre prochaine visite.',
  },
};
