/** Scripts as tutorials write them run as they are: what they leave in the sheet, send out and answer. */
import path from 'node:path';
import {
  LocalAppsScript,
  type LocalAppsScriptOptions,
  type OutsideRequest,
} from '../../local/apps-script';
import { finished, NOON } from './script-of';

const tutorial = (name: string, options: Partial<LocalAppsScriptOptions> = {}) =>
  new LocalAppsScript({ folder: path.join(__dirname, 'tutorials', name), now: NOON, ...options });

describe('a form handler', () => {
  const ready = () => {
    const script = tutorial('form-handler');
    finished(script.run('setup'));
    return script;
  };
  const POST = { queryString: '', contentType: 'application/x-www-form-urlencoded' };

  test('what a website’s form sends becomes a row, under the headings', () => {
    const script = ready();
    const body = 'message=2+%2B+2+%3D+4&name=Anna&email=anna%40example.com&unknown=x';
    const answer = script.post({ ...POST, body });
    expect(answer.status).toBe(302);
    expect(script.echo(answer.headers.location ?? '')).toBe('{"result":"success","row":2}');
    expect(script.spreadsheet.rows('Responses')).toEqual([
      ['Timestamp', 'name', 'email', 'message'],
      ['2026-06-01 12:00:00', 'Anna', 'anna@example.com', '2 + 2 = 4'],
    ]);
  });

  test('its page is served', () => {
    const script = ready();
    expect(script.get('a=1').status).toBe(200);
    expect(script.executions.at(-1)?.log).toEqual(['asked with {"a":"1"}']);
  });

  test('a Google Form’s answers fire onFormSubmit', () => {
    const script = ready();
    script.spreadsheet.addSheet('Form Responses 1');
    const answers = { 'Your name': 'Bo', 'You like': ['tea', 'cake'] };
    script.spreadsheet.submitForm('Form Responses 1', answers);
    script.spreadsheet.submitForm('Form Responses 1', { 'Your name': 'Cem', Since: '2025-01-31' });
    expect(script.spreadsheet.rows('Form Responses 1')).toEqual([
      ['Timestamp', 'Your name', 'You like', '', 'Since', ''],
      ['2026-06-01 12:00:00', 'Bo', 'tea, cake', 'Thank you, Bo', '', ''],
      ['2026-06-01 12:00:00', 'Cem', '', '', '2025-01-31', 'Thank you, Cem'],
    ]);
    expect(script.executions.at(-1)?.log).toEqual(['Cem answered in row 3']);
  });
});

describe('a mail merge', () => {
  const PEOPLE = [
    ['First name', 'Ordered', 'Amount'],
    ['Anna', new Date(Date.UTC(2026, 4, 30)), 12.5],
    ['', '', ''],
    ['Bo', new Date(Date.UTC(2026, 4, 31)), 1200],
  ];
  const filled = () => {
    const script = tutorial('mail-merge');
    script.spreadsheet.fill('Sheet1', PEOPLE);
    return script;
  };

  test('each row gets its letter once', () => {
    const script = filled();
    expect(finished(script.run('writeLetters')).result).toBe(2);
    expect(script.spreadsheet.rows('Sheet1').map((row) => row.slice(3))).toEqual([
      ['Sent', 'Letter'],
      [
        'Sent on 01.06.2026 12:00',
        'Dear Anna,\nyour order of 30 May 2026 over 12.50 is on its way.',
      ],
      ['', ''],
      [
        'Sent on 01.06.2026 12:00',
        'Dear Bo,\nyour order of 31 May 2026 over 1200.00 is on its way.',
      ],
    ]);
    expect(script.ui.toasts).toMatchObject([{ text: '2 letters written', title: 'Mail merge' }]);
    expect(finished(script.run('writeLetters')).result).toBe(0);
  });

  test('its menu asks before it starts over', () => {
    const script = filled();
    script.open();
    expect(script.menus[0]?.items[0]).toEqual({ name: 'Write letters', function: 'writeLetters' });
    finished(script.run('writeLetters', [], 'menu'));
    script.ui.answers = () => ({ button: 'NO' });
    finished(script.run('startOver', [], 'menu'));
    expect(script.spreadsheet.shown('Sheet1', 2, 4)).toMatch(/^Sent on/);
    script.ui.answers = () => ({ button: 'YES' });
    finished(script.run('startOver', [], 'menu'));
    expect(script.spreadsheet.shown('Sheet1', 2, 4)).toBe('');
  });

  test('its mail lies in the outbox; a mailbox is not there, and says so', () => {
    const script = filled();
    finished(script.run('mailLetters'));
    expect(script.mails).toMatchObject([
      { recipients: ['owner@example.com'], subject: 'Letters', body: 'All are written.' },
    ]);
    expect(script.run('searchMail')).toMatchObject({
      error: 'GmailApp is not part of the local Apps Script',
      missing: ['GmailApp'],
    });
  });
});

describe('a Telegram echo bot', () => {
  const hears = (text: string, answer = { ok: true }) => {
    const asked: OutsideRequest[] = [];
    const script = tutorial('telegram-echo', {
      outside: (request) => {
        asked.push(request);
        return { status: answer.ok ? 200 : 400, body: JSON.stringify(answer) };
      },
    });
    script.properties.script.set('TELEGRAM_TOKEN', 'token');
    const message = { text, date: NOON / 1000, chat: { id: 42 }, from: { first_name: 'Anna' } };
    const body = JSON.stringify({ message });
    return {
      script,
      asked,
      answer: script.post({ queryString: '', contentType: 'application/json', body }),
    };
  };

  test('it repeats what it hears, notes it, and answers 200', () => {
    const { script, asked, answer } = hears('hello');
    expect(answer.status).toBe(200);
    expect(asked).toMatchObject([
      {
        method: 'POST',
        url: 'https://api.telegram.org/bottoken/sendMessage',
        headers: { 'content-type': 'application/json' },
        body: '{"chat_id":"42","text":"hello","parse_mode":"HTML"}',
      },
    ]);
    // The manifest's time zone is Berlin's.
    expect(script.spreadsheet.rows('Sheet1')).toEqual([
      ['2026-06-01 14:00:00', '42', 'Anna', 'hello'],
    ]);
  });

  test('what Telegram refuses is in the log', () => {
    const { script } = hears('hi', { ok: false, description: 'Bad Request' } as { ok: boolean });
    expect(script.executions.at(-1)?.log).toEqual(['Telegram says: Bad Request']);
  });

  test('it tells Telegram where it is', () => {
    const { script, asked } = hears('/start');
    script.run('setWebhook');
    expect(asked.at(-1)?.url).toBe(
      'https://api.telegram.org/bottoken/setWebhook?url=https%3A%2F%2Fscript.google.com%2Fmacros%2Fs%2Flocal-deployment%2Fexec',
    );
  });
});
