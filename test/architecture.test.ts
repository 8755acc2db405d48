/** How the house is built: imports go one way, and never in a circle, types included. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');

/** Every file of a folder and what it imports, as paths from the top of the repository. */
function importsOf(folder: string): Map<string, string[]> {
  const names = readdirSync(path.join(ROOT, folder), { recursive: true }).map(String);
  const files = names.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'));
  return new Map(
    files.map((name) => {
      const file = path.posix.join(folder, name);
      const text = readFileSync(path.join(ROOT, file), 'utf8');
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
  whatsapp: ['program'],
  script: ['sheet', 'whatsapp', 'program'],
  webhook: ['script', 'sheet', 'whatsapp', 'program'],
  owner: ['script', 'sheet', 'whatsapp', 'program'],
};

test.each(Object.entries(ARROWS))('src/%s needs only what is below it', (room, below) => {
  const rooms = [...importsOf('src')]
    .filter(([file]) => file.startsWith(`src/${room}/`))
    .flatMap(([file, targets]) => targets.map((target) => [file, target.split('/')[1]]))
    .filter(([, target = '']) => target !== room && !below.includes(target));
  expect(rooms).toEqual([]);
});
