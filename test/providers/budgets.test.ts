/** The number of service calls for each kind of event, over every provider: counts, never times. */
import type { Execution } from '../../local/apps-script';
import { telegramKeyOf } from '../../local/whatsapp/telegram/bot';
import { type Business, callsOf, HOUR, NOON } from '../support/business';
import { PROVIDERS, type ProviderName } from '../support/providers';
import { CAN, shopOver } from './shops';

const BUDGETS = {
  report: { all: 2, spreadsheet: 0 },
  handled: { all: 3, spreadsheet: 0 },
  link: { all: 10, spreadsheet: 4 },
  list: { all: 10, spreadsheet: 4 },
  referral: { all: 14, spreadsheet: 6 },
};

const SIZE = 10_000;

const phone = (n: number) => String(447_100_000_000 + n);

const codeOf = (n: number) => n.toString().padStart(8, '2').replace(/[01]/g, 'a');

/** At Telegram everybody has a number of its own; the row that writes is the last but one. */
function idOf(shop: Business, n: number): string {
  if (byNumber(shop)) return phone(n);
  return n === SIZE - 2 ? telegramKeyOf({ key: 'person-1' }) : `tg:${6_000_000_000 + n}`;
}

function byNumber(shop: Business): boolean {
  return CAN[shop.whatsapp.name as ProviderName].numbers;
}

/** Every second client was invited by the one before. */
function fillBase(shop: Business, size: number): void {
  const rows = Array.from({ length: size }, (_, n) => {
    const invited = n % 2 === 1;
    return {
      Phone: byNumber(shop) ? phone(n) : '',
      Name: `Client ${n}`,
      'Invited by': invited ? idOf(shop, n - 1) : '',
      "Inviter's name": invited ? `Client ${n - 1}` : '',
      Joined: new Date(NOON - (size - n) * 1000),
      'Last message': new Date(NOON - HOUR),
      Code: codeOf(n),
      'Messenger id': idOf(shop, n),
    };
  });
  if (size) shop.script.spreadsheet.fill('Clients', rows, 2);
}

function within(execution: Execution | undefined, budget: { all: number; spreadsheet: number }) {
  if (!execution) throw new Error('Nothing ran');
  const calls = callsOf(execution);
  expect(calls.all).toBeLessThanOrEqual(budget.all);
  expect(calls.spreadsheet).toBeLessThanOrEqual(budget.spreadsheet);
}

const cases = PROVIDERS.flatMap((provider) => [0, SIZE].map((size) => ({ provider, size })));

describe.each(cases)('$provider at $size rows', ({ provider, size }) => {
  const shop = shopOver(provider);
  fillBase(shop, size);
  const anna = shop.person('Client', phone(Math.max(0, size - 2)));
  const ben = shop.person('Ben', '447700900002');
  shop.writes(anna, 'Link');

  /** The execution that handled what was written last, and those of the reports that followed. */
  function runs(text: string, from = anna): Execution[] {
    const before = shop.last().id;
    shop.writes(from, text);
    return shop.script.executions.filter(({ id }) => id > before);
  }

  test('Link, and the reports of what it sends', () => {
    const [handling, ...reports] = runs('Link');
    within(handling, BUDGETS.link);
    expect(reports.length > 0).toBe(CAN[provider].reports);
    for (const report of reports) within(report, BUDGETS.report);
  });

  test('a message that was handled before', () => {
    shop.whatsapp.delivery.times = 2;
    const [, second] = runs('Link');
    shop.whatsapp.delivery.times = 1;
    within(second, BUDGETS.handled);
  });

  test('a new referral, with welcome and notice', () => {
    const [handling] = runs(shop.invitation(anna), ben);
    expect(shop.heard(anna).pop()).toMatch(/^Good news: Ben/);
    within(handling, BUDGETS.referral);
  });

  test('My referrals', () => {
    const [handling] = runs('My referrals');
    expect(shop.heard(anna).pop()).toMatch(/^Your referrals: [12]\n/);
    within(handling, BUDGETS.list);
  });
});
