/** The Graph API's routes: checks version, token and address, then hands over to what answers. */

import { header, type OutsideAnswer, type OutsideRequest } from '../outside';
import type { MetaBusiness, Subscription } from './business';
import { errorAnswer, GraphError, jsonAnswer } from './errors';
import { createTemplate } from './new-template';
import { numberFields, pickFields, register } from './number';
import { Param } from './param';
import type { MetaSending } from './sending';
import { APP, listSubscriptions, subscribe, subscribeApp } from './subscription';
import { reviewTemplates, templateEntry } from './template';

/** What the routes lead to. */
interface MetaParts {
  business: MetaBusiness;
  sending: MetaSending;
  subscription: Subscription;
}

/** Answers one request as graph.facebook.com does. Stricter than Meta in one thing: the version must be named. */
export function answerGraph(
  request: OutsideRequest,
  parts: MetaParts,
  trace: string,
): OutsideAnswer {
  try {
    return jsonAnswer(route(request, parts));
  } catch (error) {
    if (error instanceof GraphError) return errorAnswer(error, trace);
    throw error;
  }
}

function route(request: OutsideRequest, parts: MetaParts): unknown {
  const { business } = parts;
  const method = request.method.toUpperCase();
  const url = new URL(request.url);
  const steps = url.pathname.split('/').filter((step) => step !== '');
  if (business.graphVersions.includes(steps[0] ?? '')) steps.shift();
  else if (steps[0] !== 'debug_token') throw unknownPath(url.pathname);
  const [id, edge, ...rest] = steps;
  if (`${method} ${id}/${edge}` === `POST ${APP}/subscriptions`) {
    checkAppToken(request, business);
    const parameters = new Param(readParameters(request, url));
    return subscribeApp(parameters, parts.subscription, business);
  }
  checkToken(request, url, business);
  checkScope(`/${edge ?? ''}`, id, business);
  if (rest.length > 0) throw unknownPath(`/${rest.join('/')}`);
  const parameters = new Param(readParameters(request, url));
  const names = { [business.wabaId]: '{waba}', [business.phoneNumberId]: '{number}' };
  const object = names[id ?? ''] ?? id;
  switch (`${method} ${object}${edge ? `/${edge}` : ''}`) {
    case 'POST {number}/messages':
      return parts.sending.send(parameters);
    case 'POST {number}/register':
      return register(parameters, business);
    case 'GET {number}':
      return numberFields(business, parameters.optionalString('fields', 2000));
    case 'GET {waba}':
      return accountFields(business, parameters.optionalString('fields', 2000));
    case 'GET {waba}/message_templates':
      return listTemplates(business, parameters);
    case 'POST {waba}/message_templates':
      return createTemplate(parameters, business);
    case 'GET {waba}/subscribed_apps':
      return listSubscriptions(parts.subscription);
    case 'POST {waba}/subscribed_apps':
      return subscribe(parameters, parts.subscription, business);
    case 'DELETE {waba}/subscribed_apps':
      parts.subscription.subscribed = false;
      delete parts.subscription.callback;
      return { success: true };
    case 'GET debug_token':
      return debugToken(business, parameters.string('input_token', 1000));
    default:
      throw unsupported(method, id ?? '');
  }
}

/** An app's own subscriptions take the app's own token: its id and its secret. */
function checkAppToken(request: OutsideRequest, business: MetaBusiness): void {
  const bearer = header(request, 'authorization').match(/^Bearer\s+(.*)$/i)?.[1];
  if (!bearer) throw new GraphError(104);
  if (bearer !== `${APP}|${business.appSecret}`) {
    throw new GraphError(190, 'Error validating client secret.');
  }
}

function checkToken(request: OutsideRequest, url: URL, business: MetaBusiness): void {
  const bearer = header(request, 'authorization').match(/^Bearer\s+(.*)$/i)?.[1];
  const token = bearer ?? url.searchParams.get('access_token');
  if (!token) throw new GraphError(104);
  if (token !== business.token) throw new GraphError(190);
  if (expired(business)) {
    const since = new Date(business.tokenExpiresAt).toUTCString();
    const message = `Error validating access token: Session has expired on ${since}.`;
    throw new GraphError(190, message, { subcode: 463 });
  }
}

/** Messages take one permission, everything else about the account another. */
function checkScope(edge: string, id: string | undefined, { scopes }: MetaBusiness): void {
  if (id === 'debug_token') return;
  const needed = edge === '/messages' ? 'messaging' : 'management';
  if (scopes.includes(`whatsapp_business_${needed}`)) return;
  if (needed === 'messaging') throw new GraphError(131005);
  throw new GraphError(
    200,
    'You do not have the necessary permissions required to manage this WhatsApp Business account.',
  );
}

function expired(business: MetaBusiness): boolean {
  return business.tokenExpiresAt !== 0 && business.now() >= business.tokenExpiresAt;
}

/** The query and the body together. A body that is not declared as JSON is read as a form. */
function readParameters(request: OutsideRequest, url: URL): Record<string, unknown> {
  const query = Object.fromEntries(url.searchParams);
  if (request.body === '') return query;
  if (!/json/i.test(header(request, 'content-type'))) {
    const form = [...new URLSearchParams(request.body)].map(([key, value]) => [
      key,
      unquote(value),
    ]);
    return { ...query, ...Object.fromEntries(form) };
  }
  try {
    return { ...query, ...JSON.parse(request.body) };
  } catch {
    throw new GraphError(100, 'The request body is not valid JSON.');
  }
}

/** In a form, objects and lists stand as JSON. */
function unquote(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Whoever takes the account for its number learns what there is none of. */
function accountFields({ wabaId, verifiedName }: MetaBusiness, fields = 'id,name') {
  const node = { id: wabaId, name: verifiedName, currency: 'USD', timezone_id: '1' };
  return pickFields(node, fields.split(','), 'WhatsAppBusinessAccount');
}

/** Meta finds names that merely contain what was asked for: whoever asks must compare. */
function listTemplates(business: MetaBusiness, parameters: Param) {
  reviewTemplates(business);
  const name = parameters.optionalString('name', 512) ?? '';
  const fields = parameters.optionalString('fields', 2000)?.split(',');
  const data = business.templates
    .map(templateEntry)
    .filter((template) => template.name.includes(name))
    .map((template) =>
      fields ? pickFields(template, fields, 'WhatsAppMessageTemplate') : template,
    );
  return { data, paging: { cursors: { before: 'MAZDZD', after: 'MjQZD' } } };
}

function debugToken(business: MetaBusiness, token: string) {
  if (token !== business.token) {
    const message = 'Invalid OAuth access token - Cannot parse access token';
    return { data: { error: { code: 190, message }, is_valid: false, scopes: [] } };
  }
  return {
    data: {
      app_id: APP,
      type: 'SYSTEM_USER',
      application: 'sheet-referrals',
      data_access_expires_at: 0,
      expires_at: Math.floor(business.tokenExpiresAt / 1000),
      is_valid: !expired(business),
      scopes: business.scopes,
    },
  };
}

function unknownPath(path: string): GraphError {
  return new GraphError(2500, `Unknown path components: ${path}`);
}

function unsupported(method: string, id: string): GraphError {
  const message = `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`;
  return new GraphError(100, message, { subcode: 33, type: 'GraphMethodException' });
}
