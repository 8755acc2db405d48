/** Looks at the web app as WhatsApp does: logged out, and without following where it leads. */

/** What somebody who is not signed in gets to see. */
export type Seen =
  | { state: 'open' }
  /** Google wants a sign-in: the web app is not open to anyone. */
  | { state: 'closed' }
  | { state: 'missing' }
  /** One of Google's error pages: the script is not approved yet, or it failed. */
  | { state: 'error'; page: string }
  | { state: 'unreachable'; why: string };

const SIGN_IN = /accounts\.google\.com|ServiceLogin/;
const TIME_LIMIT_MS = 30_000;

/** Opens the address once. Never throws: not to be reached is an answer too. */
export async function lookLoggedOut(address: string): Promise<Seen> {
  try {
    const signal = AbortSignal.timeout(TIME_LIMIT_MS);
    const answer = await fetch(address, { redirect: 'manual', signal });
    return judge(answer.status, answer.headers.get('location') ?? '', await answer.text());
  } catch (error) {
    const { message, cause } = error as Error & { cause?: Error };
    return { state: 'unreachable', why: cause?.message || message };
  }
}

/** A script's text answers with a 302 to a one-time address, its page with a 200; Google's own pages do too. */
function judge(status: number, location: string, page: string): Seen {
  if (status >= 300 && status < 400) {
    if (location.includes('/macros/echo')) return { state: 'open' };
    if (SIGN_IN.test(location)) return { state: 'closed' };
    return { state: 'error', page: `It leads to ${location}` };
  }
  if (status === 404) return { state: 'missing' };
  if (status === 401 || status === 403) return { state: 'closed' };
  const title = /<title>([^<]*)<\/title>/i.exec(page)?.[1] ?? '';
  if (/sign in|google accounts/i.test(title) || /action="[^"]*accounts\.google/.test(page)) {
    return { state: 'closed' };
  }
  if (status !== 200 || /^error$/i.test(title)) return { state: 'error', page: textOf(page) };
  return { state: 'open' };
}

function textOf(page: string): string {
  const text = page
    .replace(/<(style|script|title)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.slice(0, 200) || 'an empty page';
}
