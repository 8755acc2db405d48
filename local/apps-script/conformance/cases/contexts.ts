/** What a script may do depends on who started it: the same questions in each context. */
import { type Case, type Context, figure, like, oneOf, type Sureness, threw } from '../case';

/** A question with its answer in each context where it is asked. */
interface Question {
  what: string;
  run: Case['run'];
  means: string;
  answers: Partial<Record<Context, [expected: unknown, sure: Sureness, settles?: string]>>;
}

const NAMES: Record<Context, string> = {
  post: 'in doPost',
  get: 'in doGet',
  visitor: 'from a page of the web app',
  trigger: 'in a time trigger',
  open: 'in onOpen',
  edit: 'in onEdit',
  menu: 'from a menu',
  dialog: 'from a dialog',
};

const NO_UI = threw('Cannot call SpreadsheetApp.getUi() from this context.');
const refused = (method: string) =>
  threw(
    new RegExp(
      `^(?:You do not have permission to call|Specified permissions are not sufficient to call) ${method}\\. Required permissions: `,
    ),
  );
const ADDRESS = figure('the address');

const QUESTIONS: Question[] = [
  {
    what: 'getActiveSpreadsheet is given',
    run: () => SpreadsheetApp.getActiveSpreadsheet() !== null,
    means: 'The sheet cannot be reached there: what comes in has to be kept until somebody can.',
    answers: {
      post: [true, 'measured by others', 'activeInWebApp'],
      get: [true, 'measured by others', 'activeInWebApp'],
      visitor: [true, 'measured by others', 'activeInWebApp'],
      trigger: [true, 'documented', 'activeInTrigger'],
      open: [true, 'documented'],
      edit: [true, 'documented'],
      menu: [true, 'documented'],
      dialog: [true, 'documented'],
    },
  },
  {
    what: 'SpreadsheetApp.getUi() works',
    run: () => Boolean(SpreadsheetApp.getUi()),
    means:
      'A guard that asks for the Ui first lets strangers in, or keeps the owner out: whoever holds a page of the web app could call the owner’s functions.',
    answers: {
      post: [NO_UI, 'measured by others'],
      get: [NO_UI, 'measured by others'],
      visitor: [NO_UI, 'assumed'],
      trigger: [NO_UI, 'measured by others'],
      open: [true, 'documented'],
      menu: [true, 'documented'],
      dialog: [true, 'documented'],
    },
  },
  {
    what: 'PropertiesService may be used',
    run: () => PropertiesService.getScriptProperties().getProperty('nothing'),
    means: 'A simple trigger cannot know how the program is set up.',
    answers: {
      open: [null, 'assumed', 'simpleTriggersMayUseProperties'],
      edit: [null, 'assumed', 'simpleTriggersMayUseProperties'],
      trigger: [null, 'documented'],
      visitor: [null, 'documented'],
    },
  },
  {
    what: 'CacheService may be used',
    run: () => CacheService.getScriptCache().get('nothing'),
    means: 'A simple trigger cannot leave a mark for the next execution.',
    answers: { open: [null, 'documented'], edit: [null, 'documented'] },
  },
  {
    what: 'LockService gives the script lock',
    run: () => LockService.getScriptLock().tryLock(100),
    means: 'Two executions could not be kept apart there.',
    answers: {
      edit: [true, 'assumed'],
      trigger: [true, 'documented'],
      visitor: [true, 'documented'],
    },
  },
  {
    what: 'LockService gives a document lock',
    run: () => LockService.getDocumentLock() !== null,
    means: 'A lock on the document would not exclude the web app, or it would.',
    answers: {
      post: [false, 'documented'],
      visitor: [false, 'assumed'],
      menu: [true, 'documented'],
      trigger: [true, 'assumed'],
    },
  },
  {
    what: 'UrlFetchApp.fetch is refused',
    run: () => UrlFetchApp.fetch('https://www.example.com/').getResponseCode(),
    means: 'A simple trigger may send messages.',
    answers: {
      open: [refused('UrlFetchApp\\.fetch'), 'documented'],
      edit: [refused('UrlFetchApp\\.fetch'), 'documented'],
    },
  },
  {
    what: 'a dialog is refused',
    run: () => SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('x'), 'x'),
    means: 'The program may greet its owner when the sheet is opened.',
    answers: {
      open: [
        threw(
          /^You do not have permission to call Ui\.showModalDialog\. Required permissions: .*script\.container\.ui/,
        ),
        'measured by others',
      ],
    },
  },
  {
    what: 'getProjectTriggers is refused',
    run: () => ScriptApp.getProjectTriggers().length,
    means: 'A simple trigger may look after the others.',
    answers: {
      open: [refused('ScriptApp\\.getProjectTriggers'), 'documented'],
    },
  },
  {
    what: 'openById is refused under the narrow scope',
    run: () => SpreadsheetApp.openById('1'.repeat(44)).getName(),
    means:
      'Where getActiveSpreadsheet gives null, the program can open its sheet by id and needs no wider scope.',
    answers: {
      post: [refused('SpreadsheetApp\\.openById'), 'measured by others'],
      trigger: [refused('SpreadsheetApp\\.openById'), 'assumed'],
      menu: [refused('SpreadsheetApp\\.openById'), 'assumed'],
    },
  },
  {
    what: 'openById of the own sheet is allowed under the narrow scope',
    run: () => {
      const id = SpreadsheetApp.getActiveSpreadsheet().getId();
      return SpreadsheetApp.openById(id).getId() === id;
    },
    means: 'A dialog that keeps the sheet’s id does not reach the sheet by it.',
    answers: { dialog: [true, 'measured by others', 'pageMayOpenOwn'] },
  },
  {
    what: 'the user’s address is refused without its scope',
    run: () => Session.getActiveUser().getEmail(),
    means:
      'The address is given, or empty, where an error was expected: a guard by address may be fooled.',
    answers: {
      post: [refused('Session\\.getActiveUser'), 'assumed'],
      menu: [refused('Session\\.getActiveUser'), 'assumed'],
    },
  },
  {
    what: 'the words of a missing scope',
    run: () => SpreadsheetApp.openById('1'.repeat(44)).getName(),
    means: 'Only the words are others; a program that waits for them would not know the error.',
    answers: {
      post: [threw(/^You do not have permission to call/), 'assumed', 'missingScopeWords'],
    },
  },
  {
    what: 'getService().getUrl() tells',
    run: () => ScriptApp.getService().getUrl() ?? null,
    means: 'The program cannot learn its own address there and has to be told.',
    answers: {
      post: [ADDRESS, 'measured by others'],
      get: [ADDRESS, 'measured by others'],
      visitor: [ADDRESS, 'measured by others'],
      trigger: [ADDRESS, 'measured by others'],
      menu: [ADDRESS, 'measured by others'],
      dialog: [ADDRESS, 'measured by others'],
    },
  },
  {
    what: 'the event has the names',
    run: (it) => Object.keys(it.event).sort(),
    means: 'What the program reads of the event is not there.',
    answers: {
      edit: [like(/authMode,(?:oldValue,)?range,source,user,value/), 'documented'],
      trigger: [like(/authMode,day-of-month,day-of-week,hour,.*timezone,triggerUid/), 'documented'],
      get: [
        ['contentLength', 'contextPath', 'parameter', 'parameters', 'queryString'],
        'documented',
      ],
    },
  },
  {
    what: 'the authorization of the event',
    run: (it) => String(it.event.authMode),
    means: 'A trigger takes itself for one of the other kind.',
    answers: {
      open: ['LIMITED', 'documented'],
      edit: ['LIMITED', 'documented'],
      trigger: ['FULL', 'documented'],
    },
  },
  {
    what: 'the value of the edit',
    run: (it) => [
      it.event.value,
      (it.event.range as GoogleAppsScript.Spreadsheet.Range).getA1Notation(),
    ],
    means: 'What the owner typed has to be read from the sheet.',
    answers: { edit: [oneOf(['x', 'A1'], ['X', 'A1']), 'documented'] },
  },
];

export const CONTEXTS: Case[] = QUESTIONS.flatMap(({ what, run, means, answers }) =>
  Object.entries(answers).map(([context, [expected, sure, settles]]) => ({
    name: `${what} ${NAMES[context as Context]}`,
    in: context as Context,
    ...{ run, means, expected, sure },
    ...(settles ? { settles } : {}),
  })),
);
