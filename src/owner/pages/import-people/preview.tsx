/** What the import would do, line by line, before anything is written. */
import type { ComponentChildren } from 'preact';
import { List } from '../components/list';
import type { Line, Plan } from './plan';

export function Preview({ plan }: { plan: Plan }) {
  return (
    <section aria-label="Preview">
      <Part title="new" lines={plan.new} line={Newcomer} open />
      <Part title="in the base already: they stay as they are" lines={plan.known} line={Somebody} />
      <Part title="there twice: the first line counts" lines={plan.double} line={Somebody} />
      <Part title="cannot be read" lines={plan.unreadable} line={Unreadable} />
      <Part
        title="come without their inviter, who is in neither the base nor the list"
        lines={plan.withoutInviter}
        line={Newcomer}
      />
    </section>
  );
}

interface PartProps {
  title: string;
  lines: Line[];
  line: (line: Line) => ComponentChildren;
  open?: boolean;
}

function Part({ title, lines, line, open }: PartProps) {
  if (!lines.length) return null;
  return (
    <details open={open}>
      <summary>
        {lines.length.toLocaleString()} {title}
      </summary>
      <List items={lines} keyOf={({ number }) => String(number)} line={line} />
    </details>
  );
}

function Newcomer({ number, phone, name, invitedBy }: Line) {
  return (
    <>
      <span class="secondary">{number}</span> +{phone} {name}
      {invitedBy && <span class="secondary"> invited by {invitedBy}</span>}
    </>
  );
}

function Somebody({ number, phone, name }: Line) {
  return (
    <>
      <span class="secondary">{number}</span> +{phone} {name}
    </>
  );
}

function Unreadable({ number, text, why, name }: Line) {
  return (
    <>
      <span class="secondary">{number}</span> {text || name || 'This line'}{' '}
      <span class="bad">{why}</span>
    </>
  );
}
