/** The dialog *Connect…*: steps in their order, each with its own proof; it can be left and taken up again. */
import type { State } from '../wire';
import { LanguageChoice } from './components/language-choice';
import { LinksChoice } from './components/links-choice';
import { Page } from './components/page';
import { Problems } from './components/problems';
import { Failure, Loading } from './components/status';
import { type Standing, Step } from './components/step';
import { ArrivalStep } from './connect/arrival';
import { BotFriend } from './connect/bot';
import { useDialog } from './connect/dialog';
import { FriendLink } from './connect/friend';
import { GoogleStep } from './connect/google';
import { ProviderChoices } from './connect/provider';
import { TemplateStep } from './connect/templates';
import { TestMessage } from './connect/test-message';
import { ProviderValues } from './connect/values';
import { Webhook } from './connect/webhook';
import { server } from './shared/server';
import { useCall } from './shared/use-call';

export function Connect() {
  const { value: state, error, again } = useCall(firstState);
  return (
    <Page title="Connect WhatsApp or Telegram" ready={!!state || !!error}>
      {state && <Steps first={state} />}
      {!state && (error ? <Failure error={error} again={again} /> : <Loading lines={6} />)}
    </Page>
  );
}

/** In a new spreadsheet there are no tabs yet, in a copy of one no key and no trigger: set-up makes them. */
async function firstState(): Promise<State> {
  const tabs = await server.tabs();
  if (Object.values(tabs).some((tab) => tab === null)) return server.setUp();
  const state = await server.state();
  return state.ready ? state : server.setUp();
}

function Steps({ first }: { first: State }) {
  const dialog = useDialog(first);
  const { choice, state, progress } = dialog;
  const { connected, registered, tested, phone } = progress;
  const own: Standing = connected ? 'done' : 'open';
  const next = (done: unknown): Standing => (!connected ? 'later' : done ? 'done' : 'open');
  return (
    <>
      {state.unpaid && <Problems problems={[{ ...state.unpaid, count: 1 }]} />}
      <Problems problems={state.problems} />
      <LanguageChoice settings={state.settings} learn={dialog.learn} />
      <LinksChoice state={state} learn={dialog.learn} />
      <ol class="steps">
        <GoogleStep dialog={dialog} />
        <Step number={2} title="Choose your provider" standing={own}>
          <ProviderChoices dialog={dialog} />
        </Step>
        <Step number={3} title="Enter what the provider gave you" standing={own}>
          <ProviderValues key={choice.id} dialog={dialog} />
        </Step>
        <Step number={4} title="Let messages arrive" standing={next(registered)}>
          <Webhook dialog={dialog} />
        </Step>
        <ArrivalStep dialog={dialog} open={!!registered} />
        {choice.id === 'telegram' ? (
          <Step number={6} title="A friend can try it now" standing={next(false)}>
            <BotFriend state={state} />
          </Step>
        ) : (
          <>
            <Step number={6} title="Send yourself a message" standing={next(tested)}>
              <TestMessage dialog={dialog} />
            </Step>
            <Step number={7} title="A friend can try it now" standing={tested ? 'open' : 'later'}>
              {phone && <FriendLink key={phone} state={state} phone={phone} />}
            </Step>
            <TemplateStep dialog={dialog} number={8} />
          </>
        )}
      </ol>
    </>
  );
}
