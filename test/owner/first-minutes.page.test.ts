/** The first ten minutes in Chromium: typing while it looks, and no asking over and over. */
import { describeInChromium } from '../support/chromium';
import { openConnect } from './connecting';
import { Desk } from './desk';
import { registered, write } from './minutes';

jest.setTimeout(90_000);

describeInChromium('the first ten minutes', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.sit();
  });
  afterAll(() => desk?.leave());

  test('while it looks, the owner goes on typing', async () => {
    await desk.begin();
    await desk.holdUp('lookAtWebApp');
    const frame = await openConnect(desk);
    const field = frame.getByLabel('WhatsApp Business Account ID');
    await field.pressSequentially('10229012934', { delay: 20 });
    await desk.worksAgain();
    await frame.getByText('Anybody can reach this script at its address.').waitFor();
    await field.pressSequentially('0398', { delay: 20 });
    expect(await field.inputValue()).toBe('102290129340398');
  });

  test('a real message is not watched for over and over when the script cannot be asked', async () => {
    await desk.begin(() => registered(desk));
    await desk.failWith('Error: Service Spreadsheets failed', 'watchArrivals');
    let asked = 0;
    desk.page.on('request', (request) => {
      if (request.postData()?.includes('"watchArrivals"')) asked++;
    });
    const frame = await openConnect(desk);
    await frame.getByText('Service Spreadsheets failed').waitFor();
    await frame.getByText('Anybody can reach this script at its address.').waitFor();
    expect(asked).toBe(1);
    await desk.worksAgain();
    const watched = desk.page.waitForResponse(
      (response) => !!response.request().postData()?.includes('"watchArrivals"'),
    );
    await frame.getByRole('button', { name: 'Watch for it' }).click();
    await watched;
    await write(desk);
    await frame.getByText('Connected: messages reach your sheet.').waitFor();
  });
});
