/** Utilities: digests and their charsets, base64, dates and texts. */
import { type Case, oneOf } from '../case';

const KEYS =
  'A signature or a key made here would not be the one that others make of the same text.';
const DATES = 'A date would be shown, or compared, in another way.';

/** The first bytes, as text that can be compared. */
const hex = (bytes: number[]) =>
  bytes
    .slice(0, 4)
    .map((byte) => (byte & 255).toString(16).padStart(2, '0'))
    .join('');

const sha256 = (text: string, charset?: 'UTF_8' | 'US_ASCII') => {
  const algorithm = Utilities.DigestAlgorithm.SHA_256;
  if (!charset) return hex(Utilities.computeDigest(algorithm, text));
  return hex(Utilities.computeDigest(algorithm, text, Utilities.Charset[charset]));
};

const EPOCH_DAY = () => new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 6));

const DATE_PATTERNS: [pattern: string, zone: string, shown: string][] = [
  ['yyyy-MM-dd', 'Etc/UTC', '2026-01-02'],
  ["yyyy-MM-dd'T'HH:mm:ss'Z'", 'GMT', '2026-01-02T03:04:05Z'],
  ['d MMM yyyy', 'GMT', '2 Jan 2026'],
  ['EEEE, MMMM d', 'GMT', 'Friday, January 2'],
  ['h:mm a', 'GMT', '3:04 AM'],
  ['HH:mm', 'America/New_York', '22:04'],
  ['HH:mm', 'GMT+2', '05:04'],
  ['SSS', 'GMT', '006'],
  ['Z', 'Asia/Kolkata', '+0530'],
  ['u', 'GMT', '5'],
  ['yy', 'GMT', '26'],
];

const dates: Case[] = DATE_PATTERNS.map(([pattern, zone, shown]) => ({
  name: `formatDate with ${pattern} in ${zone}`,
  run: () => Utilities.formatDate(EPOCH_DAY() as never, zone, pattern),
  ...{ expected: shown, sure: 'documented', means: DATES },
}));

const TEMPLATES: [template: string, args: unknown[], text: unknown][] = [
  ['%s-%s', ['a', 1], oneOf('a-1', 'a-1.0')],
  ['%05d', [42], '00042'],
  ['%.2f', [1.005], '1.00'],
  ['%x', [255], 'ff'],
  ['100%%', [], '100%'],
];

const templates: Case[] = TEMPLATES.map(([template, args, text]) => ({
  name: `formatString(${JSON.stringify(template)}, ${args.join(', ')})`,
  run: () => Utilities.formatString(template, ...args),
  ...{ expected: text, sure: 'assumed', means: 'A text made by a template would be another one.' },
}));

export const UTILITIES: Case[] = [
  ...dates,
  ...templates,
  {
    name: 'SHA-256 of ASCII text',
    run: () => sha256('abc'),
    ...{ expected: 'ba7816bf', sure: 'documented', means: KEYS },
  },
  {
    name: 'SHA-256 of "é" as UTF-8',
    run: () => sha256('é', 'UTF_8'),
    ...{ expected: '4a99557e', sure: 'documented', means: KEYS },
  },
  {
    name: 'SHA-256 of "é" without a charset is that of "?"',
    run: () => [sha256('é') === sha256('?'), sha256('é') === sha256('é', 'UTF_8')],
    ...{ expected: [true, false], sure: 'documented', means: KEYS },
  },
  {
    name: 'HMAC-SHA-256 of ASCII text',
    run: () => hex(Utilities.computeHmacSha256Signature('abc', 'key')),
    ...{ expected: '9c196e32', sure: 'documented', means: KEYS },
  },
  {
    name: 'HMAC-SHA-256 of "é" without a charset is that of "?"',
    run: () => {
      const [letter, mark] = ['é', '?'].map((text) =>
        hex(Utilities.computeHmacSha256Signature(text, 'key')),
      );
      return letter === mark;
    },
    ...{ expected: true, sure: 'assumed', means: KEYS },
  },
  {
    name: 'digests are signed bytes',
    run: () => Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc')[0],
    ...{ expected: -112, sure: 'documented', means: KEYS },
  },
  {
    name: 'base64Encode of "é"',
    run: () => Utilities.base64Encode('é'),
    ...{ expected: 'w6k=', sure: 'assumed', means: KEYS },
  },
  {
    name: 'base64EncodeWebSafe keeps the padding',
    run: () => Utilities.base64EncodeWebSafe([-5, -1]),
    ...{ expected: '-_8=', sure: 'documented', means: KEYS },
  },
  {
    name: 'base64Decode gives signed bytes',
    run: () => Utilities.base64Decode('/w=='),
    ...{ expected: [-1], sure: 'documented', means: KEYS },
  },
  {
    name: 'getUuid is a version-4 UUID',
    run: () =>
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(Utilities.getUuid()),
    ...{ expected: true, sure: 'documented', means: 'A name made of it would look otherwise.' },
  },
  {
    name: 'the text of a blob of UTF-8 bytes',
    run: () => Utilities.newBlob('é').getDataAsString(),
    ...{ expected: 'é', sure: 'documented', means: 'Text in another script would be spoiled.' },
  },
  {
    name: 'sleep lasts as long as it says',
    run: (it) => it.took(() => Utilities.sleep(300)) >= 300,
    ...{ expected: true, sure: 'documented', means: 'Waiting for a lock would take no time.' },
  },
];
