/** The dialog *Texts…*: each text on a phone while it is written, and the whole story to click through. */
import { useState } from 'preact/hooks';
import { CATALOGUE } from '../../program/catalogue';
import { hasRewards } from '../../program/rewards/terms';
import { readSettings, type Settings } from '../../program/settings';
import type { State } from '../wire';
import { LanguageChoice } from './components/language-choice';
import { Page } from './components/page';
import { Failure, Loading } from './components/status';
import { languageOf } from './languages/languages';
import { server } from './shared/server';
import { useCall } from './shared/use-call';
import { Chat } from './texts/chat';
import { type Drafts, nameOf, SHOWN, textKeyOf, titleOf, useDrafts } from './texts/drafts';
import { Editor } from './texts/editor';
import { Save } from './texts/save';
import { single } from './texts/single';
import { story } from './texts/story';

export function Texts() {
  const { value: state, error, again } = useCall(firstState);
  return (
    <Page title="Texts" ready={!!state || !!error}>
      {state && <Desk first={state} />}
      {!state && (error ? <Failure error={error} again={again} /> : <Loading lines={6} />)}
    </Page>
  );
}

/** A sheet that is older than a text gets its row: a text without one could not be saved. */
async function firstState(): Promise<State> {
  const state = await server.state();
  return SHOWN.every(({ name }) => state.settings[name] !== undefined) ? state : server.setUp();
}

function Desk({ first }: { first: State }) {
  const [state, learn] = useState(first);
  const drafts = useDrafts(state);
  const { settings, example } = shownSettings(drafts, state);
  const scenes = story(settings, state.now);
  const [{ name, at }, look] = useState<{ name: string; at: number | null }>({
    name: nameOf('link'),
    at: 0,
  });
  const choose = (chosen: string) => {
    const found = scenes.findIndex(({ keys }) => keys.some((key) => nameOf(key) === chosen));
    look({ name: chosen, at: chosen === 'Invitation' ? 2 : found < 0 ? null : found });
  };
  const go = (to: number) => {
    const [key] = scenes[to]?.keys ?? [];
    look({ name: key ? nameOf(key) : name, at: to });
  };
  const alone = single(textKeyOf(name) ?? 'help', name, settings);
  return (
    <>
      <LanguageChoice settings={state.settings} learn={learn} />
      <div class="desk">
        <div>
          <label for="which">Which text</label>
          <select
            id="which"
            value={name}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            {SHOWN.map((one) => (
              <option key={one.key} value={one.name}>
                {titleOf(one.name)}
                {drafts.changes[one.name] ? ' •' : ''}
              </option>
            ))}
          </select>
          <Editor key={name} name={name} language={languageOf(state.settings)} drafts={drafts} />
          <Save drafts={drafts} learn={learn} choose={choose} />
        </div>
        <Chat scenes={scenes} alone={alone} at={at} go={go} choose={choose} example={example} />
      </div>
    </>
  );
}

/** The settings with what has been typed; where nothing is promised yet, with an example of it. */
function shownSettings(
  { values }: Drafts,
  { headings }: State,
): { settings: Settings; example: boolean } {
  const { settings } = readSettings(values, CATALOGUE, headings);
  if (hasRewards(settings.terms)) return { settings, example: false };
  const terms = { ...settings.terms, countsWhen: 'bought' as const };
  return {
    settings: { ...settings, terms: { ...terms, friendGets: '10 %', inviterGets: '☕' } },
    example: true,
  };
}
