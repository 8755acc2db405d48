/** Carries `google.script.run` and `google.script.host` from a script's frame to the server. */
import type { App } from '../app';
import { door } from '../door';
import { tapLink } from '../phones/links';
import type { FromFrame } from './messages';

/** What a page may do with the panel that it is in. */
interface Host {
  close: () => void;
  /** In pixels. */
  resize: (size: { width?: number; height?: number }) => void;
}

/** Listens to one frame. @returns the function that ends the listening */
export function listenTo(app: App, frame: HTMLIFrameElement, host: Host): () => void {
  const hear = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow) return;
    const said = (event.data as { appsScript?: FromFrame } | null)?.appsScript;
    if (said) act(app, frame, host, said);
  };
  window.addEventListener('message', hear);
  return () => window.removeEventListener('message', hear);
}

function act(app: App, frame: HTMLIFrameElement, host: Host, said: FromFrame): void {
  switch (said.kind) {
    case 'run':
      void run(frame, said.call, said.name, said.args);
      return;
    case 'close':
      host.close();
      return;
    case 'size':
      host.resize({
        ...(said.width ? { width: said.width } : {}),
        ...(said.height ? { height: said.height } : {}),
      });
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
