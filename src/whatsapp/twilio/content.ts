/**
 * Content templates, without which Twilio has no buttons: made once by the Content API, and then used within the
 * 24-hour window with no approval. The text and the end of the link are variables; what stands on the buttons is not,
 * so that there is one template for every wording of the buttons.
 */
import type { Body } from '../../program/model';
import { jsonPost, parseObject, string } from '../json';
import type { HttpAnswer, HttpRequest } from '../provider';

/** A message with buttons. */
export type Buttons = Extract<Body, { kind: 'card' | 'choices' }>;

/** Links must begin like this: a variable may stand at the end of a template's link only. */
export const LINK = 'https://wa.me/';

/** The name under which the template for these buttons is noted. */
export function contentKey(body: Buttons): string {
  return body.kind === 'card'
    ? `card ${body.button}`
    : `choices ${body.buttons.map(({ id, title }) => `${id} ${title}`).join('\n')}`;
}

/** The values that a message puts into the template. */
export function contentVariables(body: Buttons): Record<string, string> {
  return {
    1: body.text,
    ...(body.kind === 'card' && { 2: body.url.slice(LINK.length) }),
  };
}

/**
 * The request that makes the template for a message's buttons.
 *
 * @param authorization as the account's
 */
export function contentRequest(body: Buttons, authorization: string): HttpRequest {
  const card = body.kind === 'card';
  const actions = card
    ? [{ type: 'URL', title: body.button, url: `${LINK}{{2}}` }]
    : body.buttons.map((button) => ({ type: 'QUICK_REPLY', ...button }));
  const template = {
    friendly_name: contentKey(body).slice(0, 64),
    language: 'en',
    variables: contentVariables(body),
    types: { [`twilio/${card ? 'call-to-action' : 'quick-reply'}`]: { body: '{{1}}', actions } },
  };
  return jsonPost('https://content.twilio.com/v1/Content', template, {
    Authorization: authorization,
  });
}

/** The SID of the template that was made; '' when none was. */
export function contentSidIn({ body }: HttpAnswer): string {
  return string(parseObject(body).sid);
}
