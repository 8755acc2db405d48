/** The last step: the texts that Meta has to approve, for people who have not written for 24 hours. */
import { hasRewards } from '../../../program/rewards/terms';
import type { TemplateKind, TemplateStanding } from '../../wire';
import { Button } from '../components/button';
import { Findings } from '../components/findings';
import { Failure } from '../components/status';
import { Step, standingOf } from '../components/step';
import { languageOf } from '../languages/languages';
import { templateFinding } from '../shared/account-findings';
import { settingsOf } from '../shared/client';
import { server } from '../shared/server';
import { useCall } from '../shared/use-call';
import type { Dialog } from './dialog';
import { HandIn } from './hand-in';

const TITLES: Record<TemplateKind, { used: string; waits: string }> = {
  notice: { used: 'The notice template', waits: 'A notice template, handed in' },
  reward: { used: 'The reward template', waits: 'A reward template, handed in' },
};

export function TemplateStep({ dialog, number }: { dialog: Dialog; number: number }) {
  if (!dialog.choice.templates) return null;
  if (!dialog.progress.connected) {
    return (
      <Step number={number} title="Notices after 24 hours" standing="later">
        {null}
      </Step>
    );
  }
  return <Templates dialog={dialog} number={number} />;
}

function Templates({ dialog: { state, learn }, number }: { dialog: Dialog; number: number }) {
  const { value, error, again } = useCall(ask);
  const standing = value ?? [];
  const kinds: TemplateKind[] = hasRewards(settingsOf(state).terms)
    ? ['notice', 'reward']
    : ['notice'];
  const findings = standing.map(templateFinding);
  const looks = standing.length ? standingOf(findings.map(({ result }) => result)) : 'open';
  const { templates } = languageOf(state.settings);
  const look = async () => {
    await again();
    const { settings } = await server.state();
    learn({ settings });
  };
  return (
    <Step number={number} title="Notices after 24 hours" standing={looks}>
      <p>
        To somebody who has not written for 24 hours WhatsApp carries only a text that Meta has
        approved: a template. Without one, notices wait until the inviter writes again; nothing is
        lost.
      </p>
      {error ? <Failure error={error} again={again} /> : null}
      <Findings
        heading="h3"
        lines={standing.map((one, index) => ({
          title: TITLES[one.kind][one.used ? 'used' : 'waits'],
          finding: findings[index] ?? null,
        }))}
      />
      {standing.length > 0 && (
        <Button look="link" work={look}>
          Look again
        </Button>
      )}
      {value &&
        kinds.map((kind) => (
          <HandIn
            key={`${kind} ${templates.language}`}
            kind={kind}
            language={templates.language}
            suggested={templates[kind]}
            open={kind === 'notice' && !hasGood(standing, kind)}
            done={again}
          />
        ))}
    </Step>
  );
}

async function ask(): Promise<TemplateStanding[]> {
  return (await server.templates()) ?? [];
}

/** One is in use, or waits. */
function hasGood(standing: TemplateStanding[], kind: TemplateKind): boolean {
  return standing.some((one) => one.kind === kind && templateFinding(one).result !== 'fail');
}
