/** The state survives a restart, a kill, and a write that broke off. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DIST, type PlaygroundForTest, playgroundForTest } from '../support/playground';

const link = { from: '447700900142', text: 'Link' };
const rowsOf = async (playground: PlaygroundForTest) =>
  (await playground.ask('GET', '/local/state.json')).body.sheets.Clients;

test('a restart goes on where the last one stopped', async () => {
  let playground = await playgroundForTest();
  await playground.ask('POST', '/local/messages', link);
  await playground.ask('POST', '/local/personal', { from: 'person-1', to: 'person-2', text: 'Hi' });
  await playground.ask('POST', '/local/weather', { weather: 'down' });
  await playground.ask('POST', '/local/twice', { twice: true });
  const before = (await playground.ask('GET', '/local/view.json')).body;

  playground = await playground.restart();
  const after = (await playground.ask('GET', '/local/view.json')).body;
  expect(after.chats).toEqual(before.chats);
  expect(after.happened.slice(0, before.happened.length)).toEqual(before.happened);
  expect(after).toMatchObject({
    personal: before.personal,
    sheets: before.sheets,
    menus: before.menus,
    weather: 'down',
    twice: true,
  });
  expect(after.now).toBeGreaterThanOrEqual(before.now);

  const again = await playground.ask('POST', '/local/messages', { ...link, text: 'Stop' });
  expect(again.body.delivered).toEqual([200, 200]);
  expect(await rowsOf(playground)).toHaveLength(2);
  await playground.end();
});

test('what was answered before a kill is there after it', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'playground-killed-'));
  const { child, address } = await spawnPlayground(data);
  const answer = await fetch(`${address}/local/messages`, {
    method: 'POST',
    body: JSON.stringify(link),
  });
  expect(answer.status).toBe(200);
  child.kill('SIGKILL');
  await once(child, 'exit');

  const playground = await playgroundForTest({ data });
  expect(await rowsOf(playground)).toHaveLength(2);
  await playground.end();
});

test('a write that broke off does no harm, and a broken file gives way to the one before', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'playground-broken-'));
  const first = await playgroundForTest({ data });
  await first.ask('POST', '/local/messages', link);
  await first.stop();
  const file = path.join(data, 'state.json');
  const text = readFileSync(file, 'utf8');

  writeFileSync(path.join(data, 'state.unfinished.json'), text.slice(0, text.length / 2));
  const second = await playgroundForTest({ data });
  expect(await rowsOf(second)).toHaveLength(2);
  await second.stop();

  copyFileSync(file, path.join(data, 'state.previous.json'));
  truncateSync(file, 1000);
  const told = jest.spyOn(console, 'warn').mockImplementation();
  const third = await playgroundForTest({ data });
  expect(await rowsOf(third)).toHaveLength(2);
  expect(told).toHaveBeenCalledWith(expect.stringContaining('cannot be read'));
  told.mockRestore();
  await third.end();
});

/** The playground in a process of its own, so that it can be killed. */
async function spawnPlayground(data: string): Promise<{ child: ChildProcess; address: string }> {
  const server = path.resolve(__dirname, '../../local/playground/server');
  const options = { port: 0, script: DIST, data };
  const code = `
    const { startPlayground } = require(${JSON.stringify(server)});
    startPlayground(${JSON.stringify(options)}).then(({ address }) => console.log(address));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', code], {
    cwd: path.resolve(__dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [address] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { child, address: String(address).trim() };
}
