/** The controls at the top: the clock, the provider and its weather, everything twice, start over. */
import type { ProviderName, Weather } from '../view';
import type { App } from './app';
import { confirm } from './ask';
import { h, icon } from './dom';
import { dayAndTime } from './format';

const HOUR = 3_600_000;

const WEATHER_NAMES: [Weather, string, string][] = [
  ['fine', 'Fine', 'Every message that the rules allow is delivered'],
  ['down', 'Down', 'Nothing that is sent gets an answer'],
  ['tokenRejected', 'Refuses token', 'As if the access token had expired'],
];

const PROVIDER_NAMES: Record<ProviderName, string> = {
  meta: 'Meta',
  '360dialog': '360dialog',
  twilio: 'Twilio',
  green: 'Green-API',
};

export function controls(app: App): HTMLElement {
  return h('div.controls', {}, clock(app), weather(app), twice(app), startOver(app));
}

function clock(app: App): HTMLElement {
  const face = h('time.face', { 'aria-label': 'The clock here' });
  let offset = 0;
  const show = () => {
    face.textContent = app.view ? dayAndTime(Date.now() + offset, app.view.timeZone) : '';
  };
  app.add(({ now }) => {
    offset = now - Date.now();
    show();
  });
  setInterval(show, 1000);
  const move = (label: string, hours: number) => {
    const button = h('button', { type: 'button', title: `Move the clock by ${hours} h` }, label);
    button.addEventListener('click', async () => {
      button.disabled = true;
      await app.tell('/local/clock', { advanceMs: hours * HOUR });
      button.disabled = false;
    });
    return button;
  };
  return h(
    'div.group.clock',
    { role: 'group', 'aria-label': 'Clock' },
    icon('clock'),
    face,
    move('+1 h', 1),
    move('+25 h', 25),
  );
}

function provider(app: App): HTMLElement {
  const title = 'Who carries the messages: the phones stay as they are, the wire changes';
  const choice = h(
    'select',
    { 'aria-label': 'Provider', title },
    ...Object.entries(PROVIDER_NAMES).map(([value, name]) => h('option', { value }, name)),
  );
  choice.addEventListener('change', async () => {
    choice.disabled = true;
    await app.tell('/local/provider', { provider: choice.value });
    choice.disabled = false;
  });
  app.add((view) => {
    choice.value = view.provider;
  });
  return choice;
}

function weather(app: App): HTMLElement {
  const options = WEATHER_NAMES.map(([value, name, title]) => {
    const radio = h('input', { type: 'radio', name: 'weather', value });
    radio.addEventListener('change', () => app.tell('/local/weather', { weather: value }));
    return { value, radio, label: h('label', { title }, radio, h('span', {}, name)) };
  });
  app.add((view) => {
    for (const { value, radio } of options) radio.checked = view.weather === value;
  });
  return h(
    'fieldset.group.weather',
    { 'aria-label': 'WhatsApp' },
    provider(app),
    ...options.map(({ label }) => label),
  );
}

function twice(app: App): HTMLElement {
  const box = h('input', { type: 'checkbox', role: 'switch' });
  box.addEventListener('change', () => app.tell('/local/twice', { twice: box.checked }));
  app.add((view) => {
    box.checked = view.twice;
  });
  const title = 'Every webhook arrives two times, as they do now and then';
  return h(
    'label.group.switch',
    { title },
    box,
    h('span.knob', { 'aria-hidden': 'true' }),
    'Everything twice',
  );
}

function startOver(app: App): HTMLElement {
  const begin = async () => {
    const sure = await confirm(
      'Start over?',
      'The sheet, the chats and everything that happened here are thrown away.',
      'Start over',
    );
    if (sure && (await app.tell('/local/reset'))) {
      app.hand.drafts = {};
      app.hand.seen = {};
      app.show();
    }
  };
  return h('button.group.over', { type: 'button', onclick: begin }, icon('again'), 'Start over');
}
