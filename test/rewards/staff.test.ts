/** Staff write purchases to the bot: a row in *Purchases*, once, and an answer with its result at once. */
import { BOTH, type Cast, minutesPass, results, reward, rewardShop } from './shop';

const STAFF = '447733445566';

function withStaff(): Cast & { sam: Cast['anna'] } {
  const cast = rewardShop({ ...BOTH, Staff: `+${STAFF}` });
  const sam = cast.shop.person('Sam', STAFF);
  cast.shop.taps(cast.ben, cast.anna);
  minutesPass(cast.shop);
  return { ...cast, sam };
}

test('a purchase counts at once, and both hear of it at once', () => {
  const { shop, anna, ben, sam } = withStaff();
  const [answer] = shop.writes(sam, `bought +${ben.phone} 12.50 haircut`);
  expect(answer?.text).toBe(`+${ben.phone} · 12.50: counts for Anna`);
  expect(shop.rows('Purchases')).toEqual([
    {
      Phone: ben.phone,
      Amount: '12.50',
      Date: expect.stringMatching(/^2026-06-01 /),
      What: 'haircut',
      Result: expect.stringMatching(/^counts for Anna #\w+\.p0$/),
    },
  ]);
  expect(shop.heard(anna).pop()).toContain('is ready: Free coffee');
  expect(reward(shop, 'inviter', ben).Why).toContain('haircut');
});

test('delivered twice, and again when the cache has forgotten: one row', () => {
  const { shop, ben, sam } = withStaff();
  shop.whatsapp.delivery.times = 2;
  shop.writes(sam, `bought +${ben.phone} 12.50`);
  const body = shop.bodies.filter((one) => one.includes('bought')).pop() ?? '';
  shop.script.cache.forget();
  shop.post(body);
  minutesPass(shop);
  expect(results(shop)).toHaveLength(1);
  expect(results(shop)[0]).toMatch(/^counts for Anna/);
});

test('somebody unknown, and one who counted before', () => {
  const { shop, ben, sam } = withStaff();
  expect(shop.writes(sam, 'bought +447000000001 5')[0]?.text).toContain('not a client');
  shop.writes(sam, `bought +${ben.phone} 5`);
  expect(shop.writes(sam, `bought +${ben.phone} 6`)[0]?.text).toContain('counted before');
});

test('anybody else who writes that gets the help', () => {
  const { shop, ben, cleo } = withStaff();
  const [answer] = shop.writes(cleo, `bought +${ben.phone} 12.50`);
  expect(answer?.text).toContain('somebody will answer you soon');
  expect(results(shop)).toEqual([]);
});

test('a busy counter: thirty purchases within ten minutes are all noted and answered', () => {
  const { shop, ben, sam } = withStaff();
  const answers = Array.from({ length: 30 }, (_, n) =>
    shop.writes(sam, `bought +${ben.phone} ${n + 1}`),
  );
  expect(answers.flat()).toHaveLength(30);
  expect(results(shop)).toHaveLength(30);
});
