/** Connecting Twilio; the buttons of messages need templates, which are made here once. */
import { jsonPost, object, parseObject, string } from '../json';
import type { HttpRequest } from '../provider';
import type { ProviderSetUp, Values } from '../set-up';
import { contentKey, contentRequest } from './content';
import { everyButtons } from './templates';
import { twilioProvider } from './twilio';

export const TWILIO_SET_UP: ProviderSetUp = {
  title: 'Twilio',
  enters: {
    settings: ['WhatsApp number', 'Twilio account SID', 'Twilio sender'],
    noted: [],
    secrets: ['twilioAuthorization'],
  },
  identity: 'Twilio account SID',
  kept: (name, typed, values, base64) =>
    name === 'twilioAuthorization'
      ? `Basic ${base64(`${values['Twilio account SID']}:${typed}`)}`
      : typed,
  judge: (answer) => JUDGE.judge(answer),
  account(ask, values) {
    const sid = encodeURIComponent(values['Twilio account SID'] ?? '');
    const account = ask({
      url: `https://api.twilio.com/2010-04-01/Accounts/${sid}.json`,
      method: 'get',
      headers: { Authorization: authorization(values) },
    });
    return { name: String(account.friendly_name ?? ''), number: '', quality: '' };
  },
  templates: {
    create(ask, values, { name, language, text, example }) {
      const types = { 'twilio/text': { body: text } };
      const body = { friendly_name: name, language, variables: { 1: example }, types };
      const sid = string(ask(content(values, '', body)).sid);
      ask(content(values, `/${sid}/ApprovalRequests/whatsapp`, { name, category: 'MARKETING' }));
      return sid;
    },
    state(ask, values, sid) {
      const asked = ask(content(values, `/${encodeURIComponent(sid)}/ApprovalRequests`));
      const { status, rejection_reason } = object(asked.whatsapp);
      return { status: string(status), reason: string(rejection_reason) };
    },
  },
  prepare(ask, values, settings) {
    const templates = parseObject(values.twilioTemplates ?? '');
    for (const body of everyButtons(settings)) {
      const key = contentKey(body);
      templates[key] ||= String(ask(contentRequest(body, authorization(values))).sid ?? '');
    }
    return { twilioTemplates: JSON.stringify(templates) };
  },
};

/** Judging takes nothing of the account. */
const JUDGE = twilioProvider({
  accountSid: '',
  authorization: '',
  sender: '',
  webhookUrl: '',
  templates: {},
  now: () => 0,
});

function content(values: Values, path: string, body?: object): HttpRequest {
  const url = `https://content.twilio.com/v1/Content${path}`;
  const headers = { Authorization: authorization(values) };
  return body ? jsonPost(url, body, headers) : { url, method: 'get', headers };
}

function authorization(values: Values): string {
  return values.twilioAuthorization ?? '';
}
