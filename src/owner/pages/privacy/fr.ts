/** The privacy page in French. */
export const FR = `Confidentialité : notre programme de parrainage sur WhatsApp

Responsable : {business}, {contact}

Quand vous nous écrivez sur WhatsApp, nous conservons votre numéro, votre nom tel que WhatsApp l’affiche, les dates de votre premier et de votre dernier message, la personne qui vous a parlé de nous et celles à qui vous avez parlé de nous. Si nous promettons quelque chose pour un parrainage, nous notons aussi vos achats et ce que vous recevez en échange.

Ce que vous écrivez ne reste pas dans notre liste. Notre programme le lit pour vous répondre ; en cas de panne, le message y attend trois jours au plus. La conversation elle-même est dans WhatsApp, comme toutes les autres.

Nous en avons besoin pour vous répondre, pour dire à la personne qui nous a recommandés que vous êtes venu, et pour tenir nos promesses. Cette personne voit votre nom, ou votre numéro avec le milieu masqué.

Notre liste est une feuille de calcul Google, et le programme fonctionne chez Google. WhatsApp (Meta) transporte les messages. Personne d’autre ne reçoit ces données, et nous ne vendons rien.

Nous les gardons jusqu’à ce que vous demandiez leur suppression, ou jusqu’à ce que nous n’en ayons plus besoin.

Écrivez-nous sur WhatsApp : « {stop} », et vous ne recevez plus de messages de parrainage ; « {data} », et vous lisez ce que nous gardons sur vous ; « {delete} », et nous le supprimons dès que vous avez confirmé. Ce qui a été acheté et remis reste dans nos comptes sans votre nom, et une marque dont personne ne peut tirer votre numéro évite que quelque chose compte deux fois. Pour corriger quelque chose ou pour toute autre question : {contact}.
`;
