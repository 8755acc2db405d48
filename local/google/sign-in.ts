/** Google's sign-in as clasp goes through it: the consent page, the code for tokens, who one is. */
import { createHash } from 'node:crypto';
import { type Account, newId, type User } from './account';
import { Reply, type Request, type Routes } from './server';

interface Grant {
  user: User;
  challenge: string;
  redirectUri: string;
}

/**
 * The routes of accounts.google.com and oauth2.googleapis.com.
 *
 * @param person who sits at the browser that opens the consent page, or nobody, who presses Cancel
 */
export function signIn(account: Account, person: () => User | undefined): Routes {
  const grants = new Map<string, Grant>();
  return {
    'GET /o/oauth2/v2/auth': ({ query }) => {
      const redirectUri = query.get('redirect_uri') ?? '';
      const back = new URL(redirectUri);
      back.searchParams.set('state', query.get('state') ?? '');
      const user = person();
      if (user) {
        const code = `4/${newId(30)}`;
        grants.set(code, { user, challenge: query.get('code_challenge') ?? '', redirectUri });
        back.searchParams.set('code', code);
      } else {
        back.searchParams.set('error', 'access_denied');
      }
      return new Reply(302, '', { location: back.href });
    },
    'POST /token': (request) => {
      const form = new URLSearchParams(request.body);
      const user =
        form.get('grant_type') === 'refresh_token'
          ? account.users.find(({ refreshToken }) => refreshToken === form.get('refresh_token'))
          : redeem(grants, form);
      if (!user) return invalidGrant();
      return {
        access_token: user.accessToken,
        refresh_token: user.refreshToken,
        expires_in: 3599,
        token_type: 'Bearer',
      };
    },
    'GET /oauth2/v2/userinfo': (request: Request) => {
      const { email } = request.user();
      return { id: createHash('sha256').update(email).digest('hex').slice(0, 21), email };
    },
  };
}

function redeem(grants: Map<string, Grant>, form: URLSearchParams): User | undefined {
  const code = form.get('code') ?? '';
  const grant = grants.get(code);
  grants.delete(code);
  const verifier = form.get('code_verifier') ?? '';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const fits = grant?.challenge === challenge && grant.redirectUri === form.get('redirect_uri');
  return fits ? grant.user : undefined;
}

function invalidGrant(): Reply {
  const body = { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' };
  return new Reply(400, JSON.stringify(body), { 'content-type': 'application/json' });
}
