/** The fifth step: one real message comes in, once, and its answer arrives. Nothing else proves that it works. */
import { useEffect, useRef } from 'preact/hooks';
import { isTelegram, type Settings } from '../../../program/settings';
import type { Proofs } from '../../wire';
import { Button, OpenLink } from '../components/button';
import { Findings } from '../components/findings';
import { Failure } from '../components/status';
import { Step, standingOf } from '../components/step';
import { settingsOf } from '../shared/client';
import type { Finding } from '../shared/findings';
import { arrivalFindings, TITLES } from './arrival-findings';
import type { Dialog } from './dialog';
import { NothingCame } from './nothing-came';
import { useArrivals } from './use-arrivals';

/** @param open whether its turn has come: the first time, the watching starts */
export function ArrivalStep({ dialog, open }: { dialog: Dialog; open: boolean }) {
  const { came, late, watching, error, watch } = useArrivals(dialog);
  const { state } = dialog;
  const { proofs, progress } = state;
  const begun = useRef(false);
  const waits = open && !!progress.registered && !proofs.message;
  useEffect(() => {
    if (!waits || begun.current) return;
    begun.current = true;
    void watch();
  }, [waits, watch]);
  const findings = came?.newest ? arrivalFindings(came) : known(proofs);
  const standing = standingOf(findings.map((finding) => finding?.result));
  const to = destination(settingsOf(state));
  return (
    <Step number={5} title="Let one real message come in" standing={open ? standing : 'later'}>
      <p>
        Write anything, for example “Link”, to {to.name} from your own phone. Only this proves that{' '}
        {to.messenger} reaches your sheet; a test that the sheet sends does not.
      </p>
      <Findings
        heading="h3"
        lines={TITLES.map((title, index) => ({
          title,
          finding: findings[index] ?? null,
          running: watching,
        }))}
      />
      <div role="status">{late && <NothingCame dialog={dialog} />}</div>
      {error ? <Failure error={error} /> : null}
      <div class="buttons">
        <Button work={() => void watch()}>Watch for it</Button>
        <OpenLink href={to.link}>{to.open}</OpenLink>
      </div>
    </Step>
  );
}

/** Where the owner writes to. */
function destination(settings: Settings) {
  const { businessNumber, telegramBot } = settings;
  return isTelegram(settings)
    ? {
        messenger: 'Telegram',
        name: `@${telegramBot}`,
        link: `https://t.me/${telegramBot}`,
        open: 'Open Telegram',
      }
    : {
        messenger: 'WhatsApp',
        name: `+${businessNumber}`,
        link: `https://wa.me/${businessNumber}?text=Link`,
        open: 'Open WhatsApp',
      };
}

/** What was found before this window was opened. */
function known({ message, once, answer }: Proofs): (Finding | null)[] {
  return [message, once, answer].map((proof) => proof ?? null);
}
