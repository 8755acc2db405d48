/** Green-API's addresses: the token stands in every request's path, so it goes nowhere else. */

const HOST = /^https:\/\/(?:[a-z0-9-]+\.)*green-?api\.com$/i;

/** An address as it is used: without a slash at its end; null when it is none of Green-API's. */
export function greenAddress(typed: string): string | null {
  const address = typed.trim().replace(/\/$/, '');
  return HOST.test(address) ? address : null;
}
