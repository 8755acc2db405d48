/** Message ids that look like Meta's: base64 with its `+`, `/` and `=`, holding the person's number. */

let made = 0;

/** An id that nothing else made in this process has. */
export function nextWamid(person: string): string {
  made += 1;
  return wamid(person, made);
}

/** The same id for the same person and number, for state that outlives the process. */
export function wamid(person: string, number: number): string {
  const serial = `3EB0${number.toString(16).toUpperCase().padStart(16, '0')}`;
  return `wamid.${Buffer.from(`\x1d\x0b${person}\x15\x02\x00\x11\x18\x12${serial}\x00`).toString('base64')}`;
}
