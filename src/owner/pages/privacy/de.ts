/** The privacy page in German. */
export const DE = `Datenschutz: unser Empfehlungsprogramm auf WhatsApp

Verantwortlich: {business}, {contact}

Wenn Sie uns auf WhatsApp schreiben, speichern wir Ihre Nummer, Ihren Namen, wie WhatsApp ihn zeigt, das Datum Ihrer ersten und Ihrer letzten Nachricht, wer uns Ihnen empfohlen hat und wem Sie uns empfohlen haben. Wenn wir für Empfehlungen etwas versprechen, notieren wir auch Ihre Einkäufe und was Sie dafür bekommen.

Was Sie schreiben, steht nicht in unserer Liste. Unser Programm liest es, um Ihnen zu antworten; geht dabei etwas schief, wartet es dort höchstens drei Tage. Der Chat selbst liegt wie jeder andere bei WhatsApp.

Wir brauchen das, um Ihnen zu antworten, um demjenigen, der uns empfohlen hat, zu sagen, dass Sie da sind, und um zu halten, was wir versprochen haben. Wer uns Ihnen empfohlen hat, sieht Ihren Namen oder Ihre Nummer mit verdeckter Mitte.

Unsere Liste ist eine Google-Tabelle, und das Programm läuft bei Google. WhatsApp (Meta) befördert die Nachrichten. Sonst bekommt sie niemand, und wir verkaufen nichts.

Wir bewahren die Daten auf, bis Sie sie gelöscht haben möchten oder wir sie nicht mehr brauchen.

Schreiben Sie uns auf WhatsApp: „{stop}“, und Sie bekommen keine Nachrichten über Empfehlungen mehr; „{data}“, und Sie lesen, was wir über Sie gespeichert haben; „{delete}“, und wir löschen es, sobald Sie es bestätigt haben. Was gekauft und ausgegeben wurde, bleibt ohne Ihren Namen in unseren Büchern, und ein Kennzeichen, aus dem niemand Ihre Nummer lesen kann, sorgt dafür, dass nichts doppelt zählt. Wenn etwas berichtigt werden soll oder Sie Fragen haben: {contact}.
`;
