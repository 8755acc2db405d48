// A Telegram bot that repeats what it is told and notes it in the sheet.
function token() {
  return PropertiesService.getScriptProperties().getProperty('TELEGRAM_TOKEN');
}

function setWebhook() {
  var url =
    'https://api.telegram.org/bot' +
    token() +
    '/setWebhook?url=' +
    encodeURIComponent(ScriptApp.getService().getUrl());
  var response = UrlFetchApp.fetch(url);
  Logger.log(response.getContentText());
}

function doPost(e) {
  var update = JSON.parse(e.postData.contents);
  var message = update.message;
  if (!message || !message.text) return HtmlService.createHtmlOutput();

  var sheet = SpreadsheetApp.getActiveSheet();
  sheet.appendRow([
    new Date(message.date * 1000),
    message.chat.id,
    message.from.first_name,
    message.text,
  ]);

  if (message.text === '/start') {
    sendMessage(message.chat.id, 'Hello, <b>' + message.from.first_name + '</b>!');
  } else {
    sendMessage(message.chat.id, message.text);
  }
  return HtmlService.createHtmlOutput();
}

function sendMessage(chatId, text) {
  var data = {
    method: 'post',
    contentType: 'application/json',
    payload: JSON.stringify({ chat_id: String(chatId), text: text, parse_mode: 'HTML' }),
    muteHttpExceptions: true,
  };
  var response = UrlFetchApp.fetch('https://api.telegram.org/bot' + token() + '/sendMessage', data);
  var answer = JSON.parse(response.getContentText());
  if (!answer.ok) console.error('Telegram says: ' + answer.description);
}
