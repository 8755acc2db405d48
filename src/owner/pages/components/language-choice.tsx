/** In which language clients are written to: chosen here, all texts that nobody has reworded follow. */
import { useState } from 'preact/hooks';
import type { State, TextsWritten } from '../../wire';
import type { Language } from '../languages/language';
import { LANGUAGES, languageFor, languageOf, switchTo } from '../languages/languages';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';
import { Button } from './button';
import { StatusLine } from './status';

interface LanguageChoiceProps {
  /** The Settings tab as it was read. */
  settings: State['settings'];
  /** Takes over what the script tells. */
  learn: (state: State) => void;
}

export function LanguageChoice({ settings, learn }: LanguageChoiceProps) {
  const now = languageOf(settings);
  const [chosen, choose] = useState(now);
  const status = useStatus();
  const change = async () => {
    const { changes, kept } = switchTo(chosen, settings);
    if (!Object.keys(changes).length) {
      return status.say(`The texts are already in ${chosen.english}.${ownWords(kept)}`);
    }
    const written = await status.during('Changing the texts…', server.writeTexts(changes));
    if (!written) return;
    learn(written.state);
    status.say(changedWords(chosen, written, kept), 'good');
  };
  return (
    <section aria-label="Language">
      <label for="language">Language of the texts</label>
      <div class="with-button">
        <select
          id="language"
          value={chosen.id}
          aria-describedby="language-hint"
          onChange={({ currentTarget }) => choose(languageFor(currentTarget.value))}
        >
          {LANGUAGES.map(({ id, name, english }) => (
            <option key={id} value={id} lang={id}>
              {name === english ? name : `${name} (${english})`}
            </option>
          ))}
        </select>
        <Button work={change}>Change the texts</Button>
      </div>
      <p class="help" id="language-hint">
        What clients read, and the words that they may write. What you have reworded stays; choose
        the other language again to go back.
      </p>
      <StatusLine of={status} />
    </section>
  );
}

/** What was done, and what keeps the owner's own words. */
function changedWords(language: Language, { changed, kept }: TextsWritten, own: string[]): string {
  const count = changed.length === 1 ? 'One setting is' : `${changed.length} settings are`;
  return `${count} in ${language.english} now.${ownWords([...own, ...kept])}`;
}

function ownWords(names: string[]): string {
  if (!names.length) return '';
  return ` ${names.length} kept, with your own words: ${names.join(', ')}.`;
}
