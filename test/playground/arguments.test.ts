/** The command line of `npm start`. */
import path from 'node:path';
import { readArguments } from '../../local/playground/arguments';

test('port and folder have defaults, and the environment names the port', () => {
  const data = path.resolve('.local');
  expect(readArguments([], {})).toEqual({ port: 8080, data, help: false });
  expect(readArguments([], { PORT: '9000' }).port).toBe(9000);
  const given = readArguments(['--port', '9001', '--data=/tmp/world'], { PORT: '9000' });
  expect(given).toEqual({ port: 9001, data: '/tmp/world', help: false });
});

test.each([
  [['--port', 'eighty'], {}, '--port must be a number from 0 to 65535, not “eighty”.'],
  [['--port', '70000'], {}, '--port must be a number from 0 to 65535, not “70000”.'],
  [[], { PORT: '-1' }, 'PORT must be a number from 0 to 65535, not “-1”.'],
  [['--data='], {}, '--data needs the name of a folder.'],
  [['--prot', '80'], {}, /^Unknown option '--prot'\.$/],
  [['here'], {}, /^Unexpected argument 'here'\.$/],
])('%j is refused with one sentence', (given, environment, sentence) => {
  expect(() => readArguments(given as string[], environment)).toThrow(sentence);
});
