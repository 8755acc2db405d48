// Writes one letter per row. The first row holds the headings; {{Heading}} in the template is replaced.
var TEMPLATE = 'Dear {{First name}},\nyour order of {{Ordered}} over {{Amount}} is on its way.';
var STATUS = 'Sent';

function onOpen() {
  var ui = SpreadsheetApp.getUi();
  ui.createMenu('Mail merge')
    .addItem('Write letters', 'writeLetters')
    .addSeparator()
    .addItem('Start over', 'startOver')
    .addToUi();
}

function writeLetters() {
  var sheet = SpreadsheetApp.getActiveSheet();
  var data = sheet.getDataRange().getValues();
  var headings = data[0];
  var statusColumn = headings.indexOf(STATUS);
  if (statusColumn < 0) {
    statusColumn = headings.length;
    sheet.getRange(1, statusColumn + 1).setValue(STATUS);
  }
  var letterColumn = statusColumn + 1;
  sheet.getRange(1, letterColumn + 1).setValue('Letter');
  var written = 0;
  for (var i = 1; i < data.length; i++) {
    var row = data[i];
    if (row[0] === '' || row[statusColumn]) continue;
    var letter = fillIn(TEMPLATE, headings, row);
    sheet
      .getRange(i + 1, letterColumn + 1)
      .setValue(letter)
      .setWrap(true)
      .setVerticalAlignment('top');
    sheet
      .getRange(i + 1, statusColumn + 1)
      .setValue(
        'Sent on ' +
          Utilities.formatDate(new Date(), Session.getScriptTimeZone(), 'dd.MM.yyyy HH:mm'),
      );
    SpreadsheetApp.flush();
    written++;
  }
  sheet.autoResizeColumn(letterColumn + 1);
  Logger.log(written + ' letters written');
  SpreadsheetApp.getActiveSpreadsheet().toast(written + ' letters written', 'Mail merge', 5);
  return written;
}

function fillIn(template, headings, row) {
  return template.replace(/{{([^}]+)}}/g, (_, heading) => {
    var value = row[headings.indexOf(heading)];
    if (value instanceof Date) return Utilities.formatDate(value, 'GMT', 'd MMMM yyyy');
    if (typeof value === 'number') return Utilities.formatString('%.2f', value);
    return value === undefined ? '' : value;
  });
}

function startOver() {
  var ui = SpreadsheetApp.getUi();
  var answer = ui.alert(
    'Start over?',
    'The column ' + STATUS + ' is emptied.',
    ui.ButtonSet.YES_NO,
  );
  if (answer !== ui.Button.YES) return;
  var sheet = SpreadsheetApp.getActiveSheet();
  var column = sheet.getRange('1:1').getValues()[0].indexOf(STATUS) + 1;
  if (column > 0 && sheet.getLastRow() > 1) {
    sheet.getRange(2, column, sheet.getLastRow() - 1, 2).clearContent();
  }
}

function mailLetters() {
  MailApp.sendEmail('owner@example.com', 'Letters', 'All are written.');
}

function searchMail() {
  return GmailApp.search('is:unread').length;
}
