/** English: the defaults of the program. */
import { CATALOGUE } from '../../../program/catalogue';
import { readSettings } from '../../../program/settings';
import type { Language } from './language';

const values: Record<string, string> = Object.fromEntries(
  CATALOGUE.settings.map(({ key, value }) => [key, value]),
);

export const EN: Language = {
  id: 'en',
  name: 'English',
  english: 'English',
  direction: 'ltr',
  invitation: values.invitation ?? '',
  dateFormat: values.dateFormat ?? '',
  words: {
    link: values.wordsLink ?? '',
    referrals: values.wordsReferrals ?? '',
    top: values.wordsTop ?? '',
    inviter: values.wordsInviter ?? '',
    rewards: values.wordsRewards ?? '',
    stop: values.wordsStop ?? '',
    start: values.wordsStart ?? '',
    data: values.wordsData ?? '',
    delete: values.wordsDelete ?? '',
    bought: values.wordsBought ?? '',
  },
  texts: readSettings({}, CATALOGUE).settings.texts,
  poster: {
    headline: 'Scan and say hello',
    line: 'Point your phone’s camera at the code, and send the message that is filled in.',
  },
  templates: {
    language: 'en',
    notice: 'Good news: {{1}} came to us on your recommendation. Thank you!',
    reward:
      'There is something for you, for recommending us: {{1}}. Show this message when you visit us.',
  },
};
