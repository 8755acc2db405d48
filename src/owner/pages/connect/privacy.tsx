/** The privacy page that Meta wants before it publishes: a text to copy, and how it becomes a page with an address. */
import { useState } from 'preact/hooks';
import type { State } from '../../wire';
import { OpenLink } from '../components/button';
import { Copy } from '../components/copy';
import { Field } from '../components/field';
import { languageOf } from '../languages/languages';
import { privacyText } from '../privacy/texts';

export function PrivacyPage({ state: { settings } }: { state: State }) {
  const [business, setBusiness] = useState('');
  const [contact, setContact] = useState('');
  const language = languageOf(settings);
  const words = {
    stop: settings['Words for Stop'] ?? language.words.stop,
    data: settings['Words for My data'] ?? language.words.data,
    delete: settings['Words for Delete me'] ?? language.words.delete,
  };
  const text = privacyText(language, { business, contact }, words);
  return (
    <details>
      <summary>A privacy page, ready to publish</summary>
      <Field id="business" label="Your business’s name" value={business} onInput={setBusiness} />
      <Field
        id="contact"
        label="How people reach you: address, e-mail"
        value={contact}
        onInput={setContact}
        hint={`The text below is in ${language.english}, as your clients are written to, and says what this program keeps. It is a beginning, no legal advice.`}
      />
      <label for="privacy">The text</label>
      <textarea
        id="privacy"
        readOnly
        rows={7}
        lang={language.id}
        dir={language.direction}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="buttons">
        <Copy text={() => text}>Copy the text</Copy>
        <OpenLink href="https://docs.new">Open a new Google Doc</OpenLink>
      </div>
      <ol class="by-hand">
        <li>
          Paste the text into the new document, and read it through: is all of it true for you?
        </li>
        <li>There: File → Share → Publish to web → Publish. Copy the link that it shows.</li>
        <li>
          At Meta: your app → App settings → Basic → Privacy policy URL. Paste the link, and Save
          changes.
        </li>
      </ol>
    </details>
  );
}
