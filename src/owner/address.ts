/** The web app's address: which one is in use, and how it looks from outside, asked as a stranger would. */

import { addressProblem, deployedAddress } from '../script/address';
import { fetchSafely } from '../script/asking';
import { parsed, type Store, WEB_APP_URL, WEBHOOK_KEY } from '../script/properties';
import { thisRelease } from '../script/release';
import type { Services } from '../script/services';
import { object, parseObject, string } from '../whatsapp/json';
import { noteProofs } from './proofs';
import type { Sight, WebAppLook } from './wire';

/** In Script Properties: the deployed address that the owner replaced by another one. */
const REPLACED = 'replacedAddress';

const CHALLENGE = '20240521';

/** The address in use, and what is wrong with it; '' when nothing is. */
export function addressIn(store: Store): { address: string; addressProblem: string } {
  const known = knownAddresses(store);
  const good = (all: string[]) => all.find((one) => !addressProblem(one));
  const address = good(known) ?? good(fromGoogle()) ?? [...known, ...fromGoogle()][0] ?? '';
  return { address, addressProblem: addressProblem(address) ?? '' };
}

/** What a deployment left, and what was found or given before. */
function knownAddresses(store: Store): string[] {
  const deployed = deployedAddress(ScriptApp.getScriptId());
  return [deployed === store[REPLACED] ? '' : deployed, store[WEB_APP_URL]].flatMap(
    (one) => one || [],
  );
}

/** What Google tells, which is sometimes nothing, and sometimes another deployment's. */
function fromGoogle(): string[] {
  return [ScriptApp.getService().getUrl() as string | null].flatMap((one) => one || []);
}

/**
 * Uses another address from now on.
 *
 * @throws Error with what is wrong with it, also when another script answers there
 */
export function takeAddress(services: Services, given: string): void {
  const address = String(given).trim();
  const problem = addressProblem(address);
  if (problem) throw new Error(problem);
  const look = lookAt(address, services);
  if (look.script === 'other') throw new Error(OTHER_SCRIPT);
  if (isStrange(look)) throw new Error(NOT_OURS);
  const deployed = deployedAddress(ScriptApp.getScriptId());
  services.properties.setProperties({
    [WEB_APP_URL]: address,
    [REPLACED]: deployed && deployed !== address ? deployed : '',
  });
}

/** Something answers everybody there, and does not know this sheet's key. */
function isStrange({ status, login, script, handshake }: WebAppLook): boolean {
  return status > 0 && !login && script === 'none' && !handshake;
}

const NOT_OURS =
  'This sheet’s script does not answer at this address. Open Extensions → Apps Script in this very sheet, and take the address from Deploy → Manage deployments there. Was it made a moment ago? Then try again in a minute.';

const OTHER_SCRIPT =
  'Another script answers at this address, perhaps that of a copy of this sheet. Open Extensions → Apps Script in this sheet, and take the address from Deploy → Manage deployments there.';

/** Notes the address that is known until now, where none is noted: messages carry it at some providers. */
export function noteAddress({ properties }: Services): void {
  const store = properties.getProperties();
  const { address, addressProblem: problem } = addressIn(store);
  if (!store[WEB_APP_URL] && !problem) properties.setProperty(WEB_APP_URL, address);
}

/** Looks at every address that it could be, and goes on using the first at which this script answers. */
export function lookAtWebApp(services: Services): WebAppLook {
  const store = services.properties.getProperties();
  const looks: WebAppLook[] = [];
  const all = new Set([...knownAddresses(store), ...fromGoogle()]);
  for (const address of [...all].filter((one) => !addressProblem(one))) {
    const look = lookAt(address, services);
    looks.push(look);
    if (look.script !== 'ours') continue;
    if (store[WEB_APP_URL] !== address) services.properties.setProperty(WEB_APP_URL, address);
    return noted(look, services);
  }
  const [first = { ...UNKNOWN, ...addressIn(store) }] = looks;
  return noted(first, services);
}

const UNKNOWN: Omit<WebAppLook, 'address' | 'addressProblem'> = {
  status: 0,
  login: false,
  script: 'none',
  version: '',
  behind: false,
  sight: null,
  handshake: false,
  wrongKeyRefused: false,
};

/** As the provider does: logged out and, first, without following redirects. */
function lookAt(address: string, services: Services): WebAppLook {
  const key = services.properties.getProperty(WEBHOOK_KEY) ?? '';
  const shake = (token: string) =>
    `${address}?hub.mode=subscribe&hub.challenge=${CHALLENGE}&hub.verify_token=${token}`;
  const get = (url: string, followRedirects: boolean) => ({
    url,
    method: 'get' as const,
    headers: {},
    followRedirects,
  });
  const [plain, seen, right, wrong] = fetchSafely(
    [
      get(address, false),
      get(`${address}?key=${key}&probe=1`, true),
      get(shake(key), true),
      get(shake('wrong'), true),
    ],
    services,
  );
  const told = parsed(seen?.body) === null ? null : parseObject(seen?.body ?? '');
  const ours = told?.script === ScriptApp.getScriptId();
  return {
    address,
    addressProblem: '',
    status: plain?.status ?? 0,
    login: /accounts\.google\.com|ServiceLogin/i.test(`${plain?.body}${seen?.body}`),
    script: ours ? 'ours' : told?.script ? 'other' : 'none',
    version: ours ? string(told.version).slice(0, 20) : '',
    behind: ours && told.version !== thisRelease().version,
    sight: ours ? sightIn(told) : null,
    handshake: right?.body === CHALLENGE,
    wrongKeyRefused: !wrong?.body.includes(CHALLENGE),
  };
}

/** What the other side says is taken apart, never handed on as it is. */
export function sightIn(told: unknown): Sight {
  const { sheet, cell, why } = object(told);
  return {
    sheet: sheet === 'active' || sheet === 'id' ? sheet : 'none',
    cell: cell === true,
    why: string(why).slice(0, 300),
  };
}

function noted(look: WebAppLook, services: Services): WebAppLook {
  const { status, login, script, sight, handshake, wrongKeyRefused } = look;
  const open = script !== 'none' || handshake;
  noteProofs(services, {
    address: {
      result: open ? 'pass' : 'fail',
      found: `HTTP ${status || 'nothing'} logged out${login ? ', a login page' : ''}; ${{ ours: 'this script answers', other: 'another script answers', none: 'no script answers' }[script]}`,
    },
    webAppSheet: {
      result: sight?.cell ? 'pass' : 'fail',
      found: sight ? `${sight.sheet}${sight.cell ? '' : `, ${sight.why}`}` : 'not told',
    },
    handshake: {
      result: handshake && wrongKeyRefused ? 'pass' : 'fail',
      found: `right key ${handshake ? 'answered' : 'not answered'}, wrong key ${wrongKeyRefused ? 'refused' : 'accepted'}`,
    },
  });
  return look;
}
