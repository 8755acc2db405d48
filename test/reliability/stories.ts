/** The stories that have to end well whatever happens in the middle of them. */
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import {
  Business,
  type BusinessOptions,
  HOUR,
  MINUTE,
  type SavedBusiness,
} from '../support/business';
import type { ProviderName } from '../support/providers';
import { isNotice } from '../support/told';

export interface Cast {
  anna: PersonOnPhone;
  ben: PersonOnPhone;
  cleo: PersonOnPhone;
  friends: PersonOnPhone[];
}

export interface Story {
  name: string;
  options?: BusinessOptions;
  /** What happened before. */
  before(shop: Business, cast: Cast): void;
  /** What starts the execution that is put to the test: the first one that this runs. */
  act(shop: Business, cast: Cast): void;
  /** The referrals that stand in the end, as invitee → inviter; what may be missing when the event was lost. */
  referrals(cast: Cast): [invitee: PersonOnPhone, inviter: PersonOnPhone][];
  /** What else must be so in the end, unless the event was lost. */
  after?(shop: Business, cast: Cast): void;
}

/** What is sent by a tap on somebody's link. @param shop where it is not WhatsApp's */
export const invitation = (inviter: PersonOnPhone, shop?: Business) =>
  shop?.invitation(inviter) ?? `You were recommended by ${inviter.phone ?? ''} Hello`;

const TEMPLATE = {
  settings: { 'Notice template': 'friend_joined' },
  whatsapp: {
    templates: [
      {
        name: 'friend_joined',
        language: 'en',
        status: 'APPROVED' as const,
        category: 'MARKETING' as const,
        bodyParameters: 1,
        body: 'Good news: {{1}} came',
      },
    ],
  },
};

const annaHasLink = (shop: Business, { anna }: Cast) => void shop.writes(anna, 'Link');
const windowCloses = (shop: Business, cast: Cast) => {
  annaHasLink(shop, cast);
  shop.sleeps(25 * HOUR);
};
const benComesByAnna = (shop: Business, { anna, ben }: Cast) =>
  void shop.whatsapp.write(ben.key, { text: invitation(anna, shop) });

/** The owner types a source; whoever scans its code sends this. */
const makePoster = (shop: Business) => {
  shop.script.spreadsheet.type('Sources', 2, 'Name', 'Poster');
  shop.wait(MINUTE);
};
const scan = (shop: Business, person: PersonOnPhone) => {
  const code = shop.rows('Sources')[0]?.Code;
  const text =
    (shop.whatsapp.name as string) === 'telegram'
      ? `/start ${code}`
      : `You were recommended by ${code} Hello`;
  shop.whatsapp.write(person.key, { text });
};

const ASKS = { settings: { 'Ask newcomers who sent them': 'yes' } };
const QUESTION = /^Welcome, Ben! Did somebody send you to us/;
const benWasAsked = (shop: Business, cast: Cast) => {
  annaHasLink(shop, cast);
  shop.writes(cast.ben, 'Hello');
  shop.sleeps(MINUTE);
};

export const STORIES: Story[] = [
  {
    name: 'a new referral',
    before: annaHasLink,
    act: benComesByAnna,
    referrals: ({ anna, ben }) => [[ben, anna]],
    after: (shop, { ben }) =>
      expect(shop.heard(ben).join()).toMatch(/Welcome, Ben! (A friend|Anna) recommended/),
  },
  {
    name: 'a new referral of somebody in the base',
    before(shop, cast) {
      annaHasLink(shop, cast);
      shop.writes(cast.ben, 'Link');
    },
    act: benComesByAnna,
    referrals: ({ anna, ben }) => [[ben, anna]],
  },
  {
    name: 'a friend comes by a poster',
    before: makePoster,
    act: (shop, { ben }) => scan(shop, ben),
    referrals: () => [],
    after(shop, { ben }) {
      expect(shop.row(ben)["Inviter's name"]).toBe('Poster');
      expect(shop.row(ben).Notice).toMatch(/^not told: a source is no person\s+#/);
      expect(saidTo(ben, shop)).toEqual([expect.stringContaining('good that you found us')]);
    },
  },
  {
    name: 'the trigger completes a source and counts',
    before(shop, { ben }) {
      makePoster(shop);
      shop.script.spreadsheet.type('Sources', 3, 'Name', 'Flyer');
      scan(shop, ben);
      shop.whatsapp.pump();
      shop.sleeps(0);
    },
    act: (shop) => void shop.triggerRuns(),
    referrals: () => [],
    after(shop) {
      shop.wait(2 * MINUTE);
      expect(shop.rows('Sources').map(({ Name, Referrals }) => [Name, Referrals])).toEqual([
        ['Poster', '1'],
        ['Flyer', '0'],
      ]);
    },
  },
  {
    name: 'a newcomer is asked who sent them',
    options: ASKS,
    before: annaHasLink,
    act: (shop, { ben }) => void shop.whatsapp.write(ben.key, { text: 'Hello' }),
    referrals: () => [],
    after(shop, { ben }) {
      expect(saidTo(ben, shop)).toEqual([expect.stringMatching(QUESTION)]);
      expect(shop.row(ben).Note).toMatch(/^asked [\d :-]+ who sent them$/);
    },
  },
  {
    name: 'they answer with a number',
    options: ASKS,
    before: benWasAsked,
    act: (shop, { anna, ben }) =>
      void shop.whatsapp.write(ben.key, { text: `Anna: +${anna.phone}` }),
    referrals: ({ anna, ben }) => [[ben, anna]],
    after: (shop, { ben }) => expect(shop.heard(ben).pop()).toMatch(/^Welcome, Ben! A friend/),
  },
  {
    name: 'they answer with a name',
    options: ASKS,
    before: benWasAsked,
    act: (shop, { ben }) => void shop.whatsapp.write(ben.key, { text: 'It was Anna' }),
    referrals: () => [],
    after(shop, { ben }) {
      const [, ...answers] = saidTo(ben, shop);
      expect(answers).toEqual([expect.stringMatching(/^I could not make out/)]);
      expect(shop.row(ben).Note).toMatch(/; answered “It was Anna”$/);
    },
  },
  {
    name: 'Yes below a contact card',
    before(shop, cast) {
      annaHasLink(shop, cast);
      shop.writes(cast.ben, { kind: 'contacts', card: cast.anna });
      shop.sleeps(MINUTE);
    },
    act(shop, { anna, ben }) {
      const yes = `sent:yes:${shop.keyOf(anna)}`;
      const shown = shop.whatsapp.chat(ben.key).flatMap(({ buttons }) => buttons ?? []);
      const pressed = shown.some((button) => button?.id === yes);
      shop.whatsapp.write(ben.key, pressed ? { buttonId: yes } : { text: 'Yes' });
    },
    referrals: ({ anna, ben }) => [[ben, anna]],
    after: (shop, { ben }) => expect(shop.heard(ben).pop()).toMatch(/^Welcome, Ben! A friend/),
  },
  {
    name: 'a link for somebody new',
    before: () => undefined,
    act: (shop, { anna }) => void shop.whatsapp.write(anna.key, { text: 'Link' }),
    referrals: () => [],
    after: (shop, { anna }) => {
      expect(shop.rows('Clients')).toHaveLength(1);
      expect(shop.heard(anna).join()).toContain('Your referral link');
    },
  },
  {
    name: 'a list',
    before(shop, cast) {
      shop.invites(cast.anna, cast.ben);
    },
    act: (shop, { anna }) => void shop.whatsapp.write(anna.key, { text: 'My referrals' }),
    referrals: ({ anna, ben }) => [[ben, anna]],
    after: (shop, { anna }) => expect(shop.heard(anna).join()).toContain('Your referrals: 1'),
  },
  {
    name: 'a loop',
    before(shop, { anna, ben, cleo }) {
      shop.invites(anna, ben);
      shop.invites(ben, cleo);
      shop.writes(cleo, 'Link');
    },
    act: (shop, { anna, cleo }) =>
      void shop.whatsapp.write(anna.key, { text: invitation(cleo, shop) }),
    referrals: ({ anna, ben, cleo }) => [
      [ben, anna],
      [cleo, ben],
    ],
  },
  {
    name: 'window closed, with a template',
    options: TEMPLATE,
    before: windowCloses,
    act: benComesByAnna,
    referrals: ({ anna, ben }) => [[ben, anna]],
  },
  {
    name: 'window closed, without a template',
    before: windowCloses,
    act: benComesByAnna,
    referrals: ({ anna, ben }) => [[ben, anna]],
  },
  {
    name: 'a waiting notice goes with the inviter’s message',
    before(shop, cast) {
      windowCloses(shop, cast);
      benComesByAnna(shop, cast);
      shop.whatsapp.write(cast.cleo.key, { text: invitation(cast.anna) });
      shop.whatsapp.pump();
    },
    act: (shop, { anna }) => void shop.whatsapp.write(anna.key, { text: 'Good morning' }),
    referrals: ({ anna, ben, cleo }) => [
      [ben, anna],
      [cleo, anna],
    ],
    after: (shop, { anna }) =>
      expect(shop.heard(anna).filter(isNotice)).toEqual([
        '2 friends have joined through your link: Cleo, Ben. Thank you!',
      ]),
  },
  {
    name: 'a batch of five',
    before(shop, cast) {
      annaHasLink(shop, cast);
      shop.whatsapp.pump();
      shop.whatsapp.delivery.batch = true;
      for (const friend of cast.friends) {
        shop.whatsapp.write(friend.key, { text: invitation(cast.anna) });
      }
      shop.whatsapp.delivery.batch = false;
    },
    act(shop) {
      shop.whatsapp.delivery.batch = true;
      shop.whatsapp.flush();
      shop.whatsapp.delivery.batch = false;
    },
    referrals: ({ anna, friends }) => friends.map((friend) => [friend, anna]),
  },
  {
    name: 'a notice that fails on its way',
    before(shop, cast) {
      annaHasLink(shop, cast);
      cast.anna.failsWith = 131047;
      benComesByAnna(shop, cast);
      delete cast.anna.failsWith;
    },
    act: (shop) => void shop.whatsapp.pump(),
    referrals: ({ anna, ben }) => [[ben, anna]],
  },
  {
    name: 'an opt-out',
    before: (shop, cast) => shop.invites(cast.anna, cast.ben),
    act: (shop, { anna }) => void shop.whatsapp.write(anna.key, { text: 'Stop' }),
    referrals: ({ anna, ben }) => [[ben, anna]],
    after: (shop, { anna }) => expect(shop.row(anna).Stopped).not.toBe(''),
  },
  {
    name: 'an opt-out in WhatsApp’s own menu',
    before: annaHasLink,
    act: (shop, { anna }) => void shop.whatsapp.prefer(anna.key, 'stop'),
    referrals: () => [],
    after: (shop, { anna }) => expect(shop.row(anna).Stopped).not.toBe(''),
  },
  {
    name: 'what is left is taken up by the trigger',
    before(shop, cast) {
      annaHasLink(shop, cast);
      shop.whatsapp.weather = 'down';
      benComesByAnna(shop, cast);
      shop.whatsapp.weather = 'fine';
      shop.script.clock.now += 3 * MINUTE;
    },
    act: (shop) => void shop.triggerRuns(),
    referrals: ({ anna, ben }) => [[ben, anna]],
  },
  {
    name: 'a notice that WhatsApp refuses',
    before: annaHasLink,
    act(shop, cast) {
      shop.whatsapp.weather = { code: 131026, status: 400 };
      benComesByAnna(shop, cast);
    },
    referrals: ({ anna, ben }) => [[ben, anna]],
    after: (shop, { ben }) => expect(shop.row(ben).Notice).toMatch(/^not sent: .*131026/),
  },
  {
    name: 'an inviter who has opted out at WhatsApp',
    before: annaHasLink,
    act(shop, cast) {
      shop.whatsapp.weather = { code: 131050, status: 400 };
      benComesByAnna(shop, cast);
    },
    referrals: ({ anna, ben }) => [[ben, anna]],
    after: (shop, { anna }) => expect(shop.row(anna).Stopped).not.toBe(''),
  },
  {
    name: 'a broken token',
    before: annaHasLink,
    act(shop, cast) {
      shop.whatsapp.weather = 'tokenRejected';
      benComesByAnna(shop, cast);
      shop.whatsapp.weather = 'fine';
    },
    referrals: ({ anna, ben }) => [[ben, anna]],
  },
  {
    name: 'somebody with a username and no visible number',
    before: annaHasLink,
    act(shop, { anna, ben }) {
      ben.showsPhone = false;
      shop.whatsapp.write(ben.key, { text: invitation(anna, shop) });
    },
    referrals: ({ anna, ben }) => [[ben, anna]],
  },
  {
    name: 'the owner has moved the columns',
    before(shop, cast) {
      annaHasLink(shop, cast);
      const sheet = shop.script.spreadsheet;
      sheet.moveColumn('Clients', 'Phone', 5);
      sheet.insertColumn('Clients', 2);
      sheet.moveColumn('Clients', 'Notice', 1);
    },
    act: benComesByAnna,
    referrals: ({ anna, ben }) => [[ben, anna]],
  },
  {
    name: 'a changed number',
    before: (shop, cast) => shop.invites(cast.anna, cast.ben),
    act: (shop, { anna }) => void shop.whatsapp.changeNumber(anna.key, '447700900088'),
    referrals: ({ anna, ben }) => [[ben, anna]],
    after: (shop, { anna }) => expect(shop.row(anna).Phone).toBe('447700900088'),
  },
  {
    name: 'set-up itself',
    before(shop, cast) {
      shop.invites(cast.anna, cast.ben);
      shop.script.spreadsheet.deleteColumn('Clients', 'Note');
      shop.script.spreadsheet.deleteSheet('Problems');
    },
    act: (shop) => void shop.script.run('setUp', [], 'menu'),
    referrals: ({ anna, ben }) => [[ben, anna]],
    after(shop) {
      shop.run('setUp');
      expect(shop.script.spreadsheet.sheetNames()).toContain('Problems');
      expect(shop.script.triggers).toHaveLength(1);
    },
  },
];

const moments = new Map<string, SavedBusiness>();

/** The one that was staged last: it is over when another one is. */
let last: Business | undefined;

/**
 * A business with the people of the stories, at the point where the story's own execution begins.
 *
 * @param provider who carries the messages; typed as Meta, a story uses what this provider's stand-in has
 */
export function staged(
  story: Pick<Story, 'name' | 'options' | 'before'>,
  provider: ProviderName = 'meta',
): { shop: Business; cast: Cast } {
  const moment = `${provider}: ${story.name}`;
  const options = { ...story.options, provider } as BusinessOptions;
  let saved = moments.get(moment);
  if (!saved) {
    const shop = new Business(options);
    ['Anna', 'Ben', 'Cleo'].forEach((name, n) => void shop.person(name, `44770090000${n + 1}`));
    for (let n = 0; n < 5; n++) shop.person(`Friend${n}`, `44770090001${n}`);
    story.before(shop, castOf(shop));
    saved = shop.save();
    moments.set(moment, saved);
  }
  const shop = new Business({ ...options, saved, instead: last });
  last = shop;
  return { shop, cast: castOf(shop) };
}

/** Everything somebody has heard; what a dying execution has sent over these may be said again: no report tells of it. */
function saidTo(person: PersonOnPhone, shop: Business): string[] {
  const heard = shop.heard(person);
  return ['green', 'telegram'].includes(shop.whatsapp.name) ? [...new Set(heard)] : heard;
}

function castOf(shop: Business): Cast {
  const friends = [0, 1, 2, 3, 4].map((n) => shop.known(`Friend${n}`));
  return { anna: shop.known('Anna'), ben: shop.known('Ben'), cleo: shop.known('Cleo'), friends };
}
