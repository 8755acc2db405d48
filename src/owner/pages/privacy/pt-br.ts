/** The privacy page in Brazilian Portuguese. */
export const PT_BR = `Privacidade: nosso programa de indicações no WhatsApp

Responsável: {business}, {contact}

Quando você escreve para nós no WhatsApp, guardamos seu número, seu nome como o WhatsApp mostra, as datas da sua primeira e da sua última mensagem, quem nos indicou a você e a quem você nos indicou. Se prometemos algo pelas indicações, anotamos também suas compras e o que você recebe por elas.

O que você escreve não fica na nossa lista. Nosso programa lê a mensagem para responder; se algo falhar, ela espera ali por três dias, no máximo. A conversa em si fica no WhatsApp, como qualquer outra.

Precisamos disso para responder a você, para avisar quem nos indicou que você veio e para cumprir o que prometemos. Quem nos indicou a você vê seu nome, ou seu número com o meio oculto.

Nossa lista é uma planilha do Google, e o programa funciona no Google. O WhatsApp (Meta) transporta as mensagens. Mais ninguém recebe esses dados, e não vendemos nada.

Guardamos tudo até você pedir que seja apagado, ou até não precisarmos mais.

Escreva para nós no WhatsApp: “{stop}”, e você não recebe mais mensagens sobre indicações; “{data}”, e você lê o que guardamos sobre você; “{delete}”, e apagamos tudo assim que você confirmar. O que foi comprado e entregue fica nas nossas contas sem o seu nome, e uma marca da qual ninguém consegue tirar o seu número evita que algo conte duas vezes. Para corrigir algo ou fazer outra pergunta: {contact}.
`;
