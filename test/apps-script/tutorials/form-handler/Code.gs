// Saves what an HTML form on a website sends. Deploy as a web app, put its address into the form's action.
var SHEET_NAME = 'Responses';

function setup() {
  var doc = SpreadsheetApp.getActiveSpreadsheet();
  PropertiesService.getScriptProperties().setProperty('key', doc.getId());
  var sheet = doc.getSheetByName(SHEET_NAME) || doc.insertSheet(SHEET_NAME);
  sheet
    .getRange(1, 1, 1, 4)
    .setValues([['Timestamp', 'name', 'email', 'message']])
    .setFontWeight('bold');
  sheet.setFrozenRows(1);
  ScriptApp.newTrigger('onFormSubmit').forSpreadsheet(doc).onFormSubmit().create();
}

function doPost(e) {
  var lock = LockService.getScriptLock();
  lock.tryLock(10000);
  try {
    var doc = SpreadsheetApp.openById(ScriptProperties.getProperty('key'));
    var sheet = doc.getSheetByName(SHEET_NAME);
    var headers = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0];
    var nextRow = sheet.getLastRow() + 1;
    var newRow = headers.map((header) =>
      header === 'Timestamp' ? new Date() : e.parameter[header],
    );
    sheet.getRange(nextRow, 1, 1, newRow.length).setValues([newRow]);
    return ContentService.createTextOutput(
      JSON.stringify({ result: 'success', row: nextRow }),
    ).setMimeType(ContentService.MimeType.JSON);
  } catch (err) {
    return ContentService.createTextOutput(
      JSON.stringify({ result: 'error', error: err }),
    ).setMimeType(ContentService.MimeType.JSON);
  } finally {
    lock.releaseLock();
  }
}

function doGet(e) {
  Logger.log('asked with %s', JSON.stringify(e.parameter));
  return HtmlService.createHtmlOutputFromFile('form').setTitle('Write to us');
}

// The answers of a Google Form that is linked to this spreadsheet.
function onFormSubmit(e) {
  var name = e.namedValues['Your name'][0];
  var row = e.range.getRow();
  e.range
    .getSheet()
    .getRange(row, e.values.length + 1)
    .setValue('Thank you, ' + name);
  Logger.log('%s answered in row %d', name, row);
}
