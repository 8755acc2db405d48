/** How the house is built: imports go one way, never in a circle, types included; and what is exported is used. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');

/** Every file of a folder with its text, by its path from the top of the repository. */
function textsOf(folder: string): [file: string, text: string][] {
  const names = readdirSync(path.join(ROOT, folder), { recursive: true }).map(String);
  const files = names.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'));
  return files.map((name) => {
    const file = path.posix.join(folder, name.replaceAll(path.sep, '/'));
    return [file, readFileSync(path.join(ROOT, file), 'utf8')];
  });
}

/** Every file of a folder and what it imports. */
function importsOf(folder: string): Map<string, string[]> {
  return new Map(
    textsOf(folder).map(([file, text]) => {
      const found = [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)];
      return [file, found.flatMap(([, target = '']) => resolved(file, target))];
    }),
  );
}

function resolved(from: string, target: string): string[] {
  const base = path.posix.join(path.posix.dirname(from), target);
  return [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].filter((file) => {
    try {
      return /\.tsx?$/.test(file) && !!readFileSync(path.join(ROOT, file));
    } catch {
      return false;
    }
  });
}

/** One circle of imports, as a path that ends where it begins; empty when there is none. */
function circleIn(graph: Map<string, string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, way: string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...way, file]);
      if (circle.length) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle.length) return circle;
  }
  return [];
}

test.each(['src', 'local', 'test'])('no circle of imports in %s', (folder) => {
  expect(circleIn(importsOf(folder))).toEqual([]);
});

/** What each room may need, besides itself. */
const ARROWS: Record<string, string[]> = {
  program: [],
  sheet: ['program'],
  sql: ['program'],
  whatsapp: ['program'],
  script: ['sheet', 'sql', 'whatsapp', 'program'],
  webhook: ['script', 'sheet', 'sql', 'whatsapp', 'program'],
  owner: ['script', 'sheet', 'sql', 'whatsapp', 'program'],
};

test.each(Object.entries(ARROWS))('src/%s needs only what is below it', (room, below) => {
  const rooms = [...importsOf('src')]
    .filter(([file]) => file.startsWith(`src/${room}/`))
    .flatMap(([file, targets]) => targets.map((target) => [file, target.split('/')[1]]))
    .filter(([, target = '']) => target !== room && !below.includes(target));
  expect(rooms).toEqual([]);
});

/** What is called from outside: by Google, and by whoever runs the conformance suite. */
const ENTRIES = ['src/index.ts', 'local/apps-script/conformance/script/index.ts'];

/** What other files take of a file, as `file: name`; `file: *` where they take all of it. */
function taken(): Set<string> {
  const files = ['src', 'local', 'test'].flatMap(textsOf);
  const clauses = /(?:import|export)\s+(?:type\s+)?(\{[^}]*\}|\*[^']*)\s*from\s*'(\.[^']+)'/g;
  return new Set(
    files.flatMap(([file, text]) =>
      [...text.matchAll(clauses)].flatMap(([, clause = '', target = '']) =>
        namesIn(clause).flatMap((name) => resolved(file, target).map((one) => `${one}: ${name}`)),
      ),
    ),
  );
}

function namesIn(clause: string): string[] {
  if (clause.startsWith('*')) return ['*'];
  const names = clause.slice(1, -1).split(',');
  return names.map((name) => name.replace(/^\s*(type\s)?\s*|\s+as\s.*|\s+$/g, ''));
}

test('what is exported is used by another file', () => {
  const used = taken();
  const named =
    /^export (?:async )?(?:abstract )?(?:const|let|function\*?|class|interface|type) (\w+)/gm;
  const unused = ['src', 'local', 'test']
    .flatMap(textsOf)
    .flatMap(([file, text]) =>
      [...text.matchAll(named)]
        .map(([, name]) => `${file}: ${name}`)
        .filter((one) => !used.has(one) && !used.has(`${file}: *`)),
    );
  expect(unused.filter((one) => !ENTRIES.includes(one.split(':')[0] ?? ''))).toEqual([]);
});
