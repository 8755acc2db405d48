/** Templates that the business has at WhatsApp, for tests. */

/** An approved one for the notice, with one value. */
export const FRIEND_JOINED = {
  name: 'friend_joined',
  language: 'en',
  status: 'APPROVED',
  category: 'MARKETING',
  bodyParameters: 1,
  body: 'News: {{1}} came.',
} as const;
