/** *Newer version?*: asked only when the owner asks, at the address that the release has in it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LocalAppsScript, type OutsideAnswer, type OutsideRequest } from '../../local/apps-script';
import { build } from '../../local/build';
import { version } from '../../local/release/project-page';
import { NOON } from '../support/business';
import { ownerOf } from './owner';

const PAGE = 'https://forge.example/shop/sheet-referrals';
const NEWEST = `${PAGE}/releases/latest/download/newest.json`;

const folder = mkdtempSync(path.join(tmpdir(), 'newer-'));
beforeAll(() => build(folder, { page: PAGE }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An owner, and what is asked of the outside world meanwhile. */
function ownerWhere(answer: OutsideAnswer) {
  const asked: OutsideRequest[] = [];
  const outside = (request: OutsideRequest) => {
    asked.push(request);
    return answer;
  };
  const script = new LocalAppsScript({ folder, now: NOON, outside });
  script.run('setUp');
  return { owner: ownerOf({ script }), asked };
}

const announced = (newest: unknown): OutsideAnswer => ({
  status: 200,
  headers: {},
  body: JSON.stringify(newest),
});

test('says which version this is, without asking anybody', () => {
  const { owner, asked } = ownerWhere({ fault: 'dns' });
  expect(owner.updates()).toEqual({
    version: version(),
    page: PAGE,
    announced: true,
    byCommand: false,
  });
  expect(asked).toEqual([]);
});

test.each([
  ['99.0.0', true],
  ['v99.0.0', false],
  [`${version()}-rc.1`, false],
  ['0.0.9', false],
])('%s: newer, as far as it can be read: %s', (found, newer) => {
  const { owner, asked } = ownerWhere(announced({ version: found, notes: ['**Doors**'] }));
  if (found.startsWith('v')) expect(() => owner.newestVersion()).toThrow('could not be looked up');
  else expect(owner.newestVersion()).toMatchObject({ newer, notes: ['**Doors**'] });
  expect(asked.map(({ url }) => url)).toEqual([NEWEST]);
});

test.each<[string, OutsideAnswer]>([
  ['nothing is there', { status: 404, headers: {}, body: 'Not Found' }],
  ['nobody answers', { fault: 'dns' }],
  ['it is no announcement', { status: 200, headers: {}, body: '<html>' }],
])('%s: it says so, and where to look', (_, answer) => {
  expect(() => ownerWhere(answer).owner.newestVersion()).toThrow(`See ${PAGE}/releases`);
});

test('of a stranger’s announcement only words are taken, and not too many', () => {
  const notes = [{ html: '<b>' }, 'x'.repeat(5000), ...Array.from({ length: 99 }, () => 'more')];
  const { owner } = ownerWhere(announced({ version: '99.0.0', notes }));
  const told = owner.newestVersion().notes;
  expect(told.length).toBeLessThanOrEqual(40);
  expect(Math.max(...told.map(({ length }) => length))).toBeLessThanOrEqual(400);
});

test('without a page nobody is asked', async () => {
  const without = mkdtempSync(path.join(tmpdir(), 'newer-'));
  await build(without, { page: '' });
  const script = new LocalAppsScript({ folder: without, now: NOON });
  script.run('setUp');
  const owner = ownerOf({ script });
  expect(owner.updates()).toMatchObject({ announced: false });
  expect(() => owner.newestVersion()).toThrow('does not know where releases are');
  rmSync(without, { recursive: true, force: true });
});
