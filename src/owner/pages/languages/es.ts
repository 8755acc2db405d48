/** Spanish, with tú, as small shops write to their clients. */
import type { Language } from './language';

export const ES: Language = {
  id: 'es',
  name: 'Español',
  english: 'Spanish',
  direction: 'ltr',
  invitation: 'Hola, vengo de parte de {phone} 👋',
  dateFormat: 'dd/MM/yyyy',
  words: {
    link: 'enlace, mi enlace, quiero mi enlace, link, mi link',
    referrals: 'mis recomendados, recomendados, mis referidos, referidos',
    top: 'ranking, los mejores del mes',
    inviter: 'quién me invitó, quién me recomendó',
    rewards: 'mis premios, premios, mi premio, mis recompensas, recompensas',
    stop: 'stop, baja, darme de baja, no más mensajes',
    start: 'start, alta, darme de alta, quiero mensajes',
    data: 'mis datos, qué saben de mí',
    delete: 'borrar mis datos, borrar datos, eliminar mis datos',
    bought: 'compró, venta, compra',
  },
  texts: {
    welcome:
      '¡Hola, {name}! Qué bien que estés aquí: nos llegaste por recomendación de {inviter}. ¿Quieres tu propio enlace para compartir?',
    welcomeSource:
      '¡Hola, {name}! Qué bien que nos hayas encontrado. ¿Quieres tu propio enlace para compartir?',
    notice: '¡Buenas noticias! {name} nos escribió por tu recomendación. ¡Mil gracias!',
    notices: 'Ya nos escribieron {count} amigos con tu enlace: {names}. ¡Mil gracias!',
    malformed:
      'Parece que la invitación cambió por el camino. Debería decir: «{example}». Toca el enlace otra vez o cuéntanos qué necesitas.',
    own: 'Ese es tu propio enlace, {name}, y no vale invitarse a uno mismo. ¡Mándaselo a un amigo!',
    welcomeBack: '¡Qué gusto leerte otra vez, {name}! ¿En qué te ayudamos?',
    unknownInviter:
      '¡Hola, {name}, gracias por escribir! No conocemos el número de la invitación, así que no anotamos a nadie. ¿Quieres tu propio enlace para compartir?',
    loop: '¡Qué gusto verte, {name}! Quien te invita llegó por ti, así que esta recomendación no cuenta.',
    onlyNew:
      '¡Qué gusto leerte otra vez, {name}! Ya eras de la casa, y las recomendaciones cuentan solo para clientes nuevos.',
    link: 'Aquí tienes tu enlace, {name}. Tu amigo lo toca y envía el mensaje que aparece: eso es todo.',
    linkButton: 'Abrir mi enlace',
    share: 'O compártelo ahora mismo:',
    shareButton: 'Compartir',
    shareSentence: '¡Te los recomiendo! Escríbeles desde aquí: {link}',
    referrals: 'Tus recomendados: {count}',
    more: 'y {more} más',
    noReferrals: 'Todavía no ha llegado nadie con tu enlace. ¡Mándaselo a un amigo!',
    top: 'Quién ha traído a más amigos este mes:',
    topLine: '{place}. {name}: {count}',
    noTop: 'Este mes todavía nadie ha traído a un amigo. ¡Comparte tu enlace y sé el primero!',
    inviter: 'Nos llegaste por recomendación de {inviter}.',
    inviterKept:
      'No contamos quién recomendó a quién. Si tienes dudas, pregúntale a quien te mandó el enlace.',
    noInviter: 'No tenemos anotado quién te habló de nosotros.',
    stopped:
      'Listo, ya no te escribiremos sobre recomendaciones. Si cambias de idea, escribe «Alta».',
    started: '¡Qué bien! Te volveremos a avisar cuando llegue un amigo con tu enlace.',
    help: '¡Hola, {name}! Yo llevo las recomendaciones; en un momento te atiende una persona. Mientras tanto, puedo hacer esto:',
    whoSent:
      '¡Hola, {name}! ¿Alguien te habló de nosotros? Dinos quién: su número con el prefijo del país, o comparte su contacto. Si no, cuéntanos qué necesitas.',
    didSend: '¿Llegaste a nosotros por recomendación de {inviter}?',
    sentUnclear:
      'No logro saber quién es. Con su número, con el prefijo del país, o su contacto sí podría. Si no lo tienes a mano, no pasa nada: enseguida te responde alguien.',
    sentByNobody: 'Gracias, es bueno saberlo. ¿En qué te podemos ayudar?',
    buttonYes: 'Sí',
    buttonNo: 'No, nadie',
    buttonLink: 'Mi enlace',
    buttonReferrals: 'Mis recomendados',
    buttonTop: 'Top del mes',
    buttonInviter: 'Quién me invitó',
    myData:
      'Esto es lo que guardamos de ti.\nNombre: {name}\nNúmero: {phone}\nCon nosotros desde: {since}\nÚltimo mensaje: {last}\nTe recomendó: {inviter}\nAmigos que llegaron por ti: {count}\nSi quieres que lo borremos todo, escribe «Borrar datos».',
    noData: 'No guardamos nada que diga quién eres.',
    deleteAsk:
      'Podemos borrar todo lo que guardamos de ti: tu nombre, tu número, tu enlace y tus premios. Lo que aún no hayas recogido se pierde, y nadie podrá recuperarlo. Si lo tienes claro, responde «{confirm}». Si no, no tienes que hacer nada.',
    deleted:
      'Ya estamos borrando tus datos; en unos minutos aquí no quedará nada. No volveremos a escribirte, a menos que un día escribas «Alta». ¡Que te vaya muy bien!',
    buttonDelete: 'Borrar datos',
    nameless: 'un amigo',
    promiseFriend: 'Con tu primera compra te llevas {reward}.',
    promiseFriendSoon: 'Tenemos algo para ti: {reward}. Te avisamos en cuanto esté listo.',
    promiseIf: 'Si te recomendó uno de nuestros clientes: {promise}',
    promiseInviter: 'Cuando {name} compre algo, te llevas {reward}.',
    promiseInviterSoon: 'Por eso te llevas {reward}. Te avisamos en cuanto esté listo.',
    welcomePaused:
      '¡Hola, {name}! Nos llegaste por recomendación de {inviter}. Ahora mismo los premios están en pausa, pero nos alegra tenerte aquí.',
    rewardWaiting: 'Te llevas {reward} por {for}. Estará listo el {day}.',
    rewardReady:
      'Tu premio por {for} está listo: {reward}. Enséñanos este mensaje en el mostrador.',
    rewardCoupon: 'Aquí tienes tu cupón por {for}: {coupon}',
    rewardRefused: 'Lo sentimos, esta vez no hay premio por {for}. {why}',
    forPurchase: 'tu primera compra',
    forJoining: 'venir a conocernos',
    forFriends: '{count} amigos',
    rewards: 'Tus premios:',
    noRewards: 'Todavía no tienes premios. ¡Comparte tu enlace con tus amigos y vuelve pronto!',
    stateOnItsWay: 'en camino',
    stateReadyOn: 'listo el {day}',
    stateReady: 'listo',
    stateGiven: 'entregado el {day}',
    friendCounts: 'cuenta',
    buttonRewards: 'Mis premios',
  },
  poster: {
    headline: 'Escanea y salúdanos',
    line: 'Apunta al código con la cámara del móvil y envía el mensaje que aparece.',
  },
  templates: {
    language: 'es',
    notice: 'Buenas noticias: por tu recomendación nos escribió {{1}}. ¡Mil gracias!',
    reward: 'Hay algo para ti por recomendarnos: {{1}}. Enséñanos este mensaje cuando vengas.',
  },
};
