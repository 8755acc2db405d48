/** Two buttons with the same words: the message goes as text, since WhatsApp refuses it with its buttons. */
import { PROVIDERS } from '../support/providers';
import { shopWithPeople } from './shops';

test.each(
  PROVIDERS.flatMap((provider) =>
    [
      ['My link', 'My link'],
      ['My link', 'my  LINK '],
    ].map(([link, referrals]) => ({ provider, link, referrals })),
  ),
)('$provider: “$link” and “$referrals”', ({ provider, link, referrals }) => {
  const settings = { 'Text: Button: link': link ?? '', 'Text: Button: referrals': referrals ?? '' };
  const { shop, anna } = shopWithPeople(provider, { settings });
  const [help] = shop.writes(anna, 'What do you cost?');
  expect(help).toMatchObject({ kind: 'text', status: 'delivered' });
  expect(help?.text).toMatch(/\n• My link\n/);
});
