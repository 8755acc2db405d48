/** The privacy page in Italian. */
export const IT = `Privacy: il nostro programma di inviti su WhatsApp

Responsabile: {business}, {contact}

Quando ci scrivi su WhatsApp, conserviamo il tuo numero, il tuo nome come lo mostra WhatsApp, le date del tuo primo e del tuo ultimo messaggio, chi ti ha consigliato noi e a chi ci hai consigliato tu. Se promettiamo qualcosa per i consigli, annotiamo anche i tuoi acquisti e quello che ricevi in cambio.

Quello che scrivi non resta nel nostro elenco. Il nostro programma lo legge per risponderti; se qualcosa non va, il messaggio aspetta lì al massimo tre giorni. La chat è in WhatsApp, come tutte le altre.

Ci serve per risponderti, per dire a chi ci ha consigliato che sei arrivato e per mantenere quello che abbiamo promesso. Chi ti ha consigliato noi vede il tuo nome, oppure il tuo numero con la parte centrale nascosta.

Il nostro elenco è un foglio di calcolo di Google e il programma gira presso Google. WhatsApp (Meta) trasporta i messaggi. Nessun altro riceve questi dati e non vendiamo nulla.

Li conserviamo finché non ne chiedi la cancellazione o finché ci servono.

Scrivici su WhatsApp: «{stop}», e non ricevi più messaggi sugli inviti; «{data}», e leggi che cosa conserviamo su di te; «{delete}», e lo cancelliamo appena lo confermi. Quello che è stato comprato e consegnato resta nei nostri conti senza il tuo nome, e un segno da cui nessuno può ricavare il tuo numero evita che qualcosa conti due volte. Per correggere qualcosa o per altre domande: {contact}.
`;
