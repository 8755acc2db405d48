/** The command line of `npm start`. */
import path from 'node:path';
import { readArguments } from '../../local/playground/arguments';

test('port and folder have defaults, and the environment names the port', () => {
  const data = path.resolve('.local');
  const usual = { port: 8080, data, rows: 0, open: true, help: false };
  expect(readArguments([], {})).toEqual(usual);
  expect(readArguments([], { PORT: '9000' }).port).toBe(9000);
  const given = readArguments(['--port', '9001', '--data=/tmp/world'], { PORT: '9000' });
  expect(given).toEqual({ ...usual, port: 9001, data: '/tmp/world' });
});

test('a shop with many clients lies in a folder of its own; the browser is left alone where nobody looks', () => {
  const many = readArguments(['--rows', '100000'], {});
  expect(many).toMatchObject({ rows: 100_000, data: path.resolve('.local/100000-rows') });
  expect(readArguments(['--rows', '5', '--data', '/tmp/world'], {}).data).toBe('/tmp/world');
  expect(readArguments(['--no-open'], {}).open).toBe(false);
  expect(readArguments([], { CI: 'true' }).open).toBe(false);
});

test.each([
  [['--port', 'eighty'], {}, '--port must be a number from 0 to 65535, not “eighty”.'],
  [['--port', '70000'], {}, '--port must be a number from 0 to 65535, not “70000”.'],
  [[], { PORT: '-1' }, 'PORT must be a number from 0 to 65535, not “-1”.'],
  [['--rows', 'many'], {}, '--rows must be a number from 0 to 500000, not “many”.'],
  [['--data='], {}, '--data needs the name of a folder.'],
  [['--prot', '80'], {}, /^Unknown option '--prot'\.$/],
  [['here'], {}, /^Unexpected argument 'here'\.$/],
])('%j is refused with one sentence', (given, environment, sentence) => {
  expect(() => readArguments(given as string[], environment)).toThrow(sentence);
});
