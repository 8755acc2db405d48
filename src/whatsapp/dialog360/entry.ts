/** 360dialog in the list of providers. */
import { FREE_A_MONTH, type ProviderEntry } from '../entry';
import { dialog360Provider } from './dialog360';

/** The Script Property with the API key. */
export const DIALOG360_KEY = 'dialog360Key';

export const DIALOG360: ProviderEntry = {
  id: '360dialog',
  name: '360dialog',
  freeAMonth: FREE_A_MONTH,
  create: ({ settings: { phoneNumberId }, stored }) =>
    dialog360Provider({ phoneNumberId, key: stored[DIALOG360_KEY] ?? '' }),
};
