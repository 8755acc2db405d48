/** Tells built files which script they belong to and where its web app is: `src/script/address.ts` reads it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A script and the address of its web app. */
export interface Deployed {
  script: string;
  address: string;
}

const PLACE = /deployed\(script=[^;)]*;address=[^)]*\)/g;

/** Writes it into every file of the folder that has a place for it; versions before 0.2.0 have none. */
export function handOver(folder: string, { script, address }: Deployed): void {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|html)$/.test(name)) continue;
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8');
    const filled = text.replace(PLACE, `deployed(script=${script};address=${address})`);
    if (filled !== text) writeFileSync(file, filled);
  }
}
