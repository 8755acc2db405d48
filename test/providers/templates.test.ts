/** A notice by template that is refused, or fails on its way, is not lost: it waits for the inviter's next message. */
import type { MetaStandIn } from '../../local/whatsapp/meta/meta';
import type { MetaTemplate } from '../../local/whatsapp/meta/outgoing';
import type { TwilioStandIn } from '../../local/whatsapp/twilio/twilio';
import { HOUR } from '../support/business';
import type { ProviderName } from '../support/providers';
import { heard, shopWithPeople, withTemplate } from './shops';

/** Anna wrote a day ago; Ben comes by her link while `trouble` lasts. */
function noticeDuring(
  provider: ProviderName,
  trouble: (standIn: never, anna: { limitedBy?: number }) => void,
) {
  const { shop, anna, ben, cleo } = shopWithPeople(provider, withTemplate(provider));
  shop.writes(anna, 'Link');
  shop.sleeps(25 * HOUR);
  trouble(shop.whatsapp as never, anna);
  shop.taps(ben, anna);
  return { shop, anna, ben, cleo };
}

const limited = (code: number) => (_: MetaStandIn, anna: { limitedBy?: number }) => {
  anna.limitedBy = code;
};
const failing = (change: object) => (standIn: TwilioStandIn) => {
  for (const content of standIn.account.contents)
    if (content.approved) Object.assign(content, change);
};

test.each<[ProviderName, string, Parameters<typeof noticeDuring>[1]]>([
  ['meta', 'Meta limits marketing to her', limited(131049)],
  ['meta', 'she is part of an experiment', limited(130472)],
  ['360dialog', 'Meta limits marketing to her', limited(131049)],
  ['twilio', 'Meta limits marketing to her', limited(63049)],
  ['twilio', 'the template is not approved', failing({ approved: false })],
  ['twilio', 'the template is paused', failing({ failsWith: 63041 })],
])('%s: %s', (provider, _, trouble) => {
  const { shop, anna, ben } = noticeDuring(provider, trouble);
  expect(shop.row(ben).Notice).toMatch(/^waits for 447700900001 to write/);
  const tried = shop.whatsapp.chat(anna.key).filter(({ text }) => text === 'Good news: Ben came.');
  expect(tried.map(({ status }) => status)).toEqual(['failed']);
  shop.writes(anna, 'Hello');
  expect(heard(shop, anna, 'Good news: Ben came to us')).toHaveLength(1);
  expect(shop.row(ben).Notice).toMatch(/^told/);
});

const templates = (change: Partial<MetaTemplate>) => (standIn: MetaStandIn) => {
  for (const template of standIn.business.templates) Object.assign(template, change);
};

test.each<[ProviderName, string, Parameters<typeof noticeDuring>[1]]>([
  ['meta', 'the template is paused', templates({ status: 'PAUSED' })],
  ['meta', 'the template is disabled', templates({ status: 'DISABLED' })],
  ['meta', 'the template waits to be looked at', templates({ status: 'PENDING' })],
  ['meta', 'the template is in another language', templates({ language: 'de' })],
  ['meta', 'the template takes another number of values', templates({ bodyParameters: 2 })],
  [
    'twilio',
    'the template was deleted',
    (standIn: TwilioStandIn) => void standIn.account.contents.splice(0),
  ],
])('%s refuses at once, and the owner is told once: %s', (provider, _, trouble) => {
  const { shop, anna, ben, cleo } = noticeDuring(provider, trouble);
  const problems = () => shop.rows('Problems').map(({ Problem }) => Problem);
  expect(shop.row(ben).Notice).toMatch(/^waits for 447700900001 to write/);
  expect(heard(shop, anna, 'Good news')).toEqual([]);
  expect(problems()).toEqual([expect.stringMatching(/^The notice template does not work: /)]);
  shop.taps(cleo, anna);
  expect(shop.row(cleo).Notice).toMatch(/^waits for 447700900001 to write/);
  expect(problems()).toHaveLength(1);
  shop.writes(anna, 'Hello');
  expect(heard(shop, anna, '2 friends have joined')).toHaveLength(1);
});
