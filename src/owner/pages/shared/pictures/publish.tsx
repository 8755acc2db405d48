/** Where an app at Meta is published, and what Meta wants first. */
import { Box, Heading, type Picture, Push, Switch, WithMenu } from './drawing';

export const PUBLISH: Picture = {
  title: 'Picture: where you publish',
  where: 'Meta: your app',
  says: 'First, under “App settings”, “Basic”, the field “Privacy policy URL” takes the address of your privacy page; “Save changes” stores it. Then, in the menu on the left, “Publish”, and there the button “Publish”. Older pages have a switch at the top instead: from “In development” to “Live”.',
  parts: () => (
    <>
      <Switch name="App mode" label="In development → Live" on note="older pages: here" />
      <WithMenu items={['Use cases', 'App settings', 'Publish']} chosen="Publish">
        <Heading>App settings › Basic</Heading>
        <Box label="Privacy policy URL" value="https://…" note="first your privacy page" />
        <Push>Save changes</Push>
        <Heading>Publish</Heading>
        <Push note="then this">Publish</Push>
      </WithMenu>
    </>
  ),
};
