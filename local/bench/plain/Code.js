/**
 * The original bot's steps, written plainly, for the benchmark to compare with: whole columns are read and looped
 * through, messages are sent one after another, rows are appended without a lock, and every delivery is believed.
 */

const API = 'https://graph.facebook.com/v26.0/';
/** The tab's columns, remembered by their position. */
const COLUMNS = [
  'Name',
  'Joined',
  'Last message',
  "Inviter's name",
  'Invited by',
  'Notice',
  'Phone',
];
const PHONE = COLUMNS.indexOf('Phone') + 1;
const INVITED_BY = COLUMNS.indexOf('Invited by') + 1;

let token = '';

// biome-ignore lint/correctness/noUnusedVariables: Apps Script calls it.
function doGet() {
  return ContentService.createTextOutput('');
}

// biome-ignore lint/correctness/noUnusedVariables: Apps Script calls it.
function doPost(e) {
  for (const entry of JSON.parse(e.postData.contents).entry) {
    for (const { value } of entry.changes) {
      for (const message of value.messages || []) onMessage(message, value);
    }
  }
  return HtmlService.createHtmlOutput('');
}

function onMessage(message, { contacts, metadata }) {
  const from = message.from;
  const text = message.text ? message.text.body : '';
  if (/^link$/i.test(text)) {
    const invitation = encodeURIComponent(`You were recommended by ${from} Hello`);
    send(metadata, from, `https://wa.me/${metadata.display_phone_number}?text=${invitation}`);
  } else if (/^my referrals$/i.test(text)) {
    onMyReferrals(from, metadata);
  } else {
    const contact = contacts.find((one) => one.wa_id === from);
    onInvitation(text, from, contact ? contact.profile.name : '', metadata);
  }
}

function onMyReferrals(from, metadata) {
  const phones = readColumn(PHONE);
  const mine = [];
  readColumn(INVITED_BY).forEach((inviter, index) => {
    if (inviter === from) mine.push(phones[index]);
  });
  send(metadata, from, `Your referrals: ${mine.length}\n${mine.slice(-50).join('\n')}`);
}

function onInvitation(text, from, name, metadata) {
  const inviter = text.split(' ').find((word) => /^\d{10,15}$/.test(word));
  if (!inviter) return;
  for (const phone of readColumn(PHONE)) {
    if (phone === from) return;
  }
  send(metadata, inviter, `${name} came to us on your recommendation.`);
  const now = new Date();
  const row = { Phone: from, Name: name, 'Invited by': inviter, Joined: now, 'Last message': now };
  clients().appendRow(COLUMNS.map((column) => row[column] || ''));
  send(metadata, from, 'Welcome!');
}

function clients() {
  return SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Clients');
}

function readColumn(column) {
  const sheet = clients();
  const rows = sheet.getLastRow() - 1;
  if (rows < 1) return [];
  return sheet
    .getRange(2, column, rows, 1)
    .getValues()
    .map(([value]) => String(value));
}

function send(metadata, to, text) {
  token = token || PropertiesService.getScriptProperties().getProperty('metaToken');
  UrlFetchApp.fetch(`${API}${metadata.phone_number_id}/messages`, {
    method: 'post',
    contentType: 'application/json',
    headers: { Authorization: `Bearer ${token}` },
    payload: JSON.stringify({
      messaging_product: 'whatsapp',
      to: `+${to}`,
      type: 'text',
      text: { body: text },
    }),
    muteHttpExceptions: true,
  });
}
