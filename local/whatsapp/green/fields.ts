/** Reads the requests of Green-API's methods as strictly as it does. */

import { header, type OutsideRequest } from '../outside';
import { tappable } from '../single-event';
import type { Bubble } from '../standin';
import { GreenError, invalid } from './errors';
import { DEFAULT_SETTINGS, type GreenSettings } from './instance';

type Json = Record<string, unknown>;

/** A valid `sendMessage`. */
interface GreenMessage {
  chatId: string;
  bubble: Pick<Bubble, 'kind' | 'text' | 'link'>;
}

const PREVIEW = ['title', 'description', 'link', 'urlFile', 'jpegThumbnail'];
const MESSAGE = [
  'chatId',
  'message',
  'quotedMessageId',
  'linkPreview',
  'typePreview',
  'customPreview',
  'typingTime',
];

/** The request's body. @throws GreenError 400 when it is no JSON, or not declared as such */
export function jsonOf(request: OutsideRequest): Record<string, unknown> {
  const isJson = header(request, 'content-type').startsWith('application/json');
  try {
    const body: unknown = isJson && JSON.parse(request.body);
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  } catch {
    // As below.
  }
  throw new GreenError(400, 'bad request data');
}

/** @throws GreenError 400 naming the field */
export function readGreenMessage(body: Json): GreenMessage {
  only(body, MESSAGE);
  const chatId = readChatId(body);
  const text = readText(body, 'message', 20_000);
  if (body.linkPreview !== undefined && typeof body.linkPreview !== 'boolean') {
    throw invalid("'linkPreview' must be a boolean");
  }
  if (![undefined, 'small', 'large'].includes(body.typePreview as string | undefined)) {
    throw invalid("'typePreview' must be one of [small, large]");
  }
  const { link } = tappable(text);
  if (body.customPreview === undefined) {
    return { chatId, bubble: { kind: 'text', text, ...(link ? { link } : {}) } };
  }
  const preview = readPreview(body.customPreview);
  const url = link?.url ?? (typeof preview.link === 'string' ? preview.link : '');
  if (body.linkPreview === false || !url) return { chatId, bubble: { kind: 'text', text } };
  return { chatId, bubble: { kind: 'card', text, link: { title: String(preview.title), url } } };
}

/** `readChat` and `sendTyping`, as far as they are alike. */
export function readChatId(body: Json): string {
  const chatId = body.chatId;
  if (typeof chatId !== 'string' || chatId === '') throw invalid("'chatId' is required");
  if (!/^\d{5,20}@(c\.us|lid|g\.us)$/.test(chatId)) {
    throw invalid("'chatId' must be in the format 11001234567@c.us or 1234567@g.us");
  }
  return chatId;
}

/** `checkWhatsapp`: the number that is asked about. */
export function readPhoneNumber(body: Json): string {
  only(body, ['phoneNumber']);
  const { phoneNumber } = body;
  if (typeof phoneNumber !== 'number' || !/^\d{11,16}$/.test(String(phoneNumber))) {
    throw invalid("Wrong format. 'phoneNumber' must contain only digits");
  }
  return String(phoneNumber);
}

/** `sendTyping`'s own field. */
export function checkTypingTime(body: Json): void {
  only(body, ['chatId', 'typingTime', 'typingType']);
  const time = body.typingTime;
  if (time !== undefined && !(Number(time) >= 1000 && Number(time) <= 20_000)) {
    throw invalid("'typingTime' must be between 1000 and 20000");
  }
}

/** The settings that a `setSettings` names. */
export function readGreenSettings(body: Json): Partial<GreenSettings> {
  const names = ['webhookUrl', ...Object.keys(DEFAULT_SETTINGS)];
  only(body, names);
  if (Object.keys(body).length === 0) throw invalid('at least one setting must be given');
  for (const [name, value] of Object.entries(body)) {
    const isSwitch = name.endsWith('Webhook');
    if (isSwitch && value !== 'yes' && value !== 'no') {
      throw invalid(`'${name}' must be one of [yes, no]`);
    }
  }
  const { webhookUrl } = body;
  if (webhookUrl !== undefined && !/^(https?:\/\/[^\s/]+\S*)?$/.test(String(webhookUrl))) {
    throw invalid("'webhookUrl' must be a valid uri");
  }
  return body as Partial<GreenSettings>;
}

export function only(body: Json, names: readonly string[]): void {
  const stranger = Object.keys(body).find((name) => !names.includes(name));
  if (stranger) throw invalid(`'${stranger}' is not allowed`);
}

function readPreview(value: unknown): Json {
  if (typeof value !== 'object' || value === null)
    throw invalid("'customPreview' must be an object");
  const preview = value as Json;
  only(preview, PREVIEW);
  readText(preview, 'title', 300);
  for (const name of ['description', 'link']) {
    if (preview[name] !== undefined) readText(preview, name, 300);
  }
  return preview;
}

function readText(fields: Json, name: string, longest: number): string {
  const value = fields[name];
  if (typeof value !== 'string' || value === '') throw invalid(`'${name}' is required`);
  if (value.length > longest) {
    throw invalid(`'${name}' length must be less than or equal to ${longest} characters long`);
  }
  return value;
}
