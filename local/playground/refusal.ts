/** A request that cannot be done: the status and the sentence that it is answered with. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: 400 | 403 | 404 | 405 = 400,
  ) {
    super(message);
  }
}

/** Does something that throws a sentence for whoever asked; it becomes a refusal. */
export function orRefuse<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
}
