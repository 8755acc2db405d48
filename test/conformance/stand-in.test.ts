/** The suite that can be run on Google, run on the stand-in: every answer is the expected one. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { QUIRKS, Quirks } from '../../local/apps-script';
import { LOAD } from '../../local/apps-script/conformance/cases/figures';
import { CLAIMS, compare, type Finding, told } from '../../local/apps-script/conformance/compare';
import { LIVE_MARK, toMarkdown } from '../../local/apps-script/conformance/report';
import { type BuiltSuite, buildForStandIn } from '../../local/apps-script/conformance/run';

const claims = Object.values(CLAIMS).flat();
let suite: BuiltSuite;
let findings: Record<string, Finding[]>;

beforeAll(async () => {
  suite = await buildForStandIn();
  findings = compare(await suite.run());
});
afterAll(() => suite.remove());

test.each(Object.keys(CLAIMS))('%s', (subject) => {
  const wrong = findings[subject]?.filter(
    ({ outcome, claim }) => outcome !== 'as expected' && claim !== LOAD,
  );
  expect(
    wrong?.map(({ claim, ...found }) => ({ name: claim.name, ...found, wanted: told(claim) })),
  ).toEqual([]);
});

test('no two cases have the same name', () => {
  const names = claims.map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('docs/conformance.md tells of this run, or of one on Google', () => {
  const page = readFileSync(path.resolve(__dirname, '..', '..', 'docs', 'conformance.md'), 'utf8');
  if (!page.includes(LIVE_MARK)) expect(page).toBe(toMarkdown({ findings }));
});

/** The other way round of each row of the table. */
const OTHERWISE: { [K in keyof typeof QUIRKS]: Quirks[K] } = {
  appendRowKeepsText: true,
  apostropheShown: true,
  textFinderSkipsHidden: true,
  textFinderSkipsFiltered: true,
  textFinderSeesUnflushed: false,
  regexMatchesEntireCell: false,
  simpleTriggersMayUseProperties: false,
  scientificFrom: 1e11,
  activeInWebApp: false,
  activeInTrigger: false,
  pageMayOpenOwn: false,
  missingScopeWords: 'Specified permissions are not sufficient to call',
  getPropertiesCounts: 'each key',
  tooManyAtOnce: 429,
  menusCallUnderscored: false,
  triggersCallUnderscored: false,
  postPagesCallScript: false,
  validationBindsScripts: false,
  jdbcTakesSsl: false,
  textBecomesCode: false,
};

/** To see it, a day's quota would have to be used up. */
const UNSEEN = ['getPropertiesCounts'];

test('what the web app cannot do without its spreadsheet is done by a trigger', async () => {
  const found = compare(await suite.run({ quirks: { activeInWebApp: false } }));
  const wrong = Object.values(found)
    .flat()
    .filter(({ outcome, claim }) => outcome === 'different' && claim.settles !== 'activeInWebApp');
  expect(wrong.map(({ claim }) => claim.name)).toEqual([]);
});

describe('a row of the table that is changed is noticed by the cases that settle it, and by no other', () => {
  const rows = Object.entries(OTHERWISE).filter(([name]) => !UNSEEN.includes(name));
  test.each(rows)('%s: %s', async (name, value) => {
    const quirks = { [name]: value };
    const changed = compare(await suite.run({ quirks, only: settling, reusesContexts: true }));
    const different = Object.values(changed)
      .flat()
      .filter(({ outcome }) => outcome === 'different');
    expect(different.length).toBeGreaterThan(0);
    const others = different.filter(({ claim }) => claim.settles !== name);
    expect(others.map(({ claim, answer }) => [claim.name, answer])).toEqual([]);
  });
});

const settling = new Set(claims.filter(({ settles }) => settles).map(({ name }) => name));
