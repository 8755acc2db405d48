/** Google's form for a web app that is open to everybody. */
import { Box, Heading, type Picture, Push } from './drawing';

export const DEPLOYMENT: Picture = {
  title: 'Picture: a new deployment',
  where: 'Google: Extensions › Apps Script › Deploy › New deployment',
  says: 'Beside “Select type”, click the gear and choose “Web app”. “Execute as” is “Me”. “Who has access” is “Anyone”, not “Anyone with Google account”. Then press “Deploy”, and copy the address that ends in /exec.',
  parts: () => (
    <>
      <Heading>New deployment</Heading>
      <Box label="Select type" value="Web app" note="by the gear" />
      <Box label="Execute as" value="Me (your e-mail)" note="leave it at Me" />
      <Box label="Who has access" value="Anyone" note="not “Anyone with Google account”" />
      <Push note="then copy the URL">Deploy</Push>
    </>
  ),
};
