/** A form with the button that sends it off; it cannot be sent again while that goes on. */
import type { ComponentChildren } from 'preact';
import { useBusy } from '../shared/use-busy';
import type { Status } from '../shared/use-status';
import { StatusLine } from './status';

interface FormProps {
  /** The fields. */
  children: ComponentChildren;
  /** The button's words. */
  submit: string;
  /** Checking what was typed is the work's own: browsers say it in their language, not the page's. */
  work: () => unknown;
  /** What came of it, said beside the button. */
  status?: Status;
}

export function Form({ children, submit, work, status }: FormProps) {
  const { busy, start } = useBusy(work);
  const send = (event: Event) => {
    event.preventDefault();
    void start();
  };
  return (
    <form onSubmit={send} autocomplete="off" noValidate>
      {children}
      <div class="sends">
        <div class="buttons">
          <button class="action" type="submit" aria-disabled={busy || undefined}>
            {submit}
          </button>
        </div>
        {status && <StatusLine of={status} />}
      </div>
    </form>
  );
}
