/** What the first minutes on a real account have shown, kept so that *Check set-up* can print it. No secrets are in it. */
import { parsed, type Store } from '../script/properties';
import type { Services } from '../script/services';
import type { Proof, ProofName, Proofs } from './wire';

/** In Script Properties, as JSON. */
const PROOFS = 'proofs';

/** A proof is a sentence, not a page. */
const LONGEST = 300;

export function proofsIn(store: Store): Proofs {
  return parsed<Proofs>(store[PROOFS]) ?? {};
}

/** What was found, by the proof's name. */
export type Found = { [Name in ProofName]?: Pick<Proof, 'result' | 'found'> };

/** Notes what was found; what was found before of the same is replaced. */
export function noteProofs({ properties, now }: Services, found: Found): void {
  const proofs = parsed<Proofs>(properties.getProperty(PROOFS) ?? undefined) ?? {};
  const before = JSON.stringify(proofs);
  for (const name of Object.keys(found) as ProofName[]) {
    const { result = 'fail', found: words = '' } = found[name] ?? {};
    const shown = words.slice(0, LONGEST);
    const known = proofs[name];
    if (known?.result === result && known.found === shown) continue;
    proofs[name] = { at: now(), result, found: shown };
  }
  const after = JSON.stringify(proofs);
  if (after !== before) properties.setProperty(PROOFS, after);
}

/** These are to be shown once more. */
export function forgetProofs({ properties }: Services, names: ProofName[]): void {
  const proofs = parsed<Proofs>(properties.getProperty(PROOFS) ?? undefined) ?? {};
  for (const name of names) delete proofs[name];
  properties.setProperty(PROOFS, JSON.stringify(proofs));
}
