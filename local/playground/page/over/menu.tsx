/** A small menu that opens at a point: arrows move in it, Escape closes it. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../app';
import { useShown } from '../shown';
import type { MenuItem, OpenMenu, Over } from './over';

/** How near to the window's edge a menu may come, in pixels. */
const EDGE = 8;

export function PopupMenu() {
  const { over } = useApp();
  const menu = useShown(over.menu);
  return menu && <Popup key={menu.label} over={over} menu={menu} />;
}

function Popup({ over, menu: { label, items, at } }: { over: Over; menu: OpenMenu }) {
  const popup = useRef<HTMLDivElement>(null);
  const before = useRef(document.activeElement as HTMLElement | null);
  const close = () => {
    over.menu.set(null);
    before.current?.focus();
  };
  useLayoutEffect(() => {
    const { style, offsetWidth, offsetHeight } = popup.current as HTMLDivElement;
    style.left = `${Math.min(at.left, window.innerWidth - offsetWidth - EDGE)}px`;
    style.top = `${Math.min(at.top, window.innerHeight - offsetHeight - EDGE)}px`;
    popup.current?.querySelector('button')?.focus();
  }, [at]);
  useEffect(() => {
    const outside = ({ target }: Event) => !popup.current?.contains(target as Node) && close();
    document.addEventListener('pointerdown', outside, true);
    return () => document.removeEventListener('pointerdown', outside, true);
  }, []);
  return (
    <div
      class="popup"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      ref={popup}
      onKeyDown={(event) => onKey(event, close)}
    >
      {items.map((item, index) => (
        <Item key={index} item={item} close={close} />
      ))}
    </div>
  );
}

function Item({ item, close }: { item: MenuItem | '-'; close: () => void }) {
  if (item === '-') return <hr />;
  const { title, act, inner } = item;
  if (!act) {
    return (
      <div class="popup-title" role="presentation">
        {title}
      </div>
    );
  }
  const choose = () => {
    close();
    act();
  };
  return (
    <button
      type="button"
      role="menuitem"
      class={inner ? 'inner' : ''}
      onClick={choose}
      onPointerMove={({ currentTarget }) => currentTarget.focus()}
    >
      {title}
    </button>
  );
}

function onKey(event: KeyboardEvent, close: () => void): void {
  event.stopPropagation();
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    close();
    return;
  }
  const all = [...(event.currentTarget as Element).querySelectorAll('button')];
  const here = all.indexOf(document.activeElement as HTMLButtonElement);
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  all.at(next % all.length)?.focus();
}
