/** What Google shows when the web app is made: its address. */
import { Box, Heading, type Picture, Push } from './drawing';

export const WEB_APP_URL: Picture = {
  title: 'Picture: the address',
  where: 'Google: New deployment, after “Deploy”',
  says: 'Google says “Deployment successfully updated”. Below “Web app” is its address, the URL, which ends in /exec. Press “Copy” below it, then “Done”.',
  parts: () => (
    <>
      <Heading>Deployment successfully updated.</Heading>
      <Box
        label="Web app · URL"
        value="https://script.google.com/macros/s/AKfy…/exec"
        note="ends in /exec"
      />
      <Push note="copy it">Copy</Push>
      <Push>Done</Push>
    </>
  ),
};
