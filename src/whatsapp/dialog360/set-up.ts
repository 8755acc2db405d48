/** Connecting 360dialog. */
import { jsonPost } from '../json';
import { hindrancesIn } from '../meta/health';
import { templateAmong, templateBody } from '../meta/templates';
import type { HttpRequest } from '../provider';
import type { ProviderSetUp, Values } from '../set-up';
import { dialog360Provider } from './dialog360';

const HOST = 'https://waba-v2.360dialog.io/';
const WEBHOOK = 'v1/configs/webhook';

export const DIALOG360_SET_UP: ProviderSetUp = {
  title: '360dialog',
  enters: {
    settings: ['WhatsApp number', 'Phone number id'],
    noted: [],
    secrets: ['dialog360Key'],
  },
  identity: 'Phone number id',
  judge: (answer) => dialog360Provider({ phoneNumberId: '', key: '' }).judge(answer),
  account(ask, values) {
    ask(call(values, WEBHOOK));
    return { name: '', number: '', quality: '' };
  },
  templates: {
    create(ask, values, template) {
      ask(call(values, 'v1/configs/templates', templateBody(template)));
      return template.name;
    },
    state(ask, values, name, language) {
      const answer = ask(call(values, 'v1/configs/templates?limit=1000'));
      return templateAmong(answer.waba_templates ?? answer.data, name, language);
    },
  },
  hindrances: (ask, values) => hindrancesIn(ask(call(values, 'health_status'))),
  register(ask, values, { address }) {
    ask(call(values, WEBHOOK, { url: address }));
  },
};

function call(values: Values, path: string, body?: object): HttpRequest {
  const url = HOST + path;
  const headers = { 'D360-API-KEY': values.dialog360Key ?? '' };
  return body ? jsonPost(url, body, headers) : { url, method: 'get', headers };
}
