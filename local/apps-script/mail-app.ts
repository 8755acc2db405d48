/** MailApp: mails go into an outbox that tests read; recipients count against the day. */
import { guard } from './guard';
import type { Run } from './run';
import type { SentMail } from './types';

/** What a script may say of a mail. Files are not part of the stand-in. */
interface Options {
  to?: string;
  cc?: string;
  bcc?: string;
  subject?: string;
  body?: string;
  htmlBody?: string;
  replyTo?: string;
  name?: string;
}

const TAKEN = ['to', 'cc', 'bcc', 'subject', 'body', 'htmlBody', 'replyTo', 'name'];

/** Google's limits: characters of a subject, bytes of a body, recipients of one mail. */
const LONGEST_SUBJECT = 250;
const LARGEST_BODY = 200 * 1024;
const MOST_RECIPIENTS = 50;

class MailApp {
  readonly #run: Run;
  constructor(run: Run) {
    this.#run = run;
  }
  getRemainingDailyQuota(): number {
    const run = this.#run;
    return run.call('mail', 'getRemainingDailyQuota', () =>
      Math.max(run.world.limits.mails - run.world.usage.used.mails, 0),
    );
  }
  sendEmail(...args: unknown[]): void {
    const options = optionsIn(args);
    const run = this.#run;
    const strange = Object.keys(options).find((key) => !TAKEN.includes(key));
    if (strange) throw run.lacks(`MailApp.sendEmail with ${strange}`);
    const mail = mailOf(run, options);
    run.call('mail', `sendEmail to ${mail.recipients.join(', ')}`, () => {
      run.use('mails', mail.recipients.length);
      run.world.mails.push(mail);
    });
  }
}

/** The four forms: an object; recipient, subject, body, options; or recipient, reply-to, subject, body. */
function optionsIn(args: unknown[]): Options {
  const [first, second, third, fourth] = args;
  if (args.length === 1) return { ...(first as Options) };
  if (typeof fourth === 'string') {
    return { to: String(first), replyTo: String(second), subject: String(third), body: fourth };
  }
  const given = { to: String(first), subject: String(second), body: String(third) };
  return { ...(fourth as Options | undefined), ...given };
}

/** @throws Google's exceptions for nobody to send to, and for what is too long */
function mailOf(run: Run, options: Options): SentMail {
  const { to, cc, bcc, subject = '', body = '', htmlBody = '', replyTo = '', name = '' } = options;
  const recipients = [to, cc, bcc].flatMap((list) =>
    String(list ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  );
  if (!recipients.length) throw run.exception('Failed to send email: no recipient');
  const invalid = recipients.find((one) => !/^(?:[^<>@]*<)?[^\s<>@,]+@[^\s<>@,]+>?$/.test(one));
  if (invalid) throw run.exception(`Invalid email: ${invalid}`);
  const isTooLong =
    subject.length > LONGEST_SUBJECT ||
    Buffer.byteLength(body) > LARGEST_BODY ||
    Buffer.byteLength(htmlBody) > LARGEST_BODY;
  if (isTooLong) throw run.exception('Limit Exceeded: Email Body Size.');
  if (recipients.length > MOST_RECIPIENTS) {
    throw run.exception('Limit Exceeded: Email Recipients Per Message.');
  }
  return { at: run.now(), recipients, subject, body, htmlBody, replyTo, name };
}

/** The global `MailApp` of one execution. */
export function mailApp(run: Run): object {
  return guard(run, 'MailApp', new MailApp(run));
}
