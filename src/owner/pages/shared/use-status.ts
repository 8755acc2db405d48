/** What a page says in passing, beside what it is about: a hook whose result a `StatusLine` shows. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';

export type Kind = 'good' | 'bad' | 'busy' | '';

/** A line, and how to change it. */
export interface Status {
  text: ComponentChildren;
  kind: Kind;
  say(text: ComponentChildren, kind?: Kind): void;
  /** Says that something goes on until the promise is settled; gives its result, or says its error and gives null. */
  during<T>(text: string, work: Promise<T>): Promise<T | null>;
}

export function useStatus(): Status {
  const [line, setLine] = useState<{ text: ComponentChildren; kind: Kind }>({ text: '', kind: '' });
  const ways = useMemo(() => {
    const say: Status['say'] = (text, kind = '') => setLine({ text, kind });
    const during: Status['during'] = async (text, work) => {
      say(text, 'busy');
      try {
        const result = await work;
        say('');
        return result;
      } catch (error) {
        say((error as Error).message, 'bad');
        return null;
      }
    };
    return { say, during };
  }, []);
  return { ...line, ...ways };
}
