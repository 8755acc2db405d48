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
}

/** What the suite answers on the stand-in. */
export async function runOnStandIn({ quirks, ...options }: OnStandIn = {}): Promise<Driven> {
  const folder = mkdtempSync(path.join(tmpdir(), 'conformance-'));
  try {
    const key = newKey();
    await buildSuite(folder, key, DATABASE);
    return await drive(new StandIn(folder, key, quirks), options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
