/** A form with the button that sends it off; it cannot be sent again while that goes on. */
import type { ComponentChildren } from 'preact';
import { useBusy } from '../shared/use-busy';

interface FormProps {
  /** The fields. */
  children: ComponentChildren;
  /** The button's words. */
  submit: string;
  /** Checking what was typed is the work's own: browsers say it in their language, not the page's. */
  work: () => unknown;
}

export function Form({ children, submit, work }: FormProps) {
  const { busy, start } = useBusy(work);
  const send = (event: Event) => {
    event.preventDefault();
    void start();
  };
  return (
    <form onSubmit={send} autocomplete="off" noValidate>
      {children}
      <div class="buttons">
        <button class="action" type="submit" aria-disabled={busy || undefined}>
          {submit}
        </button>
      </div>
    </form>
  );
}
