/** What a script's frame and the page around it say to each other. */

export type FromFrame =
  | { kind: 'run'; call: number; name: string; args: unknown[] }
  | { kind: 'close' }
  | { kind: 'size'; width?: number; height?: number }
  | { kind: 'focusEditor' }
  /** A link into WhatsApp was clicked: the phones are next door. */
  | { kind: 'whatsapp'; url: string };

/** The outcome of one call. */
export type ToFrame = { call: number; result?: unknown; error?: string };
