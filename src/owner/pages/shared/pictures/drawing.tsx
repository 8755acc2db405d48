/** What the drawings of other people's pages are made of: they look alike, and say that they are drawings. */
import type { ComponentChildren } from 'preact';

/** A page that the owner looks for elsewhere. */
export interface Picture {
  /** What stands on the fold. */
  title: string;
  /** Where the page is. */
  where: string;
  /** All that the drawing tells, for those who do not see it. */
  says: string;
  /** The drawing's parts, from top to bottom. */
  parts: () => ComponentChildren;
}

/** The picture, folded or open. */
export function Folded({ picture, open }: { picture: Picture; open: boolean }) {
  return (
    <details class="picture" open={open}>
      <summary>{picture.title}</summary>
      <Drawing picture={picture} />
    </details>
  );
}

/** The picture itself. */
export function Drawing({ picture: { where, says, parts } }: { picture: Picture }) {
  return (
    <figure class="drawing">
      <div class="sheet" role="img" aria-label={`Drawing. ${where}. ${says}`}>
        <div class="where">{where}</div>
        {parts()}
      </div>
      <figcaption class="help">A drawing: the page looks about like this.</figcaption>
    </figure>
  );
}

/** A heading in the page. */
export function Heading({ children }: { children: string }) {
  return <div class="heading">{children}</div>;
}

/** A field with what is to stand in it. */
export function Box({ label, value, note }: { label: string; value: string; note?: string }) {
  return (
    <div>
      <div class="label">{label}</div>
      <Spot look="box" note={note}>
        {value}
      </Spot>
    </div>
  );
}

/** A button; the one to press has a note. */
export function Push({ children, note }: { children: string; note?: string }) {
  return (
    <Spot look="push" note={note}>
      {children}
    </Spot>
  );
}

/** A row with a switch at its end. */
export function Switch(props: { name: string; label: string; on?: boolean; note?: string }) {
  return (
    <div class="line">
      <span class="name">{props.name}</span>
      <Spot look="toggle" note={props.note}>
        {props.label}
        <span class={props.on ? 'switch on' : 'switch'} />
      </Spot>
    </div>
  );
}

interface MenuProps {
  items: string[];
  /** The one item to choose; it is marked. */
  chosen: string;
  /** The page beside the menu. */
  children: ComponentChildren;
}

/** A menu on the left, and the page beside it. */
export function WithMenu({ items, chosen, children }: MenuProps) {
  return (
    <div class="beside">
      <div class="menu">
        {items.map((item) => (
          <div class={item === chosen ? 'item ring' : 'item'} key={item}>
            {item}
          </div>
        ))}
      </div>
      <div class="page">{children}</div>
    </div>
  );
}

/** What matters has a ring around it and a note beside it. */
function Spot(props: { look: string; note: string | undefined; children: ComponentChildren }) {
  return (
    <div class="spot">
      <span class={props.note ? `${props.look} ring` : props.look}>{props.children}</span>
      {props.note && <span class="remark">{props.note}</span>}
    </div>
  );
}
