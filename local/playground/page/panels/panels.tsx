/** Sidebar and dialogs of the script: its own HTML in a sandboxed frame, as Google shows it. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Panel } from '../../view';
import { useApp, useView } from '../app';
import { Icon } from '../icon';
import { Frame } from './frame';

export function Sidebar() {
  const { sidebar } = useView();
  return sidebar && <SidebarArea key={sidebar.id} panel={sidebar} />;
}

export function ScriptDialog() {
  const { dialog } = useView();
  return dialog && <Window key={dialog.id} panel={dialog} />;
}

function SidebarArea({ panel }: { panel: Panel }) {
  const close = useClose(panel);
  return (
    <aside class="area script-sidebar" aria-label="Sidebar of the script">
      <Bar title={panel.title} close={close} />
      <Frame panel={panel} close={close} />
    </aside>
  );
}

function Window({ panel }: { panel: Panel }) {
  const close = useClose(panel);
  const window = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = window.current;
    dialog?.showModal();
    dialog?.querySelector('iframe')?.focus();
    // Closed before it leaves the page, the window gives the focus back to where it was.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      class="script-dialog"
      aria-label={panel.title}
      ref={window}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <Bar title={panel.title} close={close} />
      <Frame panel={panel} close={close} width={panel.width} height={panel.height} />
    </dialog>
  );
}

function Bar({ title, close }: { title: string; close: () => void }) {
  return (
    <header class="panel-bar">
      <h2>{title}</h2>
      <button type="button" class="ghost" aria-label={`Close ${title}`} onClick={close}>
        <Icon name="close" />
      </button>
    </header>
  );
}

function useClose({ id }: Panel): () => void {
  const app = useApp();
  return () => void app.tell('/local/panel-close', { id });
}
