/** A message's text with its links to tap and WhatsApp's *bold*, _italic_ and ~struck~ words. */
import type { ComponentChild } from 'preact';

const PIECES =
  /(https?:\/\/[^\s<>"]+)|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\2(?![\p{L}\p{N}])/gu;
const TAGS = { '*': 'strong', _: 'em', '~': 's' } as const;
const READABLE_LENGTH = 44;

/** @param tap called with the address when a link is tapped */
export function MessageText({ text, tap }: { text: string; tap: (url: string) => void }) {
  const pieces: ComponentChild[] = [];
  let at = 0;
  for (const match of text.matchAll(PIECES)) {
    const [whole, url, mark, inside] = match;
    pieces.push(text.slice(at, match.index));
    const Tag = TAGS[mark as keyof typeof TAGS];
    pieces.push(url ? <TextLink url={url} tap={tap} /> : <Tag>{inside}</Tag>);
    at = match.index + whole.length;
  }
  return (
    <p dir="auto">
      {pieces}
      {text.slice(at)}
    </p>
  );
}

function TextLink({ url, tap }: { url: string; tap: (url: string) => void }) {
  const short = url.length > READABLE_LENGTH ? `${url.slice(0, READABLE_LENGTH)}…` : url;
  return (
    <button type="button" class="text-link" title={url} onClick={() => tap(url)}>
      {short}
    </button>
  );
}
