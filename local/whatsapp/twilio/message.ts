/** Reads a send request as strictly as Twilio, into what will stand on the phone. */
import { tappable } from '../single-event';
import type { Bubble } from '../standin';
import type { TwilioAccount, TwilioContent } from './account';
import { fillContent } from './content';
import { TwilioError } from './errors';

/** A valid message: whom it is for, what they would see, and what decides whether it goes. */
export interface TwilioMessage {
  /** Digits, or a business-scoped id. */
  to: string;
  bubble: Pick<Bubble, 'kind' | 'text' | 'buttons' | 'link'>;
  content?: TwilioContent;
  statusCallback?: string;
}

const LONGEST = 1600;

/** @throws TwilioError as Twilio would refuse it */
export function readTwilioMessage(form: URLSearchParams, account: TwilioAccount): TwilioMessage {
  const to = readTo(form.get('To'));
  checkSender(form, account);
  if (to === account.number) throw new TwilioError(63031);
  const statusCallback = form.get('StatusCallback');
  if (statusCallback && !/^https?:\/\/[^\s/]+\/\S*$/.test(statusCallback)) {
    throw new TwilioError(21609);
  }
  return {
    to,
    ...(form.has('ContentSid') ? readContentUse(form, account) : { bubble: readBody(form) }),
    ...(statusCallback ? { statusCallback } : {}),
  };
}

function readTo(to: string | null): string {
  if (!to) throw new TwilioError(21604);
  const [, id] = /^whatsapp:(.*)$/.exec(to) ?? [];
  if (id === undefined) throw new TwilioError(21910);
  if (/^[A-Z]{2}\.[A-Za-z0-9.]{1,128}$/.test(id)) return id;
  if (!/^\+[1-9]\d{4,14}$/.test(id)) {
    throw new TwilioError(21211, `Invalid 'To' Phone Number: ${id}`);
  }
  return id.slice(1);
}

function checkSender(form: URLSearchParams, account: TwilioAccount): void {
  const service = form.get('MessagingServiceSid');
  if (service) {
    if (service !== account.messagingServiceSid) throw new TwilioError(21705);
    return;
  }
  const from = form.get('From');
  if (!from) throw new TwilioError(21603);
  if (from !== `whatsapp:+${account.number}`) throw new TwilioError(63007);
}

function readBody(form: URLSearchParams): TwilioMessage['bubble'] {
  if (form.has('ContentVariables')) throw new TwilioError(21654);
  const text = form.get('Body') ?? '';
  if (text === '') throw new TwilioError(21619);
  if (text.length > LONGEST) throw new TwilioError(21617);
  return { kind: 'text', text, ...tappable(text) };
}

function readContentUse(
  form: URLSearchParams,
  account: TwilioAccount,
): Pick<TwilioMessage, 'bubble' | 'content'> {
  const content = account.contents.find(({ sid }) => sid === form.get('ContentSid'));
  if (!content) throw new TwilioError(21655);
  const variables = readVariables(form.get('ContentVariables'));
  const stranger = Object.keys(variables).find((name) => !(name in content.variables));
  if (stranger !== undefined) throw new TwilioError(21656);
  const { body, actions } = fillContent(content, variables);
  const [action] = actions;
  const link = action?.url ? { link: { title: action.title, url: action.url } } : {};
  const buttons = actions.flatMap(({ id, title }) => (id === undefined ? [] : { id, title }));
  const kind = content.approved ? 'template' : action?.url ? 'card' : 'choices';
  return {
    content,
    bubble: {
      kind: actions.length || content.approved ? kind : 'text',
      text: body,
      ...link,
      ...(buttons.length ? { buttons } : {}),
    },
  };
}

function readVariables(json: string | null): Record<string, string> {
  if (json === null) return {};
  let variables: unknown;
  try {
    variables = JSON.parse(json);
  } catch {
    throw new TwilioError(21656);
  }
  if (typeof variables !== 'object' || variables === null) throw new TwilioError(21656);
  for (const value of Object.values(variables)) {
    if (typeof value !== 'string' || value === '') throw new TwilioError(21656);
    if (value.length > LONGEST) throw new TwilioError(21658);
  }
  return variables as Record<string, string>;
}
