/** Drawings of Google's script editor: where each file goes. */
import {
  Box,
  Heading,
  type Picture,
  Push,
  Switch,
  WithMenu,
} from '../../../src/owner/pages/shared/pictures/drawing';

export const EDITOR: Picture = {
  title: 'Picture: the way to the script',
  where: 'Google Sheets: the menu Extensions',
  says: 'In the sheet’s menu, click “Extensions”, and there “Apps Script”.',
  parts: () => (
    <WithMenu items={['Add-ons', 'Macros', 'Apps Script', 'AppSheet']} chosen="Apps Script">
      <Heading>Extensions</Heading>
    </WithMenu>
  ),
};

export const CODE: Picture = {
  title: 'Picture: the file Code.gs',
  where: 'Google: the script editor',
  says: 'On the left, below “Files”, is the file Code.gs. In it stands “function myFunction”. Select all of it, and paste over it.',
  parts: () => (
    <WithMenu items={['Code.gs']} chosen="Code.gs">
      <Box label="Code.gs" value="function myFunction() { }" note="select all, and paste over it" />
    </WithMenu>
  ),
};

export const PAGES: Picture = {
  title: 'Picture: the file Pages.html',
  where: 'Google: the script editor',
  says: 'Beside “Files”, click the plus, choose “HTML”, and type the name “Pages”. Select all that is in the new file, and paste over it.',
  parts: () => (
    <>
      <Push note="beside “Files”, then “HTML”">+</Push>
      <WithMenu items={['Code.gs', 'Pages.html']} chosen="Pages.html">
        <Box label="Pages.html" value="<!DOCTYPE html> …" note="select all, and paste over it" />
      </WithMenu>
    </>
  ),
};

export const MANIFEST: Picture = {
  title: 'Picture: the manifest',
  where: 'Google: the script editor › Project Settings (the gear)',
  says: 'Click the gear on the left. Switch on “Show appsscript.json manifest file in editor”. Back in the editor there is a file appsscript.json below the others: select all of it, and paste over it.',
  parts: () => (
    <>
      <Switch
        name="Show “appsscript.json” manifest file in editor"
        label="on"
        on
        note="tick this"
      />
      <WithMenu items={['appsscript.json', 'Code.gs', 'Pages.html']} chosen="appsscript.json">
        <Box
          label="appsscript.json"
          value="{ &quot;timeZone&quot;: … }"
          note="select all, and paste over it"
        />
      </WithMenu>
    </>
  ),
};

export const NEW_VERSION: Picture = {
  title: 'Picture: a new version',
  where: 'Google: the script editor › Deploy › Manage deployments',
  says: 'Click the pencil, “Edit”. At “Version” choose “New version”. Leave the rest as it is, and press “Deploy”. The address stays the same.',
  parts: () => (
    <>
      <Push note="the pencil: Edit">✎</Push>
      <Box label="Version" value="New version" note="choose this" />
      <Box label="Who has access" value="Anyone" />
      <Push note="the address stays the same">Deploy</Push>
    </>
  ),
};
