/** Sends the owner an e-mail, and says why it does not work. */
import type { Mail } from '../program/mails';
import { SPREADSHEET_ID, type Store } from './properties';

/** What to do where Google has not been asked for the permission. */
export const MAIL_TO_DO =
  'The program may not send e-mails yet. `npm run deploy -- --mail` asks Google for that permission: the guide to going live, under “E-mails to you”, has the steps. Or empty “E-mail to you” in Settings.';

/** How many more people may be written to today. @throws without the permission */
export function mailsLeft(): number {
  return MailApp.getRemainingDailyQuota();
}

/** @throws without the permission, and when the day's mails are used up */
export function sendMail(to: string, { subject, body }: Mail): void {
  MailApp.sendEmail({ to, subject, body, name: 'Referrals' });
}

/** Whether Google refuses for want of the permission; its sentence may come in the owner's language. */
export function lacksPermission(error: unknown): boolean {
  return String(error).includes('script.send_mail');
}

/** The sheet, for a link in a mail. */
export function sheetAddress(store: Store): string {
  return `https://docs.google.com/spreadsheets/d/${store[SPREADSHEET_ID] ?? ''}/edit`;
}
