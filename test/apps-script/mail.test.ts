/** MailApp: its four forms, its limits, and the outbox. */
import { errorOf, finished, NOON, resultOf, scriptOf } from './script-of';

const sent = (call: string) => {
  const script = scriptOf(`function go() { ${call}; }`);
  finished(script.run('go'));
  return script.mails;
};

test.each([
  ["MailApp.sendEmail('a@example.com', 'Hi', 'Text')", ''],
  ["MailApp.sendEmail('a@example.com', 'b@example.com', 'Hi', 'Text')", 'b@example.com'],
  [
    "MailApp.sendEmail('a@example.com', 'Hi', 'Text', { replyTo: 'c@example.com' })",
    'c@example.com',
  ],
  ["MailApp.sendEmail({ to: 'a@example.com', subject: 'Hi', body: 'Text' })", ''],
])('%s', (call, replyTo) => {
  expect(sent(call)).toEqual([
    {
      at: NOON,
      recipients: ['a@example.com'],
      subject: 'Hi',
      body: 'Text',
      htmlBody: '',
      replyTo,
      name: '',
    },
  ]);
});

test('recipients count against the day, copies included', () => {
  const left = 'MailApp.getRemainingDailyQuota()';
  expect(resultOf(`return ${left};`)).toBe(100);
  const mail = "MailApp.sendEmail({ to: 'a@example.com, b@example.com', cc: 'c@example.com' })";
  expect(resultOf(`${mail}; return ${left};`)).toBe(97);
});

test('a day’s mails are used up, and come back', () => {
  const script = scriptOf("function go() { MailApp.sendEmail('a@example.com', 'Hi', ''); }");
  script.limits.mails = 1;
  finished(script.run('go'));
  expect(script.run('go').error).toBe('Service invoked too many times for one day: email.');
  script.clock.now += 24 * 60 * 60_000;
  finished(script.run('go'));
  expect(script.mails).toHaveLength(2);
});

test.each([
  ["MailApp.sendEmail('', 'Hi', 'Text')", 'Failed to send email: no recipient'],
  ["MailApp.sendEmail('nobody', 'Hi', 'Text')", 'Invalid email: nobody'],
  ["MailApp.sendEmail('a@example.com', 'x'.repeat(251), '')", 'Limit Exceeded: Email Body Size.'],
  [
    "MailApp.sendEmail(Array(51).fill('a@example.com').join(), 'Hi', '')",
    'Limit Exceeded: Email Recipients Per Message.',
  ],
  [
    "MailApp.sendEmail({ to: 'a@example.com', attachments: [] })",
    'MailApp.sendEmail with attachments is not part of the local Apps Script',
  ],
])('%s: %s', (call, error) => {
  expect(errorOf(`${call};`)).toBe(error);
});
