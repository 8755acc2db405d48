/** Meta's ways to hand over the address: the dashboard first, because it is sure; the API where it works. */
import { h } from '../shared/dom';
import { folded } from '../shared/pictures/drawing';
import { PUBLISH } from '../shared/pictures/publish';
import { server } from '../shared/server';
import { button } from '../shared/states';
import { byHand } from './by-hand';
import type { Dialog } from './dialog';
import { register, registering } from './registering';

const PUBLISH_FIRST =
  'Publish the app first: an unpublished app delivers nothing but the dashboard’s own test events, to the test number too. Meta asks for the address of a privacy policy before it publishes.';

export function metaWays(dialog: Dialog): HTMLElement[] {
  const { proofs, progress } = dialog.state;
  const done = async () => {
    await server.ownerSays('subscribed');
    await registering(dialog, server.registeredByHand());
  };
  return [
    published(dialog),
    byHand(dialog, !!proofs.published && !progress.registered),
    h('div.buttons', {}, button('I have done this', done, { class: 'action', focus: 'entered' })),
    byApi(dialog),
  ];
}

function published(dialog: Dialog): HTMLElement {
  const { published: said } = dialog.state.proofs;
  const say = async () => {
    const state = await dialog.said.webhook.during('Storing…', server.ownerSays('published'));
    if (!state) return;
    dialog.state = state;
    dialog.redraw();
  };
  return h(
    'div.note',
    { class: said ? 'note done' : 'note' },
    h('p', {}, PUBLISH_FIRST),
    folded(PUBLISH, !said && !dialog.state.progress.registered),
    said
      ? h('p.good', {}, 'You have said that it is published.')
      : h('div.buttons', {}, button('It is published', say, { focus: 'published' })),
  );
}

function byApi(dialog: Dialog): HTMLElement {
  const secret = h('input', {
    id: 'app-secret',
    type: 'password',
    autocomplete: 'off',
    'data-focus': 'app-secret',
    'aria-describedby': 'app-secret-where',
  });
  const subscribe = async () => {
    if (!secret.value.trim()) {
      dialog.said.webhook.say('Enter the app’s secret first.', 'bad');
      return secret.focus();
    }
    await registering(dialog, server.registerApp(secret.value));
  };
  return h(
    'details',
    {},
    h('summary', {}, 'Let the script do it'),
    h(
      'p.help',
      {},
      'For your account alone. The field “messages” has to be subscribed in the dashboard all the same.',
    ),
    h(
      'div.buttons',
      {},
      button('Register it', () => register(dialog), { focus: 'register' }),
    ),
    h('label', { for: 'app-secret' }, 'App secret'),
    h(
      'div.with-button',
      {},
      secret,
      button('Subscribe the app', subscribe, { focus: 'subscribe' }),
    ),
    h(
      'p.help',
      { id: 'app-secret-where' },
      'For the whole app, “messages” included. Your app → App settings → Basic → App secret. It is used once and not kept.',
    ),
  );
}
