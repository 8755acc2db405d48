/** A shop in each language that is ready, from the first link to a reward: with the strictest provider, as clients hear it. */
import { type Language, valuesOf } from '../../src/owner/pages/languages/language';
import { LANGUAGES } from '../../src/owner/pages/languages/languages';
import { readSynonyms } from '../../src/program/commands';
import { buys, minutesPass } from '../rewards/shop';
import { Business, invitationIn, MINUTE } from '../support/business';

const REWARDS = {
  'A referral counts when': 'bought',
  'Friend gets': '10 %',
  'Inviter gets': '☕',
  'Say who invited': 'yes',
};

/** Pastes settings, those that stand below each other at once. */
function paste(shop: Business, settings: Record<string, string>): void {
  const { spreadsheet } = shop.script;
  const names = spreadsheet.rows('Settings').map(([name = '']) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(settings)));
  for (let at = 0; at < names.length; at++) {
    const texts: string[] = [];
    for (let text = settings[names[at] ?? '']; text !== undefined; ) {
      texts.push(text);
      text = settings[names[at + texts.length] ?? ''];
    }
    if (texts.length) {
      const block = texts.map((text) => [text]);
      spreadsheet.paste('Settings', at + 1, 2, block);
    }
    at += texts.length;
  }
}

function shopIn(language: Language) {
  const shop = new Business({ settings: REWARDS });
  paste(shop, valuesOf(language));
  const [anna, ben] = [shop.person('Anna', '447700111111'), shop.person('Ben', '447711222222')];
  const say = (key: keyof Language['words']) => readSynonyms(language.words[key])[0] ?? '';
  return { shop, anna, ben, say };
}

/** Without the marks that keep things apart. */
const seen = (text = '') => text.replace(/[\u2068\u2069]/g, '');

const filled = (text: string, values: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? `{${name}}`);

test.each(LANGUAGES.map((language) => [language.english, language] as const))(
  '%s',
  (_, language) => {
    const { texts } = language;
    const { shop, anna, ben, say } = shopIn(language);
    const [card, share] = shop.writes(anna, say('link'));
    expect(seen(card?.text)).toBe(filled(texts.link, { name: 'Anna' }));
    expect(card?.link?.title).toBe(texts.linkButton);
    expect(share?.link?.title).toBe(texts.shareButton);
    expect(invitationIn(share?.link?.url ?? '')).toContain(card?.link?.url);

    shop.sleeps(5 * MINUTE);
    const [welcome] = shop.taps(ben, anna);
    expect(seen(welcome?.text)).toBe(
      [
        filled(texts.welcome, { name: 'Ben', inviter: 'Anna' }),
        filled(texts.promiseFriend, { reward: '10 %' }),
      ].join('\n\n'),
    );
    const heard = (text: string) =>
      shop
        .heard(anna)
        .map(seen)
        .filter((one) => one.startsWith(text));
    expect(heard(filled(texts.notice, { name: 'Ben' }))).toHaveLength(1);
    expect(seen(shop.writes(anna, say('referrals'))[0]?.text)).toMatch(
      new RegExp(`^${filled(texts.referrals, { count: '1' })}\nBen · \\+44 771 ··· 22 22 · `),
    );

    buys(shop, ben);
    minutesPass(shop);
    expect(heard(filled(texts.rewardReady, { reward: '☕', for: 'Ben' }))).toHaveLength(1);
    expect(seen(shop.writes(anna, say('rewards'))[0]?.text)).toContain(texts.stateReady);
    expect(shop.writes(anna, say('stop'))[0]?.text).toBe(texts.stopped);
    expect(shop.writes(anna, say('start'))[0]?.text).toBe(texts.started);
    expect(seen(shop.writes(ben, say('inviter'))[0]?.text)).toBe(
      filled(texts.inviter, { inviter: 'Anna' }),
    );
    expect(shop.rows('Problems')).toEqual([]);
    expect(shop.whatsapp.chat(anna.key).filter(({ status }) => status === 'failed')).toEqual([]);
  },
);

test('in a list from right to left each number keeps its order', () => {
  const arabic = LANGUAGES.find(({ direction }) => direction === 'rtl') as Language;
  const { shop, anna, say } = shopIn(arabic);
  const sami = shop.person('سامي', '447733444444');
  shop.writes(anna, say('link'));
  shop.taps(sami, anna);
  const [, line = ''] = (shop.writes(anna, say('referrals'))[0]?.text ?? '').split('\n');
  expect(line).toContain('\u2068سامي\u2069 · \u2068+44 773 ··· 44 44\u2069 · \u2068');
});
