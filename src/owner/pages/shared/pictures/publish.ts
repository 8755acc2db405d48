/** Where an app at Meta is published, and what Meta wants first. */
import { field, heading, type Picture, pushButton, switchRow, withMenu } from './drawing';

export const PUBLISH: Picture = {
  title: 'Picture: where you publish',
  where: 'Meta: your app',
  says: 'First, under “App settings”, “Basic”, the field “Privacy policy URL” takes the address of your privacy page; “Save changes” stores it. Then, in the menu on the left, “Publish”, and there the button “Publish”. Older pages have a switch at the top instead: from “In development” to “Live”.',
  parts: () => [
    switchRow('App mode', 'In development → Live', true, 'older pages: here'),
    withMenu(
      ['Use cases', 'App settings', 'Publish'],
      'Publish',
      heading('App settings › Basic'),
      field('Privacy policy URL', 'https://…', 'first your privacy page'),
      pushButton('Save changes'),
      heading('Publish'),
      pushButton('Publish', 'then this'),
    ),
  ],
};
