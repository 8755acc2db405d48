/**
 * The original bot's steps, written plainly, for the benchmark to compare with: whole columns are read and looped
 * through, messages are sent one after another, rows are appended without a lock, and every delivery is believed.
 */

var API = 'https://graph.facebook.com/v26.0/';

function doGet() {
  return ContentService.createTextOutput('');
}

function doPost(e) {
  var value = JSON.parse(e.postData.contents).entry[0].changes[0].value;
  if (value.messages) {
    onMessage(value.messages[0], value.contacts[0], value.metadata);
  }
  return HtmlService.createHtmlOutput('');
}

function onMessage(message, contact, metadata) {
  var text = message.text ? message.text.body : '';
  var from = message.from;
  if (/^link$/i.test(text)) {
    var link = 'https://wa.me/' + metadata.display_phone_number + '?text=' +
      encodeURIComponent('You were recommended by ' + from + ' Hello');
    send(metadata.phone_number_id, from, link);
  } else if (/^my referrals$/i.test(text)) {
    var mine = readColumn('Invited by')
      .map(function (inviter, index) { return String(inviter) === from ? index : -1; })
      .filter(function (index) { return index >= 0; });
    var phones = readColumn('Phone');
    var names = mine.map(function (index) { return phones[index]; });
    send(metadata.phone_number_id, from, 'From you came ' + names.slice(-50).join(', ') + ', your referrals: ' + mine.length);
  } else {
    onInvitation(text, from, contact.profile.name, metadata);
  }
}

function onInvitation(text, from, name, metadata) {
  var ref = text.split(' ').filter(function (word) { return /^\d{10,15}$/.test(word); })[0];
  if (!ref) return;
  var phones = readColumn('Phone');
  for (var i = 0; i < phones.length; i++) {
    if (String(phones[i]) === from) return;
  }
  send(metadata.phone_number_id, ref, name + ' came to us on your recommendation.');
  clients().appendRow([from, name, ref, '', new Date(), new Date()]);
  send(metadata.phone_number_id, from, 'Welcome!');
}

function clients() {
  return SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Clients');
}

function readColumn(heading) {
  var sheet = clients();
  var headings = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0];
  var last = sheet.getLastRow();
  if (last < 2) return [];
  return sheet.getRange(2, headings.indexOf(heading) + 1, last - 1, 1).getValues()
    .map(function (row) { return row[0]; });
}

function send(phoneNumberId, to, text) {
  UrlFetchApp.fetch(API + phoneNumberId + '/messages', {
    method: 'post',
    contentType: 'application/json',
    headers: { Authorization: 'Bearer ' + PropertiesService.getScriptProperties().getProperty('metaToken') },
    payload: JSON.stringify({ messaging_product: 'whatsapp', to: '+' + to, type: 'text', text: { body: text } }),
    muteHttpExceptions: true,
  });
}
