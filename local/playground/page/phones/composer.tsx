/** Where one writes: a draft for each chat, sent with Enter. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type App, useApp, useHand, useView } from '../app';
import { BUSINESS, chatKey } from '../hand';
import { Icon } from '../icon';

/** In pixels; a longer draft scrolls. */
const TALLEST = 132;

export function Composer() {
  const app = useApp();
  const { person, chat, drafts } = useHand();
  const draft = drafts[chatKey(person, chat)] ?? '';
  const [sending, setSending] = useState(false);
  const submit = async () => {
    if (draft.trim() === '' || sending) return;
    setSending(true);
    const sent = await send(app, person, chat, draft.trim());
    setSending(false);
    if (sent) app.write('', chatKey(person, chat));
  };
  return (
    <form
      class="composer"
      aria-busy={sending}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Draft draft={draft} submit={submit} />
      <button type="submit" class="send" aria-label="Send" disabled={draft.trim() === ''}>
        <Icon name="send" />
      </button>
    </form>
  );
}

function Draft({ draft, submit }: { draft: string; submit: () => void }) {
  const app = useApp();
  const { business, people } = useView();
  const { person, chat } = useHand();
  const field = useRef<HTMLTextAreaElement>(null);
  const nameOf = (key: string) => people.find((one) => one.key === key)?.name ?? 'Somebody';
  const to = chat === BUSINESS ? business.name : nameOf(chat);
  useLayoutEffect(() => {
    const text = field.current as HTMLTextAreaElement;
    // A field only tells how high its text is when it is not higher itself.
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight, TALLEST)}px`;
  }, [draft]);
  return (
    <textarea
      ref={field}
      rows={1}
      maxLength={4096}
      dir="auto"
      value={draft}
      placeholder={`Write to ${to}`}
      aria-label={`Message from ${nameOf(person)} to ${to}`}
      onInput={({ currentTarget }) => app.write(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        submit();
      }}
    />
  );
}

function send(app: App, person: string, chat: string, text: string): Promise<boolean> {
  return chat === BUSINESS
    ? app.tell('/local/messages', { from: person, text })
    : app.tell('/local/personal', { from: person, to: chat, text });
}
