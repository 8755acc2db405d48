/** Before the first test: builds `dist/`, so that every test runs the bundle that would be pushed; and says which cases are played. */
import { build } from '../../local/build';
import { PARTS } from './part';

export default async function beforeAll(): Promise<void> {
  await build();
  if (process.env.ALL_CASES) return;
  process.env.PART ??= String(Math.floor(Math.random() * PARTS));
  const { PART } = process.env;
  console.log(
    `Part ${PART} of the many cases: PART=${PART} plays it again, ALL_CASES=1 plays all.`,
  );
}
