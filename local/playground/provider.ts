/** The business that the playground plays: its number and its account with the provider. */
import type { MetaBusiness } from '../whatsapp/meta-business';

type Account = Pick<
  MetaBusiness,
  'verifiedName' | 'displayPhoneNumber' | 'phoneNumberId' | 'wabaId' | 'token' | 'templates'
>;

/** Meta's own example ids, and a number that the American telephone authority keeps for stories. */
export const providerOptions: Account = {
  verifiedName: 'The Corner Bakery',
  displayPhoneNumber: '12025550143',
  phoneNumberId: '106540352242922',
  wabaId: '102290129340398',
  token: 'EAAJplaygroundToken0000000000000000000000000000',
  templates: [
    {
      name: 'friend_joined',
      language: 'en',
      status: 'APPROVED',
      bodyParameters: 1,
    },
  ],
};

/** Numbers that Britain's and France's telephone authorities keep for stories: nobody has them. */
export const FIRST_PEOPLE = [
  { name: 'Amina Yusuf', phone: '447700900142' },
  { name: 'Ben Martel', phone: '33639980117' },
];
