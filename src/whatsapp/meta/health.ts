/** What keeps messages from going, as Meta and 360dialog tell of a number's health. */
import { eachOf, object, string } from '../json';
import type { Hindrance, Json } from '../set-up';

/** The payment method is missing, or does not work. */
const UNPAID = 141006;

/** It is about calls over the internet, which nobody makes here. */
const CALLS = 138024;

export function hindrancesIn(answer: Json): Hindrance[] {
  return eachOf(object(answer.health_status).entities, (entity) =>
    eachOf(entity.errors, ({ error_code, error_description, possible_solution }) =>
      error_code === CALLS
        ? []
        : [
            {
              ...(error_code === UNPAID && { unpaid: true as const }),
              what: string(error_description),
              toDo: string(possible_solution),
            },
          ],
    ),
  );
}
