/** The Content API: makes content templates, and fills them. */
import { sidOf, type TwilioContent } from './account';
import { TwilioError } from './errors';

const TYPES = ['twilio/text', 'twilio/call-to-action', 'twilio/quick-reply'];
const VARIABLE = /\{\{(\w{1,16})\}\}/g;

type Json = Record<string, unknown>;

/**
 * `POST /v1/Content`.
 *
 * @throws TwilioError 20001 naming what is wrong
 */
export function readContent(body: string, number: number): TwilioContent {
  const root = parse(body);
  if (typeof root.language !== 'string') throw bad('language is required');
  const types = Object.entries(object(root.types, 'types'));
  const [type, content] = types[0] ?? [];
  if (types.length !== 1 || !type || !TYPES.includes(type)) {
    throw bad(`types must be one of ${TYPES.join(', ')}: others are not part of the local Twilio`);
  }
  const fields = object(content, type);
  const made: TwilioContent = {
    sid: sidOf('HX', number),
    language: root.language,
    type: type as TwilioContent['type'],
    body: text(fields.body, 'body', type === 'twilio/text' ? 1600 : 1024),
    actions: type === 'twilio/text' ? [] : readActions(fields.actions, type),
    variables: object(root.variables ?? {}, 'variables') as Record<string, string>,
    approved: false,
  };
  const used = [made.body, ...made.actions.map(({ url = '' }) => url)].join(' ');
  for (const [, name = ''] of used.matchAll(VARIABLE)) {
    if (!made.variables[name]) throw bad(`variables has no sample for {{${name}}}`);
  }
  return made;
}

/** A template as the Content API shows it. */
export function contentEntry(content: TwilioContent, accountSid: string) {
  const { sid, type, body, actions, variables, language = 'en' } = content;
  return {
    sid,
    account_sid: accountSid,
    language,
    variables,
    types: { [type]: { body, ...(actions.length ? { actions } : {}) } },
    url: `https://content.twilio.com/v1/Content/${sid}`,
  };
}

/** The template with a message's variables; what the message does not give has its sample. */
export function fillContent(content: TwilioContent, variables: Record<string, string>) {
  const values = { ...content.variables, ...variables };
  const fill = (pattern: string) => pattern.replace(VARIABLE, (_, name) => values[name] ?? '');
  return {
    body: fill(content.body),
    actions: content.actions.map((action) => ({
      ...action,
      ...(action.url === undefined ? {} : { url: fill(action.url) }),
    })),
  };
}

/**
 * `POST /v1/Content/{sid}/ApprovalRequests/whatsapp`: handed on to WhatsApp.
 *
 * @throws TwilioError 20001 for a bad name or category, and when it was asked for before
 */
export function requestApproval(content: TwilioContent, body: string, since: number) {
  const root = parse(body);
  const name = text(root.name, 'name', 512);
  if (!/^[a-z0-9_]+$/.test(name)) throw bad('name may have lowercase letters, digits and _ only');
  if (!/^(UTILITY|MARKETING|AUTHENTICATION)$/.test(String(root.category))) {
    throw bad('category must be one of UTILITY, MARKETING, AUTHENTICATION');
  }
  if (content.approval) throw bad('This template has been submitted for approval already');
  const category = String(root.category);
  content.approval = { name, category, status: 'received', rejection_reason: '', since };
  return approvalEntry(content);
}

/** What has become of it. */
export function approvalEntry({ approval, type }: TwilioContent) {
  const none = { name: '', category: '', status: 'unsubmitted', rejection_reason: '', since: 0 };
  const { since: _, ...told } = approval ?? none;
  return { type: 'whatsapp', content_type: type, allow_category_change: true, ...told };
}

function readActions(actions: unknown, type: string): TwilioContent['actions'] {
  const most = type === 'twilio/call-to-action' ? 2 : 10;
  if (!Array.isArray(actions) || actions.length < 1 || actions.length > most) {
    throw bad(`actions must be 1 to ${most}`);
  }
  return actions.map((action: Json) => {
    const title = text(action.title, 'title', 25);
    if (type === 'twilio/quick-reply') return { title, id: text(action.id ?? title, 'id', 200) };
    if (action.type !== 'URL')
      throw bad('type of an action must be URL: others are not part of the local Twilio');
    const url = text(action.url, 'url', 2000);
    if (!/^https:\/\/[^{}]+(\{\{\w+\}\})?$/.test(url)) {
      throw bad('url must be an https address, with a variable at its end at most');
    }
    return { title, url };
  });
}

function parse(body: string): Json {
  try {
    return object(JSON.parse(body), 'body');
  } catch {
    throw bad('The request body is not a JSON object');
  }
}

function object(value: unknown, name: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw bad(`${name} must be an object`);
}

function text(value: unknown, name: string, longest: number): string {
  if (typeof value === 'string' && value !== '' && value.length <= longest) return value;
  throw bad(`${name} must be a string of 1 to ${longest} characters`);
}

function bad(details: string): TwilioError {
  return new TwilioError(20001, details);
}
