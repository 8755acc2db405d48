/** Times, numbers and names as people read them. */

/** `14:05`, in the spreadsheet's time zone. */
export function clockTime(at: number, timeZone: string): string {
  return format(at, timeZone, { hour: '2-digit', minute: '2-digit' });
}

/** `Mon 23 Nov, 14:05`. */
export function dayAndTime(at: number, timeZone: string): string {
  const day = format(at, timeZone, { weekday: 'short', day: 'numeric', month: 'short' });
  return `${day.replace(',', '')}, ${clockTime(at, timeZone)}`;
}

/** `Monday, 23 November`: what stands between the messages of two days. */
export function dayName(at: number, timeZone: string): string {
  return format(at, timeZone, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** `340 ms`, `1.2 s`. */
export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** `3 calls`, `1 call`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** `Amina` of Amina Yusuf. */
export function givenName(name: string): string {
  return name.split(/\s+/u)[0] ?? name;
}

/** `AY` of Amina Yusuf: at most two letters, whole characters only. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  const letters = picked.map(
    (word) => [...(word ?? '')].find((c) => /[\p{L}\p{N}]/u.test(c)) ?? '',
  );
  return letters.join('').toUpperCase() || '·';
}

/** One of a few calm colours, always the same for the same key. */
export function hue(key: string): number {
  let sum = 3;
  for (const letter of key) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return (sum * GOLDEN_ANGLE) % 360;
}

/** Keeps the colours of neighbours apart. */
const GOLDEN_ANGLE = 137;

const GROUPS: Record<number, number[]> = { 7: [3, 4], 8: [4, 4], 9: [3, 3, 3] };

/** `+44 7700 900142`: digits in groups that are easy to read; no claim to know the country's habits. */
export function readablePhone(digits: string): string {
  const match = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/.exec(
    digits,
  );
  if (!match) return `+${digits}`;
  const [, country, rest = ''] = match;
  const groups = country === '1' ? [3, 3, 4] : (GROUPS[rest.length] ?? [4, 6]);
  const parts: string[] = [];
  let at = 0;
  for (const size of groups) {
    parts.push(rest.slice(at, at + size));
    at += size;
  }
  parts.push(rest.slice(at));
  return `+${country} ${parts.filter(Boolean).join(' ')}`;
}

function format(at: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(at);
}
