import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lookLoggedOut } from '../../local/deploy/web-app-check';

let server: Server;
let answer: { status: number; location?: string; page?: string };

beforeAll((done) => {
  server = createServer((_, response) => {
    const { status, location, page = '' } = answer;
    response.writeHead(status, location === undefined ? {} : { location }).end(page);
  }).listen(0, '127.0.0.1', done);
});
afterAll((done) => {
  server.close(done);
});

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const titled = (title: string) =>
  `<html><head><title>${title}</title></head><body>Text.</body></html>`;

test.each([
  [
    'a text of the script',
    { status: 302, location: 'https://script.googleusercontent.com/macros/echo?k=1' },
    'open',
  ],
  ['a page of the script', { status: 200, page: titled('Referrals') }, 'open'],
  [
    'a redirect to the sign-in',
    { status: 302, location: 'https://accounts.google.com/ServiceLogin?x' },
    'closed',
  ],
  ['a sign-in page', { status: 200, page: titled('Sign in - Google Accounts') }, 'closed'],
  ['no access', { status: 403 }, 'closed'],
  ['nothing there', { status: 404 }, 'missing'],
  ['an error page with 200', { status: 200, page: titled('Error') }, 'error'],
  ['a server’s error', { status: 500 }, 'error'],
])('%s', async (_, given, state) => {
  answer = given;
  expect(await lookLoggedOut(address())).toMatchObject({ state });
});

test('an error page is quoted by its text', async () => {
  answer = {
    status: 200,
    page: titled('Error').replace('Text.', '<b>Authorization</b> is required.'),
  };
  expect(await lookLoggedOut(address())).toEqual({
    state: 'error',
    page: 'Authorization is required.',
  });
});

test('nobody there', async () => {
  const seen = await lookLoggedOut('http://127.0.0.1:1/');
  expect(seen).toMatchObject({ state: 'unreachable' });
});
