/** Writes the tables of what the stand-in has: the numbers in its README, the names in SERVICES.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inventory } from './inventory';
import { services, withNumbers } from './tables';

const folder = path.resolve(__dirname, '..');
const readme = path.join(folder, 'README.md');
const found = inventory();
writeFileSync(readme, withNumbers(readFileSync(readme, 'utf8'), found));
writeFileSync(path.join(folder, 'SERVICES.md'), services(found));
