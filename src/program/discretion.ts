/**
 * Whom the clients are told about. Anybody can write that some number recommended them: were the answer to name its
 * owner, or to differ for numbers that are not in the base, it would tell who is a client.
 */
import { isAsked } from './asking';
import type { Facts } from './facts';
import { invitationWordings } from './intent';
import type { Invitation } from './invitation';
import type { Settings, TextKey } from './settings';

/** Whether the answer to this invitation may tell of the inviter: a code cannot be guessed, a number can. */
export function mayTell(invitation: Invitation, { sayInviter }: Settings): boolean {
  return sayInviter || invitation.kind === 'code';
}

/**
 * Whether *Who invited me* tells anybody: by the owner's wish, or because every invitation out there holds a code. A
 * row does not say how its inviter was named, so where numbers count too, nobody is told.
 */
export function tellsInviters(settings: Settings): boolean {
  return (
    settings.sayInviter ||
    invitationWordings(settings).every((wording) => !wording.includes('{phone}'))
  );
}

/**
 * The text that answers an invitation of which nothing may be told. It goes by what the sender knows anyway: whether
 * they have written before.
 */
export function discreetText({ clock, sender }: Facts, { onlyNewClients }: Settings): TextKey {
  if (!sender || isAsked(sender, clock)) return 'welcome';
  return onlyNewClients ? 'onlyNew' : 'welcomeBack';
}
