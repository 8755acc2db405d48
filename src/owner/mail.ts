/** Whether the owner can be written to by e-mail, and a test of it. */
import { testMail } from '../program/mails';
import { lacksPermission, mailsLeft, sendMail, sheetAddress } from '../script/mail';
import { openProgram } from '../script/program';
import type { Services } from '../script/services';
import type { MailState } from './wire';

/** Asks Google only where there is an address. */
export function mailState(services: Services): MailState {
  const to = addressOf(services);
  if (!to) return { to, left: null, why: '' };
  try {
    return { to, left: mailsLeft(), why: '' };
  } catch (error) {
    const why = lacksPermission(error) ? 'permission' : (error as Error).message;
    return { to, left: null, why };
  }
}

/** @throws what Google refuses */
export function sendTestMail(services: Services): MailState {
  const store = services.properties.getProperties();
  sendMail(addressOf(services), testMail(sheetAddress(store)));
  return mailState(services);
}

function addressOf(services: Services): string {
  return openProgram(services.properties.getProperties(), services).settings.mailTo;
}
