/** The sidebar: weeks, search, sending a link, very many rows, a page that fails on the way. */
import { describePage, sitDown } from './at-a-desk';
import { obstacles } from './obstacles';
import { fillClients, ownerOf } from './owner';
import type { OwnersDesk } from './owners-desk';

jest.setTimeout(90_000);

const MANY = process.env.ALL_CASES ? 100_000 : 20_000;
const shown = (count: number) => count.toLocaleString('en');

describePage('the sidebar', () => {
  let desk: OwnersDesk;
  beforeAll(async () => {
    desk = await sitDown();
  });
  afterAll(() => desk?.leave());

  const open = () => desk.choose('List referrals', 'Referrals');

  test('this week and last week are counted from Monday', async () => {
    await desk.begin(() => {
      const { now } = desk.script.clock;
      const monday = now - ((new Date(now).getUTCDay() + 6) % 7) * 86_400_000;
      const start = Math.floor(monday / 86_400_000) * 86_400_000;
      const rows = [start + 1, start - 1, start - 2, start - 8 * 86_400_000].map((at, index) => {
        const date = new Date(
          at - (at % 1000) - (at < start ? 1000 : 0) + (at >= start ? 1000 : 0),
        );
        return {
          ...{ Phone: `49151000000${index}`, Name: `C${index}`, Joined: date },
          ...{ 'Invited by': '49151999999', "Inviter's name": 'Inviter', 'Last message': date },
        };
      });
      desk.script.spreadsheet.fill('Clients', rows, 2);
    });
    const frame = await open();
    await frame.getByText('this week').waitFor();
    expect(await frame.locator('.this-week').textContent()).toBe('1 this weeklast week 2');
  });

  test('a name or a number is found while it is typed, and a click selects its row', async () => {
    await desk.begin(() => fillClients(desk, 60));
    const frame = await open();
    await frame.getByLabel('Search').fill('client 42');
    await frame.getByText('1 found').waitFor();
    await frame.getByLabel('Search').fill('+49 151 9999999');
    await frame.getByText('Nobody has that name or number.').waitFor();
    await frame.getByLabel('Search').fill('+49 1510 000 042');
    await frame.getByRole('button', { name: /^Client 42/ }).click();
    const card = frame.getByRole('region', { name: 'The selected client' });
    await card.getByRole('heading', { name: 'Client 42' }).waitFor();
    expect(ownerOf(desk).selection(0)).toMatchObject({ row: 44 });
  });

  test('somebody found shows what they have', async () => {
    await desk.begin(() => fillClients(desk, 20));
    const frame = await open();
    const lines = frame.locator('.list .detail');
    await frame.getByLabel('Search').fill('client 13');
    await frame.getByText('1 found').waitFor();
    expect(await lines.allTextContents()).toEqual(['no referralsinvited by Client 10']);
    await frame.getByLabel('Search').fill('client 1');
    await frame.getByText('20 found').waitFor();
    expect(await lines.first().textContent()).toBe('9 referrals');
  });

  test('sends a client their link, or says why not', async () => {
    await desk.begin();
    await desk.place.ask('POST', '/local/messages', {
      from: '447700900142',
      text: 'Who invited me',
    });
    await desk.place.ask('POST', '/local/messages', { from: '447700900142', text: 'Link' });
    const before = desk.heard('447700900142').length;
    const frame = await open();
    await frame.getByLabel('Search').fill('Amina');
    await frame.getByRole('button', { name: /Amina/ }).first().click();
    await frame.getByRole('button', { name: 'Send them their link' }).click();
    await frame.getByText('Sent.', { exact: true }).waitFor();
    expect(desk.heard('447700900142').length).toBe(before + 2);
    desk.sleeps(25 * 3_600_000);
    await frame.getByRole('button', { name: 'Send them their link' }).click();
    await frame.getByText('Not sent: WhatsApp lets you begin only').waitFor();
    const byHand = frame.getByRole('link', { name: 'Write to them yourself' });
    expect(await byHand.getAttribute('href')).toMatch(/^https:\/\/wa\.me\/447700900142\?text=/);
  });

  test(`${shown(MANY)} rows: the first screen at once, the rest in pages, with stop and go on`, async () => {
    await desk.begin(() => fillClients(desk, MANY));
    await desk.holdUp('clientRows');
    const frame = await open();
    expect(await frame.locator('.tile').first().textContent()).toMatch(/\+clients$/);
    await frame.getByRole('button', { name: 'Stop' }).click();
    await desk.worksAgain();
    const goOn = frame.getByRole('button', { name: 'Read the rest' });
    await goOn.waitFor();
    const seen = Number((await frame.locator('.tile').first().textContent())?.replace(/\D/g, ''));
    expect(seen).toBeLessThan(MANY);
    await goOn.click();
    await frame.getByText(shown(MANY), { exact: true }).waitFor({ timeout: 60_000 });
    expect(await frame.locator('.tile').allTextContents()).toEqual([
      `${shown(MANY)}clients`,
      `${shown(MANY * 0.9)}referrals`,
    ]);
    await frame.getByLabel('Search').fill(`client ${MANY - 2}`);
    await frame.getByText('1 found').waitFor();
    await frame.getByLabel('Search').fill('');
    await frame
      .getByRole('button', {
        name: `Show 50 more of ${shown(MANY / 10 - 50)}`,
      })
      .click();
    expect(await frame.locator('.list > li').count()).toBe(100);
  });

  test('a page that fails on the way can be read again', async () => {
    await desk.begin(() => fillClients(desk, 3000));
    await desk.failWith('Error: Service Spreadsheets timed out', 'clientRows');
    const frame = await open();
    await frame.getByRole('alert').getByText('Service Spreadsheets timed out').waitFor();
    await desk.worksAgain();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByText('3,000', { exact: true }).waitFor();
  });

  test('an empty base says what to do, and its buttons do it', async () => {
    await desk.begin();
    const frame = await open();
    await frame.getByRole('heading', { name: 'Nobody here yet' }).waitFor();
    expect(await obstacles(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Connect WhatsApp or Telegram' }).click();
    await desk.frame('Connect WhatsApp or Telegram');
  });

  test('clients, referrals, this week and the inviters with their invitees', async () => {
    await desk.begin(() => fillClients(desk, 20));
    const frame = await open();
    const tiles = frame.locator('.tile');
    await tiles.getByText('20', { exact: true }).waitFor();
    expect((await tiles.allTextContents()).join(' ')).toBe('20clients 18referrals');
    await frame.getByText('About 0 of 1,000 free messages this month').waitFor();
    await frame.getByRole('button', { name: /Client 0.*9 referrals/ }).click();
    await frame.getByRole('button', { name: /^Client 7/ }).waitFor();
    expect(await frame.locator('.invitees .detail').first().textContent()).toContain(
      'inviter told',
    );
    expect(await frame.locator('.invitees').textContent()).not.toContain('491510000007');
    expect(await obstacles(frame)).toEqual([]);
  });

  test('a client is exported, then forgotten', async () => {
    await desk.begin(() => fillClients(desk, 20));
    const frame = await open();
    await frame.locator('#search').fill('Client 10');
    await frame.getByRole('button', { name: /^Client 10/ }).click();
    await frame.getByRole('button', { name: 'Export this person…' }).click();
    const kept = frame.getByRole('textbox', { name: 'All that is kept' });
    expect(await kept.inputValue()).toContain('Phone: 491510000010');
    await frame.getByText('Forget this person…').click();
    expect(await obstacles(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Forget this person' }).click();
    await frame.getByText(/^Forgotten\./).waitFor();
    expect(JSON.stringify(desk.script.spreadsheet.rows('Clients'))).not.toContain('491510000010');
  });

  test('copies a client’s link', async () => {
    await desk.begin(() => fillClients(desk, 3));
    const frame = await open();
    await frame.getByLabel('Search').fill('Client 2');
    await frame.getByRole('button', { name: /^Client 2/ }).click();
    await frame.evaluate(`document.addEventListener('copy', () => {
      window.copied = document.activeElement.value;
    })`);
    await frame.getByRole('button', { name: 'Copy link' }).click();
    await frame.getByText('Copied.').waitFor();
    expect(await frame.evaluate('window.copied')).toBe(
      'https://wa.me/12025550143?text=You%20were%20recommended%20by%20491510000002%20Hello',
    );
  });

  test('hostile names stay text', async () => {
    const name = '<img src=x onerror="window.hacked=1"><b>Bold</b>';
    await desk.begin(() => {
      const rows = [
        { Phone: '491510000001', Name: name, 'Invited by': '', "Inviter's name": '' },
        {
          ...{ Phone: '491510000002', Name: '</script><script>window.hacked=1</script>' },
          ...{ 'Invited by': '491510000001', "Inviter's name": name },
        },
      ];
      desk.script.spreadsheet.fill('Clients', rows, 2);
    });
    const frame = await open();
    await frame.getByRole('button', { name: /onerror/ }).click();
    await frame.getByText('</script><script>').click();
    await frame.getByRole('region', { name: 'The selected client' }).waitFor();
    expect(await frame.locator('main img, main b, main script').count()).toBe(0);
    expect(await frame.evaluate('window.hacked')).toBeUndefined();
  });

  test('a server that fails: a sentence, and a way to try again', async () => {
    await desk.begin(() => fillClients(desk, 5));
    await desk.failWith('ScriptError: PERMISSION_DENIED');
    const frame = await open();
    await frame.getByRole('alert').getByText('several Google accounts').waitFor();
    expect(await obstacles(frame)).toEqual([]);
    await desk.worksAgain();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('heading', { name: 'Inviters' }).waitFor();
  });
});
