/** Meta's Cloud API in the list of providers. */
import { FREE_A_MONTH, type ProviderEntry } from '../entry';
import { parseObject } from '../json';
import { metaProvider } from './meta';
import { readMetaWebhook } from './webhook';

/** The Script Property with the access token. */
export const META_TOKEN = 'metaToken';

export const META: ProviderEntry = {
  id: 'meta',
  name: 'Meta',
  freeAMonth: FREE_A_MONTH,
  posts: ({ body }) => parseObject(body).object === 'whatsapp_business_account',
  peek: ({ body }) => readMetaWebhook(body, null),
  create: ({ settings: { phoneNumberId, graphVersion }, stored }) =>
    metaProvider({ phoneNumberId, graphVersion, token: stored[META_TOKEN] ?? '' }),
};
