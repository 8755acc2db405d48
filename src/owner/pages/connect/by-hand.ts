/** What the owner does at the provider, line by line, each with its picture where there is one. */
import { h } from '../shared/dom';
import { folded } from '../shared/pictures/drawing';
import { WEBHOOK } from '../shared/pictures/webhook';
import { WEBHOOK_FIELDS } from '../shared/pictures/webhook-fields';
import type { Dialog } from './dialog';

const PICTURES = { webhook: WEBHOOK, webhookFields: WEBHOOK_FIELDS };

/** The lines; @param open whether this is what comes next: then the pictures are open */
export function byHand({ choice }: Dialog, open: boolean): HTMLElement {
  const lines = choice.byHand.map(({ text, picture }) =>
    h('li', {}, text, picture && folded(PICTURES[picture], open)),
  );
  return h('ol.by-hand', {}, ...lines);
}
