/** The Cloud API's stand-in as an address: versions, tokens, objects, and the other routes. */
import { GRAPH, NUMBER, TOKEN, text, WABA, world } from './world';

describe('addresses', () => {
  it('answers only graph.facebook.com over https', () => {
    const { meta } = world();
    expect(meta.handles(`${NUMBER}/messages`)).toBe(true);
    expect(meta.handles('http://graph.facebook.com/v26.0/1/messages')).toBe(false);
    expect(meta.handles('https://waba-v2.360dialog.io/messages')).toBe(false);
  });

  it.each(['v19.0', 'v27.0', 'latest', ''])('refuses the version %p', (version) => {
    const url = `https://graph.facebook.com/${version}/106540352242922/messages`;
    expect(world().call('POST', url, text()).json.error).toMatchObject({
      code: 2500,
      type: 'OAuthException',
      message: expect.stringContaining('Unknown path components'),
    });
  });

  it.each([
    ['POST', `${GRAPH}/999/messages`],
    ['GET', `${NUMBER}/messages`],
    ['POST', `${WABA}/messages`],
    ['DELETE', `${WABA}/message_templates`],
  ])("answers Meta's GraphMethodException to %s %s", (method, url) => {
    const { status, json } = world().call(method, url);
    expect(status).toBe(400);
    expect(json.error).toMatchObject({
      type: 'GraphMethodException',
      code: 100,
      error_subcode: 33,
      message: expect.stringMatching(
        /^Unsupported (get|post|delete) request\. Object with ID '\d+'/,
      ),
    });
    expect(json.error.fbtrace_id).toMatch(/^A\w{21}$/);
  });
});

describe('the token', () => {
  it('is refused with 401 and code 190 when it is another', () => {
    const { status, json } = world().call('POST', `${NUMBER}/messages`, text(), {
      Authorization: 'Bearer EAAother',
    });
    expect(status).toBe(401);
    expect(json.error).toMatchObject({ code: 190, type: 'OAuthException' });
  });

  it('is missed when there is none', () => {
    const { json } = world().call('GET', NUMBER, undefined, { Authorization: '' });
    expect(json.error.code).toBe(104);
  });

  it('may stand in the query', () => {
    const url = `${NUMBER}?access_token=${TOKEN}`;
    expect(world().call('GET', url, undefined, { Authorization: '' }).status).toBe(200);
  });

  it('expires when its time has come', () => {
    const w = world({ tokenExpiresAt: Date.UTC(2026, 8, 2) });
    expect(w.call('GET', NUMBER).status).toBe(200);
    w.state.now = Date.UTC(2026, 8, 2);
    expect(w.call('GET', NUMBER).json.error).toMatchObject({ code: 190, error_subcode: 463 });
  });

  it('tells its expiry through debug_token', () => {
    const w = world({ tokenExpiresAt: Date.UTC(2026, 8, 2) });
    const debug = (token: string) =>
      w.call('GET', `https://graph.facebook.com/debug_token?input_token=${token}`).json.data;
    expect(debug(TOKEN)).toMatchObject({ is_valid: true, expires_at: Date.UTC(2026, 8, 2) / 1000 });
    expect(debug('EAAother')).toMatchObject({ is_valid: false, error: { code: 190 } });
  });
});

describe('the number', () => {
  it('shows the fields that are asked for', () => {
    const url = `${NUMBER}?fields=display_phone_number,verified_name,quality_rating`;
    expect(world({ verifiedName: 'Tea House' }).call('GET', url).json).toEqual({
      id: '106540352242922',
      display_phone_number: '+1555 078-3881',
      verified_name: 'Tea House',
      quality_rating: 'GREEN',
    });
  });

  it('refuses a field that there is not', () => {
    const { json } = world().call('GET', `${NUMBER}?fields=id,qualtiy`);
    expect(json.error.message).toMatch(/^\(#100\) Tried accessing nonexisting field \(qualtiy\)/);
  });
});

it('lists templates whose name contains what is asked for', () => {
  const names = (name: string) =>
    world()
      .call('GET', `${WABA}/message_templates?name=${name}`)
      .json.data.map((t: { name: string; status: string }) => [t.name, t.status]);
  expect(names('joined')).toEqual([['joined', 'APPROVED']]);
  expect(names('s')).toEqual([
    ['slow', 'PENDING'],
    ['paused', 'PAUSED'],
    ['disabled', 'DISABLED'],
  ]);
  expect(names('none')).toEqual([]);
});

describe('register', () => {
  const pin = { messaging_product: 'whatsapp', pin: '123456' };

  it('lets the number send', () => {
    const w = world({ registered: false });
    expect(w.send(text()).json.error.code).toBe(133010);
    expect(w.call('POST', `${NUMBER}/register`, { ...pin, pin: '12345' }).json.error.code).toBe(
      100,
    );
    expect(w.call('POST', `${NUMBER}/register`, pin).json).toEqual({ success: true });
    expect(w.send(text()).status).toBe(200);
    const again = world({ registered: false, state: JSON.parse(JSON.stringify(w.meta.save())) });
    expect(again.send(text()).status).toBe(200);
  });
});

describe('subscribed_apps', () => {
  const callback = 'https://script.google.com/macros/s/AKfy/exec?key=hush';
  const override = { override_callback_uri: callback, verify_token: 'v' };
  const echo = (url: string) => ({
    status: 200,
    body: new URL(url).searchParams.get('hub.challenge') ?? '',
  });

  it('shakes hands with the callback, then delivers there', () => {
    const asked: string[] = [];
    const w = world({
      fetchUrl: (url) => {
        asked.push(url);
        return echo(url);
      },
    });
    expect(w.call('POST', `${WABA}/subscribed_apps`, override).json).toEqual({ success: true });
    expect(asked).toEqual([
      expect.stringMatching(
        /exec\?key=hush&hub\.mode=subscribe&hub\.challenge=\d+&hub\.verify_token=v$/,
      ),
    ]);
    w.meta.write('person-1', { text: 'Hi' });
    expect(w.received).toEqual([expect.objectContaining({ url: callback })]);
    const [app] = w.call('GET', `${WABA}/subscribed_apps`).json.data;
    expect(app.override_callback_uri).toBe(callback);
  });

  it.each([
    ['another text', () => ({ status: 200, body: '<html>' })],
    ['a refusal', () => ({ status: 403, body: '' })],
  ])('refuses a callback that answers %s', (_, fetchUrl) => {
    const w = world({ fetchUrl });
    const { status, json } = w.call('POST', `${WABA}/subscribed_apps`, override);
    expect([status, json.error.code]).toEqual([400, 2200]);
    expect(w.call('GET', `${WABA}/subscribed_apps`).json.data[0]).not.toHaveProperty(
      'override_callback_uri',
    );
  });

  it('wants the app subscribed before a callback of its own', () => {
    const w = world({ subscribed: false, fetchUrl: echo });
    const refused = w.call('POST', `${WABA}/subscribed_apps`, override).json.error;
    expect(refused.message).toMatch(/^\(#100\) Before override the current callback uri/);
    w.call('POST', `${WABA}/subscribed_apps`);
    expect(w.call('POST', `${WABA}/subscribed_apps`, override).status).toBe(200);
  });

  it('wants an https address and a verify token', () => {
    const post = (body: object) =>
      world({ fetchUrl: echo }).call('POST', `${WABA}/subscribed_apps`, body).json.error.message;
    expect(post({ ...override, override_callback_uri: 'http://example.com/' })).toMatch(/https/);
    expect(post({ override_callback_uri: callback })).toBe(
      '(#100) The parameter verify_token is required.',
    );
  });

  it('delivers nothing once the app is unsubscribed', () => {
    const w = world();
    w.call('DELETE', `${WABA}/subscribed_apps`);
    w.meta.write('person-1', { text: 'Hi' });
    w.meta.pump();
    expect(w.received).toEqual([]);
    expect(w.call('GET', `${WABA}/subscribed_apps`).json.data).toEqual([]);
  });
});

describe('what the script sent', () => {
  it('is kept with its secrets masked', () => {
    const w = world({ fetchUrl: () => ({ status: 200, body: '' }) });
    w.call('GET', `${NUMBER}?access_token=${TOKEN}`);
    w.call(
      'POST',
      `${WABA}/subscribed_apps`,
      {
        verify_token: 'hush-hush',
        override_callback_uri: 'https://example.com/exec?key=hush-hush',
      },
      { 'X-Api-Key': 'hush-hush' },
    );
    expect(JSON.stringify(w.meta.outbound)).not.toMatch(/hush|EAAJB/);
    expect(w.meta.outbound[1]).toMatchObject({
      method: 'POST',
      url: `${WABA}/subscribed_apps`,
      headers: { Authorization: 'Bearer •••', 'Content-Type': 'application/json' },
    });
  });
});
