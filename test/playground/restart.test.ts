/** The state survives a restart, a kill, and a write that broke off. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SheetTab } from '../../local/playground/view';
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
    sheets: before.sheets.map(({ changes: _, ...tab }: SheetTab) => tab),
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

describe('a big sheet', () => {
  const rowFiles = (data: string) => readdirSync(data).filter((name) => name.startsWith('rows-'));
  const hand = ({ playground }: PlaygroundForTest) => playground.script.spreadsheet;
  const keep = (playground: PlaygroundForTest) =>
    playground.ask('POST', '/local/clock', { advanceMs: 0 });

  test('a change writes the rows around it, not all', async () => {
    const playground = await playgroundForTest({ clients: 5000 });
    const before = new Set(rowFiles(playground.data));
    const [{ name }] = (await playground.ask('GET', '/local/view.json')).body.sheets;
    const change = { do: 'type', sheet: name, row: 2500, column: 1, text: 'Somebody else' };
    await playground.ask('POST', '/local/sheet', change);
    const written = rowFiles(playground.data).filter((file) => !before.has(file));
    expect(written).toEqual([expect.stringMatching(/^rows-\d+\.2-/)]);
    const after = await playground.restart();
    expect(hand(after).shown(name, 2500, 1)).toBe('Somebody else');
    expect(hand(after).tab(name).rows).toBe(5001);
    await after.end();
  });

  test('what is moved, deleted, or stands alone far below is there again after a restart', async () => {
    const playground = await playgroundForTest({ clients: 3000 });
    const sheets = hand(playground);
    sheets.deleteRow('Clients', 1500);
    sheets.sort('Clients', 'Name');
    sheets.insertRow('Clients', 3);
    sheets.addSheet('Far');
    sheets.fill('Far', [['alone']], 4321);
    sheets.deleteSheet('Answers');
    await keep(playground);
    const shown = sheets.rows('Clients');
    const after = await playground.restart();
    expect(hand(after).rows('Clients')).toEqual(shown);
    expect(hand(after).shown('Far', 4321, 1)).toBe('alone');
    expect(hand(after).sheetNames()).not.toContain('Answers');
    await after.end();
  });

  test('where rows cannot be read, the state before is taken, and files nobody needs are gone', async () => {
    const playground = await playgroundForTest({ clients: 2000 });
    for (const text of ['one', 'two', 'three']) {
      await playground.ask('POST', '/local/sheet', {
        ...{ do: 'type', sheet: 'Clients', row: 1500, column: 1, text },
      });
    }
    const data = mkdtempSync(path.join(tmpdir(), 'playground-rows-'));
    cpSync(playground.data, data, { recursive: true });
    await playground.end();
    const files = rowFiles(data).filter((name) => /^rows-\d+\.1-/.test(name));
    expect(files).toHaveLength(2);
    const { rows } = JSON.parse(readFileSync(path.join(data, 'state.json'), 'utf8'));
    const newest = files.find((name) => Object.values(rows).includes(name)) as string;
    truncateSync(path.join(data, newest), 10);
    const told = jest.spyOn(console, 'warn').mockImplementation();
    const after = await playgroundForTest({ data });
    expect(hand(after).shown('Clients', 1500, 1)).toBe('two');
    expect(told).toHaveBeenCalledWith(expect.stringContaining('cannot be read'));
    told.mockRestore();
    await after.end();
  });
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
