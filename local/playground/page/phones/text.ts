/** A message's text with its links to tap and WhatsApp's *bold*, _italic_ and ~struck~ words. */
import { h } from '../dom';

const PIECES =
  /(https?:\/\/[^\s<>"]+)|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\2(?![\p{L}\p{N}])/gu;
const TAGS = { '*': 'strong', _: 'em', '~': 's' } as const;
const READABLE_LENGTH = 44;

/** @param tap called with the address when a link is tapped */
export function richText(text: string, tap: (url: string) => void): (Node | string)[] {
  const pieces: (Node | string)[] = [];
  let at = 0;
  for (const match of text.matchAll(PIECES)) {
    const [whole, url, mark, inside] = match;
    pieces.push(text.slice(at, match.index));
    if (url) pieces.push(textLink(url, tap));
    else pieces.push(h(TAGS[mark as keyof typeof TAGS], {}, inside ?? ''));
    at = match.index + whole.length;
  }
  return [...pieces, text.slice(at)];
}

function textLink(url: string, tap: (url: string) => void): HTMLElement {
  const short = url.length > READABLE_LENGTH ? `${url.slice(0, READABLE_LENGTH)}…` : url;
  return h('button.text-link', { type: 'button', title: url, onclick: () => tap(url) }, short);
}
