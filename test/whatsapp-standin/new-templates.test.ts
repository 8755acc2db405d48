/** Handing in a template at Meta, 360dialog and Twilio: what each refuses, in its own words, and how the states change. */
import { Dialog360StandIn } from '../../local/whatsapp/dialog360/dialog360';
import { TwilioStandIn } from '../../local/whatsapp/twilio/twilio';
import { WABA, world } from './world';

const TEMPLATES = `${WABA}/message_templates`;
const body = (text: string, more: object = {}) => ({
  type: 'BODY',
  text,
  example: { body_text: [['Anna']] },
  ...more,
});
const GOOD = {
  name: 'friend_joined',
  language: 'de',
  category: 'MARKETING',
  components: [body('Gute Nachricht: {{1}} hat zu uns gefunden. Vielen Dank!')],
};

describe('Meta', () => {
  it('takes one, pending, and tells what has become of it', () => {
    const w = world();
    expect(w.call('POST', TEMPLATES, GOOD).json).toEqual({
      id: expect.stringMatching(/^\d+$/),
      status: 'PENDING',
      category: 'MARKETING',
    });
    const list = () =>
      w.call('GET', `${TEMPLATES}?name=friend&fields=name,language,status,rejected_reason`).json
        .data;
    expect(list()).toEqual([{ name: 'friend_joined', language: 'de', status: 'PENDING' }]);
    w.meta.review('friend_joined', 'REJECTED', 'INVALID_FORMAT');
    expect(list()).toMatchObject([{ status: 'REJECTED', rejected_reason: 'INVALID_FORMAT' }]);
  });

  it('keeps what was handed in over a restart', () => {
    const w = world();
    w.call('POST', TEMPLATES, GOOD);
    const again = world({ state: w.meta.save() });
    expect(again.call('GET', `${TEMPLATES}?name=friend`).json.data).toHaveLength(1);
  });

  it.each<[string, object, number | undefined]>([
    ['a name with capitals', { name: 'Friend' }, 2388019],
    ['a name with dashes', { name: 'friend-joined' }, 2388019],
    ['no name', { name: undefined }, undefined],
    ['a language that it does not know', { language: 'de_DE_x' }, undefined],
    ['no category', { category: undefined }, undefined],
    ['another category', { category: 'NEWS' }, undefined],
    ['no components', { components: [] }, undefined],
    [
      'a component with a field that there is none of',
      { components: [body('Hi', { x: 1 })] },
      undefined,
    ],
    ['a text that is too long', { components: [body(`Hi {{1}} ${'x'.repeat(1024)}`)] }, undefined],
    ['a variable at the start', { components: [body('{{1}} came to us today.')] }, 2388299],
    ['a variable at the end', { components: [body('Somebody came to us: {{1}}')] }, 2388299],
    ['a variable with another number', { components: [body('Hello {{2}}, good news.')] }, 2388065],
    ['too many variables', { components: [body('a {{1}} {{2}} b')] }, 2388293],
    ['no example', { components: [body('Hello {{1}}, hi.', { example: undefined })] }, 2388043],
    [
      'too few examples',
      { components: [body('Hi there {{1}} and also {{2}} and the others.')] },
      2388043,
    ],
  ])('refuses %s', (_, change, subcode) => {
    const { status, json } = world().call('POST', TEMPLATES, { ...GOOD, ...change });
    expect(status).toBe(400);
    expect(json.error.error_subcode).toBe(subcode);
    if (subcode) expect(json.error).toMatchObject({ error_user_msg: expect.any(String) });
  });

  it('takes a name once for a language', () => {
    const w = world();
    w.call('POST', TEMPLATES, GOOD);
    expect(w.call('POST', TEMPLATES, GOOD).json.error).toMatchObject({ error_subcode: 2388024 });
    expect(w.call('POST', TEMPLATES, { ...GOOD, language: 'fr' }).status).toBe(200);
  });

  it('wants the permission to manage', () => {
    const w = world({ scopes: ['whatsapp_business_messaging'] });
    expect(w.call('POST', TEMPLATES, GOOD)).toMatchObject({
      status: 403,
      json: { error: { code: 200 } },
    });
  });
});

describe('360dialog', () => {
  const standIn = () => {
    const dialog = new Dialog360StandIn({ now: () => 0, deliver: () => ({ status: 200 }) });
    const call = (method: string, path: string, content?: object) => {
      const answer = dialog.answer({
        method,
        url: `https://waba-v2.360dialog.io/${path}`,
        headers: { 'D360-API-KEY': dialog.key, 'content-type': 'application/json' },
        body: content ? JSON.stringify(content) : '',
      });
      if ('fault' in answer) throw new Error(answer.fault);
      return { status: answer.status, json: JSON.parse(answer.body) };
    };
    return { dialog, call };
  };

  it('takes Meta’s words, and lists states in small letters', () => {
    const { dialog, call } = standIn();
    expect(call('POST', 'v1/configs/templates', GOOD).status).toBe(200);
    dialog.meta.review('friend_joined', 'APPROVED');
    expect(call('GET', 'v1/configs/templates?limit=1000').json).toMatchObject({
      count: 1,
      waba_templates: [{ name: 'friend_joined', language: 'de', status: 'approved' }],
    });
    expect(call('POST', 'v1/configs/templates', { ...GOOD, name: 'X' }).status).toBe(400);
    expect(call('GET', 'v1/configs/templates?name=friend').status).toBe(403);
  });

  it('tells the number’s health', () => {
    const { dialog, call } = standIn();
    expect(call('GET', 'health_status').json.health_status.can_send_message).toBe('AVAILABLE');
    dialog.meta.business.canPay = false;
    expect(JSON.stringify(call('GET', 'health_status').json)).toContain('141006');
  });
});

describe('Twilio', () => {
  const standIn = () => {
    const twilio = new TwilioStandIn({ now: () => 0, deliver: () => ({ status: 200 }) });
    const { accountSid, authToken } = twilio.account;
    const call = (method: string, path: string, content?: object) => {
      const answer = twilio.answer({
        method,
        url: `https://content.twilio.com/v1/Content${path}`,
        headers: {
          authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}`,
          'content-type': 'application/json',
        },
        body: content ? JSON.stringify(content) : '',
      });
      if ('fault' in answer) throw new Error(answer.fault);
      return { status: answer.status, json: JSON.parse(answer.body) };
    };
    const types = { 'twilio/text': { body: 'Good news: {{1}} came.' } };
    const { sid } = call('POST', '', { language: 'de', variables: { 1: 'Anna' }, types }).json;
    return { twilio, call, sid };
  };
  const ASKED = { name: 'friend_joined', category: 'MARKETING' };

  it('hands a template on for approval, once', () => {
    const { twilio, call, sid } = standIn();
    const state = () => call('GET', `/${sid}/ApprovalRequests`).json.whatsapp;
    expect(state().status).toBe('unsubmitted');
    expect(call('POST', `/${sid}/ApprovalRequests/whatsapp`, ASKED)).toMatchObject({
      status: 201,
      json: { ...ASKED, status: 'received', rejection_reason: '' },
    });
    expect(call('POST', `/${sid}/ApprovalRequests/whatsapp`, ASKED).status).toBe(400);
    twilio.review(sid, 'rejected', 'It is too general.');
    expect(state()).toMatchObject({ status: 'rejected', rejection_reason: 'It is too general.' });
    expect(twilio.account.contents[0]).toMatchObject({ language: 'de', approved: false });
  });

  it.each([
    ['a name with capitals', { ...ASKED, name: 'Friend' }],
    ['another category', { ...ASKED, category: 'NEWS' }],
    ['nothing', {}],
  ])('refuses %s', (_, asked) => {
    const { call, sid } = standIn();
    expect(call('POST', `/${sid}/ApprovalRequests/whatsapp`, asked).status).toBe(400);
  });

  it('knows no other template, and no other method', () => {
    const { call, sid } = standIn();
    expect(call('POST', `/HX${'0'.repeat(32)}/ApprovalRequests/whatsapp`, ASKED).status).toBe(404);
    expect(call('POST', `/${sid}/ApprovalRequests`, ASKED).status).toBe(404);
  });
});

it('is approved after a while where nobody says otherwise, as in the playground', () => {
  const w = world({ approvesAfter: 5 * 60_000 });
  w.call('POST', TEMPLATES, GOOD);
  const status = () => w.call('GET', `${TEMPLATES}?name=friend`).json.data[0].status;
  expect(status()).toBe('PENDING');
  w.state.now += 5 * 60_000;
  expect(status()).toBe('APPROVED');
});
