/** Where the script editor hides its web apps: the menu of the button “Deploy”, and the gear. */
import { Heading, type Picture, Push, WithMenu } from './drawing';

export const NEW_DEPLOYMENT: Picture = {
  title: 'Picture: where “New deployment” is',
  where: 'Google: the script editor, at the top on the right',
  says: 'At the top on the right, click the button “Deploy”, and in its menu “New deployment”. In the window that opens, click the gear beside “Select type”, and there “Web app”.',
  parts: () => (
    <>
      <Push note="first this">Deploy ▾</Push>
      <WithMenu
        items={['New deployment', 'Manage deployments', 'Test deployments']}
        chosen="New deployment"
      >
        <Heading>Select type</Heading>
        <Push note="the gear, then “Web app”">⚙</Push>
      </WithMenu>
    </>
  ),
};
