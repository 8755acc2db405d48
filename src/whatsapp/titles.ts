/** Reply buttons of one message have to say different things: WhatsApp refuses the whole message otherwise. */

/** Whether no two buttons say the same. Case and spaces make no difference: whether they do for WhatsApp is not told. */
export function sayDifferent(buttons: readonly { title: string }[]): boolean {
  const words = buttons.map(({ title }) => title.trim().replace(/\s+/g, ' ').toLowerCase());
  return new Set(words).size === words.length;
}
