/**
 * Nobody knows for sure whether Google lets a web app and a trigger see the bound spreadsheet. Every reading is played:
 * the stories end the same, at worst two minutes later; and where nobody sees it, everything is kept and the owner told.
 */
import { type Business, DIST, MINUTE } from '../support/business';
import { expectTold, expectWhole, settle } from './invariants';
import { type Cast, invitation, STORIES, type Story, staged } from './stories';

const WIDE = [
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/script.external_request',
  'https://www.googleapis.com/auth/script.container.ui',
  'https://www.googleapis.com/auth/script.scriptapp',
];

const READINGS: Record<string, (shop: Business) => void> = {
  'the web app sees nothing, the trigger does': ({ script }) => {
    script.quirks.activeInWebApp = false;
  },
  'neither is given it, and both open it by its id': ({ script }) => {
    Object.assign(script.quirks, { activeInWebApp: false, activeInTrigger: false });
    script.use({ folder: DIST, scopes: WIDE });
  },
};

let cases = 0;
afterAll(() => console.log(`where the sheet is seen: ${cases} cases`));

/** What the owner does by hand is not about the web app. */
const stories = STORIES.filter(({ name }) => name !== 'set-up itself');

describe.each(Object.entries(READINGS))('%s', (_, read) => {
  test.each(stories)('$name', (story) => {
    cases++;
    const { shop, cast } = staged(story);
    read(shop);
    story.act(shop, cast);
    settle(shop);
    expectEnd(story, shop, cast);
  });

  test('a new referral: dead at every call', () => {
    const [story] = STORIES as [Story];
    for (let call = 1; call <= 20; call++) {
      for (const when of ['before', 'after'] as const) {
        cases++;
        const { shop, cast } = staged(story);
        read(shop);
        shop.script.faults.dieAt = { call, when };
        story.act(shop, cast);
        shop.post(shop.bodies.at(-1) ?? '');
        settle(shop);
        expectEnd(story, shop, cast);
      }
    }
  });
});

function expectEnd(story: Story, shop: Business, cast: Cast): void {
  expectWhole(shop);
  for (const [invitee, inviter] of story.referrals(cast)) expectTold(shop, invitee, inviter);
  story.after?.(shop, cast);
}

const stage = {
  name: 'sight: Anna has a link',
  before: (shop: Business, { anna }: Cast) => void shop.writes(anna, 'Link'),
};

test('only the trigger sees the sheet: the answer comes within two minutes, and the owner reads why', () => {
  const { shop, cast } = staged(stage);
  shop.script.quirks.activeInWebApp = false;
  expect(shop.whatsapp.write(cast.ben.key, { text: invitation(cast.anna) })[0]?.status).toBe(200);
  expect(shop.last().calls['spreadsheet.search']).toBeUndefined();
  shop.wait(2 * MINUTE);
  expectTold(shop, cast.ben, cast.anna);
  expect(shop.rows('Problems').map(({ Problem }) => Problem)).toEqual([
    'The web app cannot see the sheet: answers come up to two minutes late',
  ]);
});

test('nobody sees the sheet: everything is kept, the problems wait, and all is handled once it is seen', () => {
  const { shop, cast } = staged(stage);
  Object.assign(shop.script.quirks, { activeInWebApp: false, activeInTrigger: false });
  shop.whatsapp.write(cast.ben.key, { text: invitation(cast.anna) });
  shop.wait(10 * MINUTE);
  expect(shop.has(cast.ben)).toBe(false);
  const { script } = shop.script.properties;
  const waiting = [...script].filter(([name]) => name.startsWith('problem.'));
  expect(waiting.map(([, text]) => JSON.parse(text).what)).toEqual(
    expect.arrayContaining([
      'The web app cannot see the sheet: answers come up to two minutes late',
    ]),
  );
  shop.script.use({ folder: DIST, scopes: WIDE });
  shop.wait(20 * MINUTE);
  settle(shop);
  expectTold(shop, cast.ben, cast.anna);
  expect(shop.rows('Problems').length).toBeGreaterThan(0);
  expect([...script.keys()].filter((name) => name.startsWith('problem.'))).toEqual([]);
});
