/** What is typed, once it has stayed the same for a moment: then it is worth a search. */
import { useEffect, useState } from 'preact/hooks';

/** So long nothing is typed before it is searched. */
const PAUSE_MS = 400;

/** @returns '' at once where nothing is left of it */
export function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return text && settled;
}
