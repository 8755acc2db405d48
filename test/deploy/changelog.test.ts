import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeVersion } from '../../local/deploy/changelog';

function described(changelog: string | undefined): string {
  const root = mkdtempSync(path.join(tmpdir(), 'changelog-'));
  if (changelog !== undefined) writeFileSync(path.join(root, 'CHANGELOG.md'), changelog);
  writeFileSync(path.join(root, 'package.json'), '{"version":"1.2.3"}');
  return describeVersion(root);
}

test.each([
  [
    'the top entry',
    '# Log\n\n## 0.2.0 (2026-11-20)\n- Faster.\n- More.\n\n## 0.1.0\n- Old.',
    '0.2.0: Faster.',
  ],
  [
    'no Markdown',
    '## [0.2.0]\n\n### Added\n- **Links** with `{code}`, see [docs](a.md)',
    '0.2.0: Links with {code}, see docs',
  ],
  ['an entry without a text', '## 0.2.0\n\n## 0.1.0\n- Old.', '0.2.0'],
  [
    'what is not released yet',
    '## Unreleased\n- Coming.\n\n## 0.1.0\n- Old.',
    'Unreleased: Coming.',
  ],
  ['an empty Unreleased is passed over', '## [Unreleased]\n\n## [0.1.0]\n- Old.', '0.1.0: Old.'],
  ['no CHANGELOG', undefined, '1.2.3'],
])('%s', (_, changelog, expected) => {
  expect(described(changelog)).toBe(expected);
});

test('a long text is cut', () => {
  const text = described(`## 0.2.0\n- ${'word '.repeat(60)}`);
  expect(text.length).toBeLessThanOrEqual(120);
  expect(text.endsWith('…')).toBe(true);
});
