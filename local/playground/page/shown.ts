/** A value that the page shows: whoever uses it is drawn again when it changes. */
import { useLayoutEffect, useState } from 'preact/hooks';

export class Shown<Value> {
  private readonly listeners = new Set<() => void>();

  constructor(private current: Value) {}

  get value(): Value {
    return this.current;
  }

  set(value: Value): void {
    if (value === this.current) return;
    this.current = value;
    for (const listener of this.listeners) listener();
  }

  /** @returns the function that ends the listening */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** The value now; the component is drawn again with every other one. */
export function useShown<Value>(shown: Shown<Value>): Value {
  const [, draw] = useState(shown.value);
  useLayoutEffect(() => {
    const changed = () => draw(() => shown.value);
    changed();
    return shown.listen(changed);
  }, [shown]);
  return shown.value;
}
