/** Before the first test: builds `dist/`, so that every test runs the bundle that would be pushed; and says which cases are played. */
import { build } from '../../local/build';
import { ALL_PARTS } from './part';

export default async function beforeAll(): Promise<void> {
  await build();
  process.env.PART ??= String(Math.floor(Math.random() * ALL_PARTS));
  const { PART, ALL_CASES } = process.env;
  const which = ALL_CASES ? 'All cases; over a database part' : 'Of the many cases part';
  console.log(`${which} ${PART}: PART=${PART} plays it again, ALL_CASES=1 plays all.`);
}
