/** The checks of *Check set-up*, in their order: how each is made, and what its outcome means. */
import { accountChecks } from './account-checks';
import type { Check } from './check';
import { columnsCheck } from './columns-check';
import { databaseCheck } from './database-check';
import { googleChecks } from './google-checks';
import { mailCheck } from './mail-check';
import { numbersCheck } from './numbers-check';
import { proofCheck } from './proof-check';
import { rewardsCheck } from './rewards-check';
import { sentCheck } from './sent-check';
import { sheetChecks } from './sheet-checks';
import { webAppChecks } from './web-app-checks';

export function allChecks(): Check[] {
  const { first, last } = webAppChecks();
  const sheet = [...sheetChecks(), columnsCheck(), rewardsCheck(), numbersCheck(), databaseCheck()];
  return [
    ...sheet,
    ...first,
    ...accountChecks(),
    sentCheck(),
    ...googleChecks(),
    mailCheck(),
    ...last,
    proofCheck(),
  ];
}
