/** Portuguese of Brazil, with você, as small shops write to their clients. */
import type { Language } from './language';

export const PT_BR: Language = {
  id: 'pt-BR',
  name: 'Português (Brasil)',
  english: 'Portuguese (Brazil)',
  direction: 'ltr',
  invitation: 'Oi! Quem me indicou vocês foi {phone} 👋',
  dateFormat: 'dd/MM/yyyy',
  words: {
    link: 'link, meu link, quero meu link, link de indicação',
    referrals: 'minhas indicações, indicações, meus indicados, indicados',
    top: 'ranking, melhores do mês',
    inviter: 'quem me indicou, quem me convidou',
    rewards: 'meus prêmios, prêmios, meu prêmio, minhas recompensas, recompensas',
    stop: 'stop, sair, cancelar avisos, não quero mensagens',
    start: 'start, voltar, receber avisos',
    data: 'meus dados, o que vocês sabem de mim',
    delete: 'apagar meus dados, apagar dados, excluir meus dados',
    bought: 'comprou, venda, compra',
  },
  texts: {
    welcome:
      'Oi, {name}! Que bom ter você aqui: você veio por indicação de {inviter}. Quer um link seu para compartilhar?',
    welcomeSource:
      'Oi, {name}! Que bom que você nos encontrou. Quer um link seu para compartilhar?',
    notice: 'Boa notícia: {name} falou com a gente pela sua indicação. Muito obrigado!',
    notices: 'Já são {count} amigos que vieram pelo seu link: {names}. Muito obrigado!',
    malformed:
      'Parece que o convite mudou no caminho. Ele deveria ser assim: “{example}”. Toque no link de novo ou conte para a gente o que você precisa.',
    own: 'Esse é o seu próprio link, {name}, e não dá para convidar a si mesmo. Mande para um amigo!',
    welcomeBack: 'Que bom te ver de novo, {name}! Como podemos ajudar?',
    unknownInviter:
      'Oi, {name}, que bom ter você aqui! Não conhecemos o número do convite, então não anotamos quem indicou. Quer um link seu para compartilhar?',
    loop: 'Que bom te ver, {name}! Quem convidou você veio pela sua indicação, então esta não conta.',
    onlyNew:
      'Que bom te ver de novo, {name}! Você já era de casa, e as indicações só contam para clientes novos.',
    link: 'Aqui está o seu link, {name}. Seu amigo toca nele e envia a mensagem que aparece: é só isso.',
    linkButton: 'Abrir meu link',
    share: 'Ou compartilhe agora mesmo:',
    shareButton: 'Compartilhar',
    shareSentence: 'Eu recomendo! Fale com eles por aqui: {link}',
    referrals: 'Suas indicações: {count}',
    more: 'e mais {more}',
    noReferrals: 'Ninguém veio pelo seu link ainda. Mande para um amigo!',
    top: 'Quem trouxe mais amigos este mês:',
    topLine: '{place}. {name} – {count}',
    noTop: 'Este mês ninguém trouxe um amigo ainda. Mande seu link e saia na frente!',
    inviter: 'Você veio por indicação de {inviter}.',
    inviterKept:
      'Não contamos quem indicou quem. Na dúvida, pergunte para o amigo que mandou o link.',
    noInviter: 'Não temos anotado quem indicou a gente para você.',
    stopped:
      'Pronto, não mandamos mais mensagens sobre indicações. Se mudar de ideia, escreva “Voltar”.',
    started: 'Que bom! Vamos avisar você de novo quando um amigo vier pelo seu link.',
    help: 'Oi, {name}! Eu cuido das indicações por aqui; logo alguém responde você. Enquanto isso, posso ajudar com:',
    whoSent:
      'Oi, {name}! Alguém indicou a gente para você? Conte quem foi: mande o número com o código do país ou compartilhe o contato. Se não, é só dizer do que precisa.',
    didSend: 'Você veio por indicação de {inviter}?',
    sentUnclear:
      'Não consegui descobrir quem é. Com o número e o código do país, ou com o contato, eu consigo. Se não tiver, sem problema: logo alguém responde você.',
    sentByNobody: 'Obrigado, bom saber. Como podemos ajudar?',
    buttonYes: 'Sim',
    buttonNo: 'Não',
    buttonLink: 'Meu link',
    buttonReferrals: 'Minhas indicações',
    buttonTop: 'Top do mês',
    buttonInviter: 'Quem me indicou',
    myData:
      'Isto é o que guardamos sobre você.\nNome: {name}\nNúmero: {phone}\nCom a gente desde: {since}\nÚltima mensagem: {last}\nVeio por indicação de: {inviter}\nAmigos que vieram por você: {count}\nSe quiser que a gente apague tudo, escreva “Apagar dados”.',
    noData: 'Não guardamos nada que diga quem você é.',
    deleteAsk:
      'Podemos apagar tudo o que guardamos sobre você: nome, número, link e prêmios. O que você ainda não retirou se perde, e ninguém consegue recuperar. Se tem certeza, responda “{confirm}”. Se não, é só deixar como está.',
    deleted:
      'Estamos apagando seus dados agora; em alguns minutos não vai sobrar nada aqui. Não vamos mais escrever para você, a não ser que um dia você escreva “Voltar”. Tudo de bom!',
    buttonDelete: 'Apagar dados',
    nameless: 'um amigo',
    promiseFriend: 'Na sua primeira compra você ganha {reward}.',
    promiseFriendSoon: 'Tem uma coisa para você: {reward}. A gente avisa assim que estiver pronto.',
    promiseIf: 'Se um cliente nosso indicou você: {promise}',
    promiseInviter: 'Quando {name} comprar alguma coisa, você ganha {reward}.',
    promiseInviterSoon: 'Por isso você ganha {reward}. A gente avisa assim que estiver pronto.',
    welcomePaused:
      'Oi, {name}! Você veio por indicação de {inviter}. Os prêmios estão em pausa agora, mas que bom ter você aqui.',
    rewardWaiting: 'Você ganha {reward} por {for}. Fica pronto em {day}.',
    rewardReady: 'Seu prêmio por {for} está pronto: {reward}. Mostre esta mensagem no balcão.',
    rewardCoupon: 'Aqui está o seu cupom por {for}: {coupon}',
    rewardRefused: 'Que pena, desta vez não tem prêmio por {for}. {why}',
    forPurchase: 'sua primeira compra',
    forJoining: 'vir conhecer a gente',
    forFriends: '{count} amigos',
    rewards: 'Seus prêmios:',
    noRewards: 'Você ainda não tem prêmios. Compartilhe seu link com os amigos e volte logo!',
    stateOnItsWay: 'a caminho',
    stateReadyOn: 'pronto em {day}',
    stateReady: 'pronto',
    stateGiven: 'entregue em {day}',
    friendCounts: 'conta',
    buttonRewards: 'Meus prêmios',
  },
  poster: {
    headline: 'Escaneie e dê um oi',
    line: 'Aponte a câmera do celular para o código e envie a mensagem que já vem escrita.',
  },
  templates: {
    language: 'pt_BR',
    notice: 'Boa notícia: pela sua indicação, falou com a gente {{1}}. Muito obrigado!',
    reward:
      'Tem uma coisa para você por ter indicado a gente: {{1}}. Mostre esta mensagem quando vier.',
  },
};
