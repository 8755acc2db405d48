/** The models that what was seen allows: where the order or the fate of a message is open, each way has its own. */
import { Model, type Written } from './model';

/** A message that was handled, or may have been. */
export interface Handled {
  message: Written;
  sure: boolean;
}

export class Possible {
  models = [new Model()];

  /** Messages were handled, in one of these orders. */
  handle(orders: Handled[][]): void {
    this.models = distinct(orders.flatMap((order) => order.reduce(after, this.models)));
  }

  /** The owner deletes somebody's row. */
  forgets(name: string): void {
    for (const model of this.models) model.forgets(name);
  }

  /** Whether it is so in every way. */
  surely(is: (model: Model) => boolean): boolean {
    return this.models.every(is);
  }

  /** The ways that may be; all of them where none may, so that a test can tell. */
  those(may: (model: Model) => boolean): Model[] {
    const those = this.models.filter(may);
    return those.length ? those : this.models;
  }
}

function after(models: Model[], { message, sure }: Handled): Model[] {
  const handled = models.map((model) => {
    const copy = model.copy();
    copy.handles(message);
    return copy;
  });
  return distinct(sure ? handled : [...handled, ...models]);
}

function distinct(models: Model[]): Model[] {
  const told = ({ base, registered, everStopped }: Model) =>
    JSON.stringify([[...base].sort(), registered, [...everStopped].sort()]);
  return [...new Map(models.map((model) => [told(model), model])).values()];
}

/** Every order in which these can be, where the second ones came while the first were at work. */
export function ordersOf(first: Handled[], meanwhile: Handled[]): Handled[][] {
  const [next, ...others] = meanwhile;
  if (!next) return [first];
  return first
    .concat(next)
    .flatMap((_, place) =>
      ordersOf([...first.slice(0, place), next, ...first.slice(place)], others),
    );
}
