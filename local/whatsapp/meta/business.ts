/** The business account behind the stand-in: its number, token, templates, and webhook subscription. */
import type { MetaTemplate } from './outgoing';
import { type BusinessNumber, EXAMPLE_NUMBER } from './webhooks';

/** Every version of the Graph API that still answers. */
const GRAPH_VERSIONS = ['v20.0', 'v21.0', 'v22.0', 'v23.0', 'v24.0', 'v25.0', 'v26.0'];

export interface MetaBusiness extends BusinessNumber {
  now: () => number;
  token: string;
  /** The app's own secret. */
  appSecret: string;
  /** Milliseconds; 0 for a system user's token, which never expires. */
  tokenExpiresAt: number;
  verifiedName: string;
  graphVersions: readonly string[];
  templates: MetaTemplate[];
  messagesPerSecond: number;
  /** So long after a template was handed in it is approved, in milliseconds; missing: when a test says so. */
  approvesAfter?: number;
  /** What the token may do. */
  scopes: string[];
  /** How welcome the number's messages are. */
  quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
  /** Whether there is a way to pay. */
  canPay: boolean;
  /** The PIN of its two-step verification, where it has one. */
  pin?: string;
  /** Whether it reports that messages were sent, delivered and read; what failed is told always. */
  reports: boolean;
  /** False while the number may not be used with the Cloud API yet. */
  registered: boolean;
  /** Fetches the callback of a handshake, following redirects as Meta does. */
  fetchUrl?: (url: string) => { status: number; body: string };
}

/** The business that Meta's own examples have, but for what is given, and for what was saved of it. */
export function businessOf(
  given: Pick<MetaBusiness, 'now'> & Partial<MetaBusiness>,
  saved?: Partial<Pick<MetaBusiness, 'registered' | 'templates'>>,
): MetaBusiness {
  return {
    ...EXAMPLE_NUMBER,
    token: 'EAAJBlocaltoken',
    appSecret: '0123456789abcdef0123456789abcdef',
    tokenExpiresAt: 0,
    verifiedName: 'Local Business',
    graphVersions: GRAPH_VERSIONS,
    messagesPerSecond: 80,
    reports: true,
    registered: true,
    scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
    quality: 'GREEN',
    canPay: true,
    ...given,
    templates: structuredClone(saved?.templates ?? given.templates ?? []),
    ...(saved?.registered !== undefined && { registered: saved.registered }),
  };
}

/** Where webhooks go: to the app's own callback, or to one that was set by the API; and what keeps them from coming. */
export interface Subscription {
  /** Whether the app is subscribed to the account. */
  subscribed: boolean;
  /** An app that is not published gets nothing but the dashboard's own test. */
  published: boolean;
  /** Whether the field `messages` is subscribed in the app's dashboard; no API tells. */
  fieldSubscribed: boolean;
  callback?: string;
}

/** The callback that was set by the API gets the field `messages`; the app's own gets everything else. */
export function destinationOf(
  field: string,
  { subscribed, published, fieldSubscribed, callback }: Subscription,
): 'override' | 'app' | 'nowhere' {
  if (!subscribed || !published) return 'nowhere';
  if (field !== 'messages') return 'app';
  if (!fieldSubscribed) return 'nowhere';
  return callback ? 'override' : 'app';
}
