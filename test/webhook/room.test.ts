/** Room in the tab of the clients: for many people, and for those who come when it is full. */
import { metaWebhook, textMessage } from '../../local/whatsapp/meta/webhooks';
import { Business } from '../support/business';

/** Google's limit for a spreadsheet, in cells. */
const MOST_CELLS = 10_000_000;

const DEFAULT_ROWS = 1000;

/** So many strangers ask for a link in one webhook; the calls that it takes. */
function strangersWrite(shop: Business, count: number, after = 0): string[] {
  const from = (n: number) => String(447_800_000_000 + after + n);
  const at = shop.script.clock.now;
  const messages = Array.from({ length: count }, (_, n) =>
    textMessage({ from: from(n), name: `Guest ${n}`, text: 'Link', at }),
  );
  shop.post(JSON.stringify(metaWebhook(messages)));
  shop.script.clock.now += 1000;
  return shop.last().trace.map(({ what }) => what);
}

const ofRows = (calls: string[]) => calls.filter((what) => /MaxRows|insertRows/.test(what));

test('a new sheet has no columns that nobody uses: it holds more than 800,000 people', () => {
  const { spreadsheet } = new Business().script;
  const width = (tab: string) => spreadsheet.size(tab).columns;
  expect(width('Clients')).toBe(spreadsheet.rows('Clients')[0]?.length);
  expect(width('Settings')).toBe(4);
  expect(width('Problems')).toBe(4);
  const others = spreadsheet.sheetNames().reduce((cells, tab) => {
    const { rows, columns } = spreadsheet.size(tab);
    return cells + (tab === 'Clients' ? 0 : rows * columns);
  }, 0);
  expect((MOST_CELLS - others) / width('Clients')).toBeGreaterThan(800_000);
});

test('what the owner has in columns of a tab that is there already stays', () => {
  const shop = new Business();
  shop.script.spreadsheet.type('Clients', 1, 14, 'City');
  const { columns } = shop.script.spreadsheet.size('Clients');
  shop.run('setUp');
  expect(shop.script.spreadsheet.size('Clients').columns).toBe(columns);
});

describe('a full tab', () => {
  function fullShop(): Business {
    const shop = new Business();
    const people = Array.from({ length: DEFAULT_ROWS - 1 }, (_, n) => ({
      Phone: String(447_100_000_000 + n),
    }));
    shop.script.spreadsheet.fill('Clients', people, 2);
    return shop;
  }

  test('grows by many rows at once, so that the next ones need not look', () => {
    const shop = fullShop();
    expect(ofRows(strangersWrite(shop, 5))).toHaveLength(2);
    for (let n = 1; n < 5; n++) expect(ofRows(strangersWrite(shop, 5, 5 * n))).toEqual([]);
    expect(shop.rows('Clients')).toHaveLength(DEFAULT_ROWS - 1 + 25);
    expect(shop.script.spreadsheet.size('Clients').rows).toBe(DEFAULT_ROWS + 5 + 1000);
  });

  test('takes somebody who comes alone', () => {
    const shop = fullShop();
    strangersWrite(shop, 1);
    expect(shop.rows('Clients')).toHaveLength(DEFAULT_ROWS);
  });
});
