/** What the owner does at the provider, line by line, each with its picture where there is one. */
import { Folded } from '../shared/pictures/drawing';
import { WEBHOOK } from '../shared/pictures/webhook';
import { WEBHOOK_FIELDS } from '../shared/pictures/webhook-fields';
import type { ProviderChoice } from '../shared/providers/choice';

const PICTURES = { webhook: WEBHOOK, webhookFields: WEBHOOK_FIELDS };

/** @param open whether this is what comes next: then the pictures are open */
export function ByHand({ choice, open }: { choice: ProviderChoice; open: boolean }) {
  return (
    <ol class="by-hand">
      {choice.byHand.map(({ text, picture }) => (
        <li key={text}>
          {text}
          {picture && <Folded picture={PICTURES[picture]} open={open} />}
        </li>
      ))}
    </ol>
  );
}
