/** The stand-in's README: its tables are those of the stand-in as it is, its commands run, its links lead somewhere. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commandLine } from '../../local/apps-script/command/command-line';
import { inventory } from '../../local/apps-script/inventory/inventory';
import { services, withNumbers } from '../../local/apps-script/inventory/tables';

const FOLDER = path.join(__dirname, '../../local/apps-script');
const README = readFileSync(path.join(FOLDER, 'README.md'), 'utf8');
const SERVICES = readFileSync(path.join(FOLDER, 'SERVICES.md'), 'utf8');

test('the tables are up to date (else: npx tsx local/apps-script/inventory/main.ts)', () => {
  const found = inventory();
  expect(README).toBe(withNumbers(README, found));
  expect(SERVICES).toBe(services(found));
});

test('its links', () => {
  const targets = [...README.matchAll(/\]\(([\w.]+\.md)(?:#([\w-]+))?\)/g)];
  expect(targets.length).toBeGreaterThan(10);
  for (const [, file = '', anchor] of targets) {
    expect(existsSync(path.join(FOLDER, file))).toBe(true);
    if (anchor) expect(SERVICES.toLowerCase()).toContain(`\n## ${anchor}\n`);
  }
});

/** The words of a command as a shell would cut them. */
const words = (line: string) =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

const COMMANDS = [...README.matchAll(/^npm run apps-script -- (.*)$/gm)].map(
  ([, line = '']) => line,
);

test.each(COMMANDS)('npm run apps-script -- %s', (line) => {
  const { code, text } = commandLine(words(line));
  expect(text).not.toBe('');
  expect(code).toBe(0);
});
