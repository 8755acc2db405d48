/** Builds the suite and runs it on the stand-in. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Quirks } from '..';
import { buildSuite } from './build';
import { type Driven, type DriveOptions, drive } from './drive';
import { StandIn } from './stand-in';

/** The one that a script on the stand-in finds. */
const DATABASE = {
  url: 'jdbc:postgresql://db.example.com:5432/shop?ssl=true',
  user: 'shop',
  password: 'local-password',
};

/** A key that nobody can guess. */
export const newKey = () => randomBytes(24).toString('base64url');

interface OnStandIn extends DriveOptions {
  /** How this stand-in is where nobody knows. */
  quirks?: Partial<Quirks>;
  /** See `LocalAppsScriptOptions`. */
  reusesContexts?: boolean;
}

/** The suite, built for the stand-in to run as often as needed. */
export interface BuiltSuite {
  run(options?: OnStandIn): Promise<Driven>;
  remove(): void;
}

export async function buildForStandIn(): Promise<BuiltSuite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'conformance-'));
  const key = newKey();
  await buildSuite(folder, key, DATABASE);
  return {
    run: ({ quirks, reusesContexts, ...options } = {}) =>
      drive(new StandIn(folder, key, quirks, reusesContexts), options),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What the suite answers on the stand-in. */
export async function runOnStandIn(): Promise<Driven> {
  const suite = await buildForStandIn();
  return suite.run().finally(suite.remove);
}
