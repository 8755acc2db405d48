/** Text as a database can keep it. */

/** Without the letter 0, and with a sign for each half of a letter that a cut has left. */
export function keepable(text: string): string {
  return text
    .split('\0')
    .join('')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
