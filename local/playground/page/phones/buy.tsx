/** Somebody buys something: the till adds a row to the sheet, and its one-minute trigger looks at it. */
import { type App, useApp, useHand, useView } from '../app';
import { door } from '../door';
import { givenName } from '../format';
import { BUSINESS } from '../hand';
import { Icon } from '../icon';

/** By then the trigger has counted the purchase, and told whoever is to be told. */
const UNTIL_TOLD = 2 * 60_000;

/** Below the chat with a business that rewards purchases. */
export function Buy() {
  const app = useApp();
  const { people, rewards } = useView();
  const { person, chat } = useHand();
  const name = givenName(people.find(({ key }) => key === person)?.name ?? 'Somebody');
  if (!rewards || chat !== BUSINESS) return null;
  return (
    <button type="button" class="buy" onClick={() => buy(app, person, name)}>
      <Icon name="bag" />
      {name} buys something…
    </button>
  );
}

async function buy(app: App, from: string, name: string): Promise<void> {
  const purchase = await app.over.ask<object>(`${name} buys something`, (answer) => (
    <form
      class="person"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        answer(filledIn(event.currentTarget));
      }}
    >
      <label>
        Amount
        <input name="amount" inputMode="decimal" defaultValue="12.50" />
      </label>
      <label>
        What
        <input name="what" defaultValue="Birthday cake" />
      </label>
      <p class="hint-below">
        The till adds a row to the tab <b>Purchases</b>. Nothing else: the script finds it within a
        minute.
      </p>
      <footer>
        <button type="submit" class="primary">
          Buy
        </button>
      </footer>
    </form>
  ));
  if (purchase) await buyAs(app, { from, ...purchase });
}

/** The till notes a purchase, and two minutes pass. @param purchase as `POST /local/purchase` takes it */
export async function buyAs(app: App, purchase: object): Promise<void> {
  const done = await app.attempt(async () => {
    await door.tell('/local/purchase', purchase);
    await door.tell('/local/clock', { advanceMs: UNTIL_TOLD });
  });
  if (done) app.over.say('Two minutes later: the purchase has its Result in the tab Purchases.');
}

/** What was left empty is not there. */
function filledIn(form: HTMLFormElement): object {
  const given = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}
