// One object of every class that the stand-in has, so that they can be asked for their methods.
function specimens() {
  var book = SpreadsheetApp.getActiveSpreadsheet();
  var sheet = SpreadsheetApp.getActiveSheet();
  var range = sheet.getRange('A1:B2');
  var ui = SpreadsheetApp.getUi();
  var page = HtmlService.createHtmlOutput('').addMetaTag('viewport', '');
  var builder = SpreadsheetApp.newDataValidation();
  var chart = sheet.newChart();
  var database = Jdbc.getConnection('jdbc:postgresql://db.example.com:5432/shop', 'shop', 'local-password');
  var statement = database.createStatement();
  var trigger = ScriptApp.newTrigger('specimens');
  return {
    Blob: Utilities.newBlob(''),
    Cache: CacheService.getScriptCache(),
    CacheService: CacheService,
    ClockTriggerBuilder: trigger.timeBased(),
    console: console,
    ContentService: ContentService,
    ContainerInfo: chart.build().getContainerInfo(),
    DataValidation: builder.requireCheckbox().build(),
    DataValidationBuilder: builder,
    EmbeddedAreaChartBuilder: chart.asAreaChart(),
    EmbeddedBarChartBuilder: chart.asBarChart(),
    EmbeddedChart: chart.build(),
    EmbeddedChartBuilder: chart,
    EmbeddedColumnChartBuilder: chart.asColumnChart(),
    EmbeddedLineChartBuilder: chart.asLineChart(),
    EmbeddedPieChartBuilder: chart.asPieChart(),
    Filter: range.createFilter(),
    FilterCriteria: SpreadsheetApp.newFilterCriteria().build(),
    FilterCriteriaBuilder: SpreadsheetApp.newFilterCriteria(),
    HTTPResponse: UrlFetchApp.fetch('https://example.com/'),
    HtmlOutput: page,
    HtmlOutputMetaTag: page.getMetaTags()[0],
    HtmlService: HtmlService,
    HtmlTemplate: HtmlService.createTemplate(''),
    Jdbc: Jdbc,
    JdbcConnection: database,
    JdbcPreparedStatement: database.prepareStatement('select ?'),
    JdbcResultSet: statement.executeQuery('select 1'),
    JdbcStatement: statement,
    Lock: LockService.getScriptLock(),
    LockService: LockService,
    Logger: Logger,
    MailApp: MailApp,
    Menu: ui.createMenu(''),
    PromptResponse: ui.prompt(''),
    Properties: PropertiesService.getScriptProperties(),
    PropertiesService: PropertiesService,
    Protection: range.protect(),
    Range: range,
    RangeList: sheet.getRangeList(['A1']),
    ScriptApp: ScriptApp,
    ScriptProperties: ScriptProperties,
    Selection: sheet.getSelection(),
    Service: ScriptApp.getService(),
    Session: Session,
    Sheet: sheet,
    Spreadsheet: book,
    SpreadsheetApp: SpreadsheetApp,
    SpreadsheetTriggerBuilder: trigger.forSpreadsheet(book),
    TextFinder: sheet.createTextFinder(''),
    TextOutput: ContentService.createTextOutput(''),
    Trigger: trigger.timeBased().after(1).create(),
    TriggerBuilder: trigger,
    Ui: ui,
    UrlFetchApp: UrlFetchApp,
    User: Session.getActiveUser(),
    UserProperties: UserProperties,
    Utilities: Utilities,
  };
}
