/** Carries `google.script.run` and `google.script.host` from a script's frame to the server. */
import type { App } from '../app';
import { door } from '../door';
import { tapLink } from '../phones/links';
import type { FromFrame } from './messages';

/**
 * Listens to one frame for as long as it is on the page.
 *
 * @param closed called when the frame asks to be closed
 */
export function listenTo(app: App, frame: HTMLIFrameElement, closed: () => void): void {
  const hear = (event: MessageEvent) => {
    if (!frame.isConnected) return window.removeEventListener('message', hear);
    if (event.source !== frame.contentWindow) return;
    const said = (event.data as { appsScript?: FromFrame } | null)?.appsScript;
    if (said) act(app, frame, said, closed);
  };
  window.addEventListener('message', hear);
}

function act(app: App, frame: HTMLIFrameElement, said: FromFrame, closed: () => void): void {
  switch (said.kind) {
    case 'run':
      void run(frame, said.call, said.name, said.args);
      return;
    case 'close':
      closed();
      return;
    case 'size':
      if (said.width) frame.style.width = `${said.width}px`;
      if (said.height) frame.style.height = `${said.height}px`;
      return;
    case 'focusEditor':
      document.querySelector<HTMLElement>('.grid')?.focus();
      return;
    case 'whatsapp':
      void tapLink(app, said.url, { person: '', chat: '' });
  }
}

async function run(
  frame: HTMLIFrameElement,
  call: number,
  name: string,
  args: unknown[],
): Promise<void> {
  const outcome = await door
    .tell<{ result: unknown }>('/local/page', { name, args })
    .catch((error: Error) => ({ error: error.message }));
  frame.contentWindow?.postMessage({ appsScript: { call, ...outcome } }, '*');
}
