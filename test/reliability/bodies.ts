/** Webhook bodies of every provider, filled with hostile words, and then bent and broken. */
import fc from 'fast-check';
import { FORM } from '../../local/whatsapp/twilio/webhooks';
import type { ProviderName } from '../support/providers';
import { type Account, hostile, type Posted, said, shapes } from './shapes';

const JSON_TYPE = 'application/json';

/** Where to bend, how, and what to put there. */
interface Bend {
  where: number;
  how: 'replace' | 'remove' | 'repeat' | 'wrap' | 'swap' | 'proto';
  value: unknown;
}

const bend: fc.Arbitrary<Bend> = fc.record({
  where: fc.nat(),
  how: fc.constantFrom(
    'replace',
    'replace',
    'replace',
    'remove',
    'repeat',
    'wrap',
    'swap',
    'proto',
  ),
  value: fc.oneof(
    hostile,
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1e300,
      1.5,
      [],
      {},
      [[]],
      '1e300',
      '-1',
      '9'.repeat(15),
    ),
  ),
});

type Node = Record<string, unknown> | unknown[];

function places(node: unknown): { parent: Node; key: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  const parent = node as Node;
  return Object.keys(parent).flatMap((key) => [
    { parent, key },
    ...places((parent as Record<string, unknown>)[key]),
  ]);
}

function bent(root: object, { where, how, value }: Bend): void {
  const all = places(root);
  const place = all[where % all.length];
  if (!place) return;
  const { key } = place;
  const parent = place.parent as Record<string, unknown>;
  const other = all[(where * 31 + 7) % all.length];
  if (how === 'replace') parent[key] = structuredClone(value);
  else if (how === 'remove') delete parent[key];
  else if (how === 'wrap') parent[key] = [parent[key]];
  else if (how === 'swap' && other)
    parent[key] = structuredClone((other.parent as typeof parent)[other.key]);
  else if (how === 'repeat' && Array.isArray(place.parent))
    place.parent.push(structuredClone(parent[key]));
  else
    Object.defineProperty(parent, '__proto__', {
      value: structuredClone(value),
      enumerable: true,
      configurable: true,
    });
}

/** The text as a broken line or a careless sender leaves it. */
const damage = fc.oneof(
  { weight: 8, arbitrary: fc.constant((text: string) => text) },
  { weight: 1, arbitrary: fc.nat(5000).map((at) => (text: string) => text.slice(0, at)) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(5000), hostile).map(
      ([at, piece]) =>
        (text: string) =>
          text.slice(0, at) + piece + text.slice(at),
    ),
  },
);

const contentType = (usual: string) =>
  fc.constantFrom(
    usual,
    usual,
    usual,
    usual,
    JSON_TYPE,
    FORM,
    'text/plain',
    '',
    'multipart/form-data',
  );

/** A body of this provider that says `text`, in one of its shapes, more or less bent. */
export function bodyOf(
  provider: ProviderName,
  ours: Account,
  now: number,
  text: fc.Arbitrary<string> = hostile,
): fc.Arbitrary<Posted> {
  const isForm = provider === 'twilio';
  return fc
    .record({
      one: said(text, now),
      shape: fc.nat(),
      bends: fc.array(bend, { maxLength: 4 }),
      damage,
      contentType: contentType(isForm ? FORM : JSON_TYPE),
    })
    .map(({ one, shape, bends, damage: damaged, contentType }) => {
      const all = shapes(provider, ours, one);
      const root = structuredClone(all[shape % all.length]) as object;
      for (const each of bends) bent(root, each);
      const body = isForm ? formOf(root) : JSON.stringify(root);
      return { body: damaged(body), contentType };
    });
}

function formOf(root: object): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(root)) {
    form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return form.toString();
}
