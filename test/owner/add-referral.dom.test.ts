/** *Add a referral by hand…*: two numbers as they are typed, and what is said of them. */
import { describePage, sitDown } from './at-a-desk';
import { focused, obstacles } from './obstacles';
import { fillClients } from './owner';
import type { OwnersDesk } from './owners-desk';

jest.setTimeout(90_000);

describePage('adding a referral', () => {
  let desk: OwnersDesk;
  beforeAll(async () => {
    desk = await sitDown();
  });
  afterAll(() => desk?.leave());

  async function add(friend: string, inviter: string) {
    const frame = await desk.choose('Add a referral by hand…', 'Add a referral by hand');
    await frame.getByLabel('The friend’s number').fill(friend);
    await frame.getByLabel('Their name (optional)').fill('Rosa');
    await frame.getByLabel('The inviter’s number').fill(inviter);
    await frame.getByLabel('Tell the inviter').uncheck();
    await frame.getByRole('button', { name: 'Add the referral' }).click();
    return frame;
  }

  test('a friend and the client who sent them', async () => {
    await desk.begin(() => fillClients(desk, 1));
    const frame = await add('(202) 555-0158', '+49 1510 000000');
    await frame.getByText('The referral is in the Clients tab now.').waitFor();
    expect(desk.rows('Clients')[1]).toMatchObject({
      Phone: '12025550158',
      Name: 'Rosa',
      'Invited by': '491510000000',
      Notice: 'not told: added by you',
    });
    expect(await focused(frame)).toBe('The friend’s number');
    expect(await obstacles(frame)).toEqual([]);
  });

  test.each([
    ['12', '+49 1510 000000', 'too few digits'],
    ['+44 7700 900123', '+44 7700 900124', 'The inviter is not in the Clients tab'],
    ['+49 1510 000000', '+49 1510 000000', 'nobody invites themselves'],
  ])('%s by %s: %s', async (friend, inviter, why) => {
    await desk.begin(() => fillClients(desk, 1));
    const frame = await add(friend, inviter);
    await frame.getByText(why).first().waitFor();
    expect(desk.rows('Clients')).toHaveLength(1);
  });
});
