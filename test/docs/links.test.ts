/** The pages for readers: every link to a file, a picture or a heading leads somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');
const PAGES = [
  ...readdirSync(ROOT),
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) =>
    path.join('docs', name),
  ),
].filter((name) => name.endsWith('.md'));

/** GitHub's own pages of the repository, whoever's it is: seen from a page in it, they lie above its files. */
const ON_GITHUB = /^(\.\.\/){2,}(releases(\/latest)?)?$/;

const read = (page: string) => readFileSync(path.join(ROOT, page), 'utf8');

/** What stands outside of code: a `#` in a shell is no heading. */
const prose = (text: string) =>
  text.replace(/^( *)```[\s\S]*?^\1```/gm, '').replace(/`[^`\n]*`/g, '');

/** The anchors that GitHub gives a page's headings. */
function anchorsOf(page: string): string[] {
  const headings =
    read(page)
      .replace(/^```[\s\S]*?^```/gm, '')
      .match(/^#+ .*$/gm) ?? [];
  return headings.map((heading) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/ /g, '-'),
  );
}

/** The links of a page that lead to nothing. */
function deadLinks(page: string): string[] {
  const targets = [...prose(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(
    ([, target = '']) => target,
  );
  return targets.filter((target) => {
    if (/^[a-z]+:/.test(target) || ON_GITHUB.test(target)) return false;
    const [file = '', anchor] = target.split('#');
    const to = file ? path.join(path.dirname(page), decodeURI(file)) : page;
    if (!existsSync(path.join(ROOT, to))) return true;
    return anchor !== undefined && !anchorsOf(to).includes(anchor);
  });
}

test.each(PAGES)('%s', (page) => {
  expect(deadLinks(page)).toEqual([]);
});
