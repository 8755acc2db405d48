/** Who gets the webhooks: `/{waba}/subscribed_apps` with a callback of one's own, and `/{app}/subscriptions`. */

import { signInPage } from '../sign-in';
import type { MetaBusiness, Subscription } from './business';
import { GraphError } from './errors';
import type { Param } from './param';

/** The app's id. */
export const APP = '670843887433847';

/** The body of `GET /{waba}/subscribed_apps`. */
export function listSubscriptions({ subscribed, callback }: Subscription) {
  const app = {
    id: APP,
    link: `https://www.facebook.com/games/?app_id=${APP}`,
    name: 'sheet-referrals',
  };
  const entry = {
    whatsapp_business_api_data: app,
    ...(callback ? { override_callback_uri: callback } : {}),
  };
  return { data: subscribed ? [entry] : [] };
}

/**
 * `POST /{waba}/subscribed_apps`, with or without `override_callback_uri` and `verify_token`.
 *
 * @throws GraphError 100 for bad parameters, or when a callback is set before the app is
 * subscribed; 2200 when the callback does not send the challenge back
 */
export function subscribe(body: Param, subscription: Subscription, business: MetaBusiness) {
  if (!body.has('override_callback_uri')) {
    subscription.subscribed = true;
    delete subscription.callback;
    return { success: true };
  }
  const callback = body.url('override_callback_uri', 2000);
  // Meta wants https; a web app on this machine may do without.
  if (!/^(https:|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(callback)) {
    throw new GraphError(100, 'Param override_callback_uri must be a secure (https) URI.');
  }
  const token = body.string('verify_token', 1000);
  if (!subscription.subscribed) {
    const details =
      'Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business Account';
    throw new GraphError(100, details);
  }
  handshake(callback, token, business);
  subscription.callback = callback;
  return { success: true };
}

/**
 * `POST /{app}/subscriptions`: what the dashboard's *Verify and save* and the list of fields do.
 *
 * @throws GraphError 100 for bad parameters, 2200 when the callback does not send the challenge back
 */
export function subscribeApp(body: Param, subscription: Subscription, business: MetaBusiness) {
  if (body.string('object', 100) !== 'whatsapp_business_account') {
    throw new GraphError(100, 'Param object must be whatsapp_business_account here.');
  }
  const callback = body.url('callback_url', 2000);
  handshake(callback, body.string('verify_token', 1000), business);
  const fields = body.string('fields', 1000).split(',');
  if (fields.includes('messages')) subscription.fieldSubscribed = true;
  return { success: true };
}

function handshake(callback: string, token: string, business: MetaBusiness): void {
  if (!business.fetchUrl) {
    throw new Error('The local WhatsApp cannot reach a callback: give MetaStandIn a fetchUrl.');
  }
  const challenge = String(1_158_201_444 + (business.now() % 1_000_000));
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': challenge,
    'hub.verify_token': token,
  });
  const { status, body } =
    signInPage(callback) ??
    business.fetchUrl(`${callback}${callback.includes('?') ? '&' : '?'}${query}`);
  if (status === 200 && body === challenge) return;
  const reason =
    status === 200 ? 'the response does not match challenge' : `HTTP Status Code = ${status}`;
  throw new GraphError(
    2200,
    `Callback verification failed with the following errors: ${reason}; expected value=${challenge}, received=${JSON.stringify(body.slice(0, 40))}`,
  );
}
