/** One page of the script in a frame of its own, and its way to the server. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Panel } from '../../view';
import { useApp } from '../app';
import { listenTo } from './bridge';

/** What Google lets a frame of a script do. */
const SANDBOX =
  'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-forms';

interface FrameProps {
  panel: Panel;
  close: () => void;
  /** In pixels, until the page asks for another size; without one the frame fills its place. */
  width?: number;
  height?: number;
}

export function Frame({ panel, close, width, height }: FrameProps) {
  const app = useApp();
  const frame = useRef<HTMLIFrameElement>(null);
  const [size, setSize] = useState({ width, height });
  // At once, so that nothing that the page says while it loads is missed.
  useLayoutEffect(() => {
    if (!frame.current) return undefined;
    return listenTo(app, frame.current, {
      close,
      resize: (wanted) => setSize((before) => ({ ...before, ...wanted })),
    });
  }, []);
  return (
    <iframe
      ref={frame}
      sandbox={SANDBOX}
      allow="clipboard-write"
      src={`/local/panel.html?id=${panel.id}`}
      title={panel.title}
      style={[sized('width', size.width), sized('height', size.height)].join('')}
    />
  );
}

function sized(name: string, pixels: number | undefined): string {
  return pixels === undefined ? '' : `${name}: ${pixels}px;`;
}
