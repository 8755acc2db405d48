/** Locks, fetches and triggers, as one execution sees them. */
import { type Case, threw } from '../case';
import { suiteKey } from '../script/key';

const FETCH = 'A failed sending would be taken for another kind of failure, or for none.';

/** The suite's own web app, asked to do something that can be seen from a fetch. */
const ask = (address: string, does: string, more: Record<string, string> = {}) =>
  [
    `${address}?key=${suiteKey()}&do=${does}`,
    ...Object.entries(more).map(([name, value]) => `${name}=${value}`),
  ].join('&');

const LOCKS: Case[] = [
  {
    name: 'tryLock of a free lock',
    run: () => {
      const lock = LockService.getScriptLock();
      return [lock.tryLock(1000), lock.hasLock()];
    },
    ...{ expected: [true, true], sure: 'documented', means: 'Nothing could be written.' },
  },
  {
    name: 'tryLock of a lock that one has',
    run: () => {
      const lock = LockService.getScriptLock();
      return [lock.tryLock(1000), lock.tryLock(1000)];
    },
    ...{ expected: [true, true], sure: 'assumed', means: 'Asking twice would wait for oneself.' },
  },
  {
    name: 'a lock that was released is not held',
    run: () => {
      const lock = LockService.getScriptLock();
      lock.tryLock(1000);
      lock.releaseLock();
      return lock.hasLock();
    },
    ...{ expected: false, sure: 'documented', means: 'A lock would be given back too late.' },
  },
  {
    name: 'releaseLock of a lock that one does not have is no error',
    run: () => LockService.getScriptLock().releaseLock(),
    ...{ expected: null, sure: 'documented', means: 'Giving back would have to be guarded.' },
  },
];

const FETCHES: Case[] = [
  {
    name: 'a fetch of ContentService that follows gives its text',
    run: (it) => {
      const answer = UrlFetchApp.fetch(ask(it.address, 'text'));
      return [answer.getResponseCode(), answer.getContentText()];
    },
    ...{ expected: [200, 'hello'], sure: 'documented', means: FETCH },
  },
  {
    name: 'a fetch of ContentService that does not follow sees 302',
    run: (it) => {
      const answer = UrlFetchApp.fetch(ask(it.address, 'text'), { followRedirects: false });
      return answer.getResponseCode();
    },
    ...{ expected: 302, sure: 'measured by others', means: FETCH },
  },
  {
    name: 'a fetch that takes longer than its timeoutSeconds',
    run: (it) => {
      const options = { timeoutSeconds: 2, muteHttpExceptions: true };
      return UrlFetchApp.fetch(ask(it.address, 'stay', { ms: '8000' }), options).getResponseCode();
    },
    expected: threw(/^Timeout: http/),
    sure: 'documented',
    means: 'A provider that hangs holds the execution up for six minutes, or the words are others.',
  },
  {
    name: 'the headers of an answer, getHeaders and getAllHeaders',
    run: (it) => {
      const answer = UrlFetchApp.fetch(ask(it.address, 'text'), { followRedirects: false });
      const names = Object.keys(answer.getAllHeaders()).map((name) => name.toLowerCase());
      return names.includes('location');
    },
    ...{ expected: true, sure: 'documented', means: FETCH },
  },
  {
    name: 'a fetch of a host that there is not',
    run: () =>
      UrlFetchApp.fetch('https://no-such-host.invalid/', {
        muteHttpExceptions: true,
      }).getResponseCode(),
    expected: threw(/^DNS error: https:\/\/no-such-host\.invalid/),
    sure: 'measured by others',
    means: FETCH,
  },
  {
    name: 'a fetch of 404 without muteHttpExceptions',
    run: (it) => UrlFetchApp.fetch(ask(it.address, 'text', { c: '1' })).getResponseCode(),
    expected: threw(
      /^Request failed for https?:\/\/.* returned code 405\. Truncated server response: /,
    ),
    sure: 'measured by others',
    means: FETCH,
  },
  {
    name: 'a fetch of 404 with muteHttpExceptions',
    run: (it) => {
      const options = { muteHttpExceptions: true };
      return UrlFetchApp.fetch(ask(it.address, 'text', { c: '1' }), options).getResponseCode();
    },
    ...{ expected: 405, sure: 'measured by others', means: FETCH },
  },
  {
    name: 'a fetch of a method that there is not',
    run: (it) => UrlFetchApp.fetch(it.address, { method: 'leap' as never }).getResponseCode(),
    expected: threw(/^Attribute provided with invalid value: method/),
    sure: 'measured by others',
    means: FETCH,
  },
  {
    name: 'a fetch of an address of more than 2,082 characters',
    run: (it) => UrlFetchApp.fetch(`${it.address}?x=${'x'.repeat(2100)}`).getResponseCode(),
    expected: threw(/^Limit Exceeded: URLFetch URL Length/),
    sure: 'documented',
    means: FETCH,
  },
  {
    name: 'a fetch of what is no address',
    run: () => UrlFetchApp.fetch('http://').getResponseCode(),
    expected: threw(/^Invalid argument: http:\/\//),
    sure: 'assumed',
    means: FETCH,
  },
  {
    name: 'fetchAll answers in the order of its requests',
    run: (it) => {
      const [text, other] = ['text', 'other'].map((does) => ask(it.address, does));
      const answers = UrlFetchApp.fetchAll([other ?? '', text ?? '']);
      return answers.map((answer) => answer.getContentText());
    },
    ...{ expected: ['other', 'hello'], sure: 'documented', means: 'Answers would be mixed up.' },
  },
  {
    name: 'fetchAll throws when one of its requests cannot be sent',
    run: (it) => {
      const requests = [ask(it.address, 'text'), 'https://no-such-host.invalid/'];
      return UrlFetchApp.fetchAll(requests.map((url) => ({ url, muteHttpExceptions: true })))
        .length;
    },
    expected: threw(/no-such-host/),
    sure: 'measured by others',
    means: 'One provider that is down would not hide what the others answered.',
  },
];

const TRIGGERS: Case[] = [
  {
    name: 'everyMinutes(2) is refused',
    run: () => ScriptApp.newTrigger('atTime').timeBased().everyMinutes(2).create().getUniqueId(),
    expected: threw(/./),
    sure: 'documented',
    means: 'Other intervals are possible.',
  },
  {
    name: 'a trigger tells its kind and its function',
    run: () => {
      const trigger = ScriptApp.newTrigger('atTime').timeBased().everyHours(12).create();
      ScriptApp.deleteTrigger(trigger);
      return [
        trigger.getHandlerFunction(),
        String(trigger.getEventType()),
        String(trigger.getTriggerSource()),
      ];
    },
    expected: ['atTime', 'CLOCK', 'CLOCK'],
    sure: 'documented',
    means: 'The program would not find its own triggers and install them again and again.',
  },
  {
    name: 'a trigger that was deleted is not listed',
    run: () => {
      const before = ScriptApp.getProjectTriggers().length;
      const trigger = ScriptApp.newTrigger('atTime').timeBased().everyHours(12).create();
      const during = ScriptApp.getProjectTriggers().length;
      ScriptApp.deleteTrigger(trigger);
      return [during - before, ScriptApp.getProjectTriggers().length - before];
    },
    ...{ expected: [1, 0], sure: 'documented', means: 'Triggers would pile up.' },
  },
  {
    name: 'a trigger for a function that there is not can be made',
    run: () => {
      const trigger = ScriptApp.newTrigger('noSuchFunction').timeBased().everyHours(12).create();
      ScriptApp.deleteTrigger(trigger);
      return trigger.getHandlerFunction();
    },
    expected: 'noSuchFunction',
    sure: 'assumed',
    means: 'A mistake in the name would show itself at once.',
  },
];

export const SERVICES: Case[] = [...LOCKS, ...FETCHES, ...TRIGGERS];
