/** The page of a release: what to paste, and where. It works from the disk, with no internet. */
import { render } from 'preact';
import { Copy } from '../../../src/owner/pages/components/copy';
import { Drawing, type Picture } from '../../../src/owner/pages/shared/pictures/drawing';
import { CODE, EDITOR, MANIFEST, NEW_VERSION, PAGES } from './pictures';

interface Release {
  version: string;
  files: Record<string, string>;
}

const release: Release = JSON.parse(document.getElementById('release')?.textContent ?? '');

function Paste({ file, picture, children }: { file: string; picture: Picture; children: string }) {
  return (
    <li>
      <h2>{file}</h2>
      <p>{children}</p>
      <p>
        <Copy text={() => release.files[file] ?? ''}>{`Copy ${file}`}</Copy>
      </p>
      <Drawing picture={picture} />
    </li>
  );
}

function PastePage() {
  return (
    <>
      <h1>Paste it into your sheet</h1>
      <p>
        sheet-referrals {release.version}. Three files go into the script of a Google Sheet. Nothing
        is installed on your computer, and this page sends nothing anywhere.
      </p>
      <ol class="steps">
        <li>
          <h2>A sheet and its script</h2>
          <p>
            Open{' '}
            <a href="https://sheets.new" target="_blank" rel="noopener">
              sheets.new
            </a>
            , and name the sheet <b>Referrals</b>. In its menu click <b>Extensions → Apps Script</b>
            : the script editor opens.
          </p>
          <Drawing picture={EDITOR} />
        </li>
        <Paste file="Code.js" picture={CODE}>
          In the editor, click into the file Code.gs, select all that is there (Ctrl+A, on a Mac
          Cmd+A), and paste.
        </Paste>
        <Paste file="Pages.html" picture={PAGES}>
          Beside “Files”, click +, then HTML, and call it Pages: exactly so, the .html comes by
          itself. Select all that is there, and paste.
        </Paste>
        <Paste file="appsscript.json" picture={MANIFEST}>
          Click the gear, “Project Settings”, and tick “Show appsscript.json manifest file in
          editor”. Go back to the editor, click appsscript.json, select all, and paste.
        </Paste>
        <li>
          <h2>Save, and go live</h2>
          <p>
            Save (Ctrl+S, on a Mac Cmd+S). Reload the sheet: after a few seconds there is a new
            menu, <b>Referrals</b>. Click <b>Go live…</b> in it. Google asks whether the script may
            work: choose your account, <b>Advanced</b>, <b>Go to Referrals (unsafe)</b>, tick
            everything, <b>Allow</b>; then click <b>Go live…</b> once more. It takes you on from
            there.
          </p>
        </li>
      </ol>
      <h2 class="next">You have it already, and this is a newer version</h2>
      <p>
        Paste the three files over those that are there, and save. Then, in the editor,{' '}
        <b>Deploy → Manage deployments</b>, the pencil, <b>Version: New version</b>, <b>Deploy</b>.
        The address stays, and so does your data. Reload the sheet and click{' '}
        <b>Referrals → Check set-up</b>: it adds what is new. Other files that version 0.1.0 had may
        stay or go.
      </p>
      <Drawing picture={NEW_VERSION} />
      <details>
        <summary>Check set-up says that the program needs the wide scope</summary>
        <p>
          Paste this over appsscript.json instead, save, reload the sheet, click Referrals → Check
          set-up and allow what Google asks. Only then deploy a new version.
        </p>
        <p>
          <Copy text={() => release.files['appsscript.wide.json'] ?? ''}>
            Copy appsscript.wide.json
          </Copy>
        </p>
      </details>
    </>
  );
}

render(<PastePage />, document.getElementById('page') as HTMLElement);
