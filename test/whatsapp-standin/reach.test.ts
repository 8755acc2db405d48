/** What keeps webhooks from coming: an app that is not published, a field not subscribed, an address for editors only. */
import { Dialog360StandIn } from '../../local/whatsapp/dialog360/dialog360';
import { GreenStandIn } from '../../local/whatsapp/green/green';
import { ANNA, text, WABA, world } from './world';

const DEV = 'https://script.google.com/macros/s/AKfy/dev?key=hush';
const EXEC = 'https://script.google.com/macros/s/AKfy/exec?key=hush';
const echo = (url: string) => ({
  status: 200,
  body: new URL(url).searchParams.get('hub.challenge') ?? '',
});
const override = (url: string) => ({ override_callback_uri: url, verify_token: 'v' });
const fields = (w: ReturnType<typeof world>) =>
  w.bodies().map(({ entry }) => entry[0]?.changes[0]?.field);

it('an unpublished app gets nothing of what people write, then or later', () => {
  const w = world({ published: false });
  w.meta.write(ANNA, { text: 'Hi' });
  w.meta.prefer(ANNA, 'stop');
  w.send(text());
  w.meta.pump();
  w.meta.published = true;
  w.meta.pump();
  expect(w.received).toEqual([]);
  w.meta.write(ANNA, { text: 'Hi again' });
  expect(fields(w)).toEqual(['messages']);
});

it('without the field messages there are neither messages nor statuses; the rest comes', () => {
  const w = world({ fieldSubscribed: false });
  w.meta.write(ANNA, { text: 'Hi' });
  w.send(text());
  w.meta.prefer(ANNA, 'stop');
  w.meta.pump();
  expect(fields(w)).toEqual(['user_preferences']);
  expect(w.call('GET', `${WABA}/subscribed_apps`).json.data).toHaveLength(1);
});

it('both are kept over a restart', () => {
  const w = world({ published: false, fieldSubscribed: false });
  const again = world({ state: JSON.parse(JSON.stringify(w.meta.save())) });
  expect([again.meta.published, again.meta.fieldSubscribed]).toEqual([false, false]);
});

it('the dashboard’s test comes to an unpublished app as well, about a number of nobody’s', () => {
  const w = world({ published: false });
  expect(w.meta.testFromDashboard().status).toBe(200);
  expect(w.bodies()[0]?.entry[0]?.changes[0]?.value).toMatchObject({
    metadata: { phone_number_id: '123456123' },
    messages: [{ text: { body: 'this is a text message' } }],
  });
  w.meta.fieldSubscribed = false;
  expect(() => w.meta.testFromDashboard()).toThrow('Subscribe the field');
});

it('an address set by the API gets the messages; preferences go to the app’s own', () => {
  const w = world({ fetchUrl: echo });
  w.call('POST', `${WABA}/subscribed_apps`, override(EXEC));
  w.meta.delivery.batch = true;
  w.meta.write(ANNA, { text: 'Hi' });
  w.meta.prefer(ANNA, 'stop');
  w.meta.flush();
  expect(w.received.map(({ url }) => url)).toEqual([EXEC, undefined]);
  expect(fields(w)).toEqual(['messages', 'user_preferences']);
});

describe('an address that ends in /dev', () => {
  it('fails Meta’s handshake: Google answers with its sign-in page', () => {
    const w = world({ fetchUrl: echo });
    const { json } = w.call('POST', `${WABA}/subscribed_apps`, override(DEV));
    expect(json.error).toMatchObject({
      code: 2200,
      message: expect.stringMatching(/not match challenge/),
    });
  });

  it('swallows what 360dialog posts', () => {
    const deliver = jest.fn(() => ({ status: 200 }));
    const dialog = new Dialog360StandIn({ now: Date.now, deliver });
    const headers = { 'D360-API-KEY': dialog.key };
    const url = 'https://waba-v2.360dialog.io/v1/configs/webhook';
    dialog.answer({ method: 'post', url, headers, body: JSON.stringify({ url: DEV }) });
    dialog.addPerson({ name: 'Anna', phone: ANNA });
    expect(dialog.write(ANNA, { text: 'Hi' })).toMatchObject([{ status: 200 }]);
    expect(deliver).not.toHaveBeenCalled();
  });

  it('swallows what Green-API posts', () => {
    const deliver = jest.fn(() => ({ status: 200 }));
    const green = new GreenStandIn({ now: Date.now, deliver, settings: { webhookUrl: DEV } });
    green.addPerson({ name: 'Anna', phone: ANNA });
    expect(green.write(ANNA, { text: 'Hi' })).toMatchObject([{ status: 200 }]);
    expect(deliver).not.toHaveBeenCalled();
  });
});
