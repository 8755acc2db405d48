/** Buttons: one that shows that its work goes on, one that opens another page of the script, a link that looks like one. */
import type { ComponentChildren } from 'preact';
import type { DialogName } from '../../wire';
import { server } from '../shared/server';
import { useBusy } from '../shared/use-busy';

interface ButtonProps {
  children: ComponentChildren;
  /** Until its promise is settled the button cannot be pressed again; what it throws is told in a toast. */
  work: () => unknown;
  /** `action` for the one that leads on, `link` for what stands in a text; an ordinary one without. */
  look?: string;
  /** What it is called where its own words are too short. */
  label?: string;
  title?: string;
}

/** A button whose work may take a while. It stays in its place and keeps the focus meanwhile. */
export function Button({ children, work, look, label, title }: ButtonProps) {
  const { busy, start } = useBusy(work);
  return (
    <button
      type="button"
      class={look}
      title={title}
      aria-label={label}
      aria-disabled={busy || undefined}
      onClick={start}
    >
      {children}
    </button>
  );
}

/** Opens one of the script's dialogs in the place of this page. */
export function OpenDialog({
  name,
  look,
  children,
}: {
  name: DialogName;
  look?: string;
  children: ComponentChildren;
}) {
  return (
    <Button work={() => server.openDialog(name)} {...(look ? { look } : {})}>
      {children}
    </Button>
  );
}

/** A link to somewhere else, in a window of its own. */
export function OpenLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="button" href={href} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
