/** Google's form for a web app that is open to everybody. */
import { field, heading, type Picture, pushButton } from './drawing';

export const DEPLOYMENT: Picture = {
  title: 'Picture: a new deployment',
  where: 'Google: Extensions › Apps Script › Deploy › New deployment',
  says: 'Beside “Select type”, click the gear and choose “Web app”. “Execute as” is “Me”. “Who has access” is “Anyone”, not “Anyone with Google account”. Then press “Deploy”, and copy the address that ends in /exec.',
  parts: () => [
    heading('New deployment'),
    field('Select type', 'Web app', 'by the gear'),
    field('Execute as', 'Me (your e-mail)', 'leave it at Me'),
    field('Who has access', 'Anyone', 'not “Anyone with Google account”'),
    pushButton('Deploy', 'then copy the URL'),
  ],
};
