/** Green-API in the list of providers. */
import type { ProviderEntry } from '../entry';
import { parseObject } from '../json';
import { greenProvider } from './green';
import { readGreenWebhook } from './webhook';

/** The Script Property with the instance's token. */
export const GREEN_TOKEN = 'greenToken';

export const GREEN: ProviderEntry = {
  id: 'green',
  name: 'Green-API',
  posts: ({ body }) => !!parseObject(body).typeWebhook,
  peek: (request) => readGreenWebhook(request, null),
  create: ({ settings: { greenAddress, greenInstance }, stored }) =>
    greenProvider({
      apiUrl: greenAddress,
      instance: greenInstance,
      token: stored[GREEN_TOKEN] ?? '',
    }),
};
