/** Where one writes: a draft for each chat, sent with Enter. */
import { type App, BUSINESS, draftKey } from '../app';
import { h, icon } from '../dom';

export function composer(app: App): HTMLElement {
  const text = h('textarea', { rows: 1, maxlength: 4096, dir: 'auto' });
  const send = h('button.send', { type: 'submit', 'aria-label': 'Send' }, icon('send'));
  const form = h('form.composer', {}, text, send);
  const key = () => draftKey(app.hand.person, app.hand.chat);

  const grow = () => {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight, 132)}px`;
    send.disabled = text.value.trim() === '';
  };
  text.addEventListener('input', () => {
    app.hand.drafts[key()] = text.value;
    grow();
  });
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const draft = text.value.trim();
    if (draft === '' || form.ariaBusy === 'true') return;
    const from = key();
    form.ariaBusy = 'true';
    const sent = await write(app, draft);
    form.ariaBusy = 'false';
    if (!sent) return;
    delete app.hand.drafts[from];
    app.show();
  });
  app.add(() => {
    const { person, chat } = app.hand;
    const draft = app.hand.drafts[key()] ?? '';
    if (text.value !== draft) text.value = draft;
    const to = chat === BUSINESS ? app.view.business.name : app.personName(chat);
    text.placeholder = `Write to ${to}`;
    text.setAttribute('aria-label', `Message from ${app.personName(person)} to ${to}`);
    grow();
  });
  return form;
}

function write(app: App, text: string): Promise<boolean> {
  const { person, chat } = app.hand;
  return chat === BUSINESS
    ? app.tell('/local/messages', { from: person, text })
    : app.tell('/local/personal', { from: person, to: chat, text });
}
