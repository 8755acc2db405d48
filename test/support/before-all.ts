/** Before the first test: builds `dist/`, so that every test runs the bundle that would be pushed; and says which cases are played. */
import { build } from '../../local/build';
import { ALL_PARTS } from './part';
import { openSetUps } from './set-ups';

export default async function beforeAll(): Promise<void> {
  await build();
  openSetUps();
  const { PART = '0', ALL_CASES } = process.env;
  console.log(
    ALL_CASES
      ? `All of the many cases; of those over a database part ${PART} of 3: PART=… plays another.`
      : `Of the many cases part ${PART}: PART=… plays another of ${ALL_PARTS}, ALL_CASES=1 all.`,
  );
}
