/** What Meta's stand-in is made with, and what of it survives a restart. */

import type { PhonesState } from '../phones';
import type { OutboundRecord } from '../standin';
import type { MetaBusiness, Subscription } from './business';
import type { DeliveryState, Webhook } from './delivery';
import type { MetaTemplate } from './outgoing';

/** The account and the world around it. What is left out is as in Meta's own examples. */
export type MetaOptions = Pick<MetaBusiness, 'now'> &
  Partial<MetaBusiness> & {
    /** Posts a webhook to the web app. `url` is there when a callback was set by the API. */
    deliver: (webhook: Webhook) => { status: number };
    /** False for an app that nobody has subscribed to the account yet. */
    subscribed?: boolean;
    /** False for an app that is not published. */
    published?: boolean;
    /** False while the field `messages` is not subscribed in the app's dashboard. */
    fieldSubscribed?: boolean;
    /** What `save()` gave. */
    state?: MetaState;
  };

export interface MetaState {
  phones: PhonesState;
  delivery: DeliveryState;
  subscription: Subscription;
  /** Missing where it was saved before there was a choice. */
  registered?: boolean;
  /** Missing where it was saved before templates could be handed in. */
  templates?: MetaTemplate[];
  opaque: Record<string, string>;
  outbound: OutboundRecord[];
  made: number;
}
