/**
 * Every execution dies at every one of its service calls, over the providers that the main suite leaves out. Meta's and
 * 360dialog's webhooks may come again; Twilio tries once; Green-API and Telegram send again only what was not answered
 * with 200, which Google answers for us even when the script has died.
 */
import { expectTold, expectWhole, settle } from '../reliability/invariants';
import { invitation, STORIES, type Story, staged } from '../reliability/stories';
import type { BusinessOptions } from '../support/business';
import { casesInPart, storiesInPart, tellCases } from '../support/part';
import type { ProviderName } from '../support/providers';
import { CAN, withTemplate } from './shops';

type Other = Exclude<ProviderName, 'meta'>;

/** What a provider does not have: batches, an opt-out of its own, changed numbers, readable contact cards, numbers of people, a window, late failures. */
const APART: Record<Other, string[]> = {
  '360dialog': ['set-up itself'],
  twilio: [
    'set-up itself',
    'a batch of five',
    'an opt-out in WhatsApp’s own menu',
    'a changed number',
    'Yes below a contact card',
  ],
  green: [
    'set-up itself',
    'a batch of five',
    'an opt-out in WhatsApp’s own menu',
    'a changed number',
    'window closed, with a template',
    'window closed, without a template',
    'a waiting notice goes with the inviter’s message',
    'a notice that fails on its way',
    'an inviter who has opted out at WhatsApp',
  ],
  telegram: [
    'set-up itself',
    'a batch of five',
    'an opt-out in WhatsApp’s own menu',
    'a changed number',
    'they answer with a number',
    'window closed, with a template',
    'window closed, without a template',
    'a waiting notice goes with the inviter’s message',
    'a notice that fails on its way',
  ],
};

const SENT_AGAIN: Record<Other, boolean[]> = {
  '360dialog': [true],
  twilio: [false],
  green: [false],
  telegram: [false],
};

/** What the stories say in Meta's codes and templates, in the provider's own. */
function own(provider: Other): Record<string, Partial<Story>> {
  const { window, unreachable, stopped } = CAN[provider].codes;
  const benComesWhile =
    (code: number): Story['act'] =>
    (shop, { anna, ben }) => {
      shop.whatsapp.weather = { code, status: 400 };
      shop.whatsapp.write(ben.key, { text: invitation(anna, shop) });
    };
  return {
    'window closed, with a template': {
      options: withTemplate(provider) as BusinessOptions,
    },
    'a notice that fails on its way': {
      before(shop, { anna, ben }) {
        shop.writes(anna, 'Link');
        anna.failsWith = window;
        shop.whatsapp.write(ben.key, { text: invitation(anna, shop) });
        delete anna.failsWith;
      },
    },
    'a notice that WhatsApp refuses': {
      act: benComesWhile(unreachable),
      after: (shop, { ben }) => expect(shop.row(ben).Notice).toMatch(/^not sent: /),
    },
    'an inviter who has opted out at WhatsApp': { act: benComesWhile(stopped) },
  };
}

const STAGES = (Object.keys(APART) as Other[]).flatMap((provider) =>
  STORIES.filter(({ name }) => !APART[provider].includes(name)).map((story) => ({
    provider,
    name: story.name,
    story: { ...story, ...own(provider)[story.name] },
  })),
);

let cases = 0;
afterAll(() => tellCases(`death at every call, other providers: ${cases} cases`));

describe.each(storiesInPart(STAGES))('$provider: $name', ({ provider, story }) => {
  const rehearsal = staged(story, provider);
  const before = rehearsal.shop.script.executions.length;
  story.act(rehearsal.shop, rehearsal.cast);
  const calls = rehearsal.shop.script.executions[before]?.trace ?? [];
  const number = (of: RegExp) => calls.find(({ kind, what }) => of.test(`${kind} ${what}`))?.n;
  const kept = number(/setPropert.*pending\./) ?? 0;
  const sends = number(/^fetch /) ?? Number.POSITIVE_INFINITY;

  test.each(
    casesInPart(
      calls.flatMap(({ n, what }) =>
        (['before', 'after'] as const).flatMap((when) =>
          SENT_AGAIN[provider].map((again) => ({ n, what: what.slice(0, 60), when, again })),
        ),
      ),
    ),
  )('dies $when call $n ($what), sent again: $again', ({ n, when, again }) => {
    cases++;
    const { shop, cast } = staged(story, provider);
    shop.script.faults.dieAt = { call: n, when };
    const posted = shop.bodies.length;
    story.act(shop, cast);
    expect(shop.script.executions.some(({ died }) => died)).toBe(true);
    const body = shop.bodies[posted];
    if (again && body) shop.post(body);
    settle(shop);
    if (again && body) shop.post(body);
    settle(shop);

    expectWhole(shop);
    if (!again && (n < kept || (n === kept && when === 'before'))) return;
    // Without reports nobody knows that a message went whose sender died before it was marked.
    const mayTellTwice = !CAN[provider].reports && (n > sends || (n === sends && when === 'after'));
    for (const [invitee, inviter] of story.referrals(cast)) {
      expectTold(shop, invitee, inviter, mayTellTwice ? [1, 2] : [1]);
    }
    story.after?.(shop, cast);
  });
});

test('Green-API gives no reports: a notice that went before its execution died is told twice', () => {
  const story = STORIES.find(({ name }) => name === 'a new referral') as Story;
  const { shop, cast } = staged(story, 'green');
  story.act(shop, cast);
  const sends = shop.last().trace.find(({ kind }) => kind === 'fetch')?.n ?? 0;

  const second = staged(story, 'green');
  second.shop.script.faults.dieAt = { call: sends, when: 'after' };
  story.act(second.shop, second.cast);
  settle(second.shop);
  expectTold(second.shop, second.cast.ben, second.cast.anna, [2]);
});
