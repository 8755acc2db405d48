/** What the internet finds at the address of a web app that only its editors may open. */

/** `/dev` always runs the newest code, and asks everybody else to sign in. */
const EDITORS_ONLY = /^https:\/\/script\.google\.com\/.*\/dev(\?|$)/;

/** Google's sign-in page: a 200, so that whoever posts there believes that all is well. Undefined for other addresses. */
export function signInPage(url = ''): { status: number; body: string } | undefined {
  if (!EDITORS_ONLY.test(url)) return undefined;
  return {
    status: 200,
    body: '<!DOCTYPE html><html><head><title>Sign in – Google Accounts</title>',
  };
}
