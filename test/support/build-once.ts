/** Builds `dist/` once before the first test, so that every test runs the bundle that would be pushed. */
import { build } from '../../local/build';

export default async function buildOnce(): Promise<void> {
  await build();
}
