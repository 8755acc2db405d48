/**
 * What the owner's pages may ask of the script, and in which shape it answers. Types only, shared by both sides:
 * numbers, strings, booleans, null, plain objects and lists cross `google.script.run`; times are milliseconds.
 */

import type { AccountApi } from './wire-account';
import type { ChecksApi } from './wire-checks';
import type { ClientsApi } from './wire-clients';
import type { DatabaseApi } from './wire-database';
import type { LiveApi } from './wire-live';
import type { RewardsApi } from './wire-rewards';
import type { StateApi } from './wire-state';

export type { Reward } from '../program/rewards/model';
export type { Meant, Verdict } from '../program/rewards/verdict';
export type {
  Access,
  Account,
  Hindrance,
  TemplateKind,
  TemplateStanding,
  Values,
} from '../whatsapp/set-up';
export type * from './wire-account';
export type * from './wire-checks';
export type * from './wire-clients';
export type * from './wire-database';
export type * from './wire-live';
export type * from './wire-rewards';
export type * from './wire-state';

/** The pages that open as dialogs. */
export type DialogName =
  | 'go-live'
  | 'make-link'
  | 'add-referral'
  | 'import-people'
  | 'note-purchase'
  | 'poster'
  | 'connect'
  | 'connect-database'
  | 'texts'
  | 'check-set-up';

/** The pages: the sidebar, at either of its views, and the dialogs. */
export type PageName = 'referrals' | 'rewards' | DialogName;

/** Errors that a page recognises: the lock was not to be had, the window's pass is none any more, the provider said no. */
export type ErrorCode = 'busy' | 'noPass' | 'refused';

/**
 * What `ownerCall` answers. Of an error that is thrown Google hands the page a name of its own and the message, no
 * code: one that has a code is answered instead.
 */
export type Answer<T> = { value: T } | { error: { code: ErrorCode; text: string } };

/** Everything that a page may call; `ownerCall` refuses any other name. Its answer is an {@link Answer}. */
export interface OwnerApi
  extends ClientsApi,
    RewardsApi,
    AccountApi,
    StateApi,
    LiveApi,
    ChecksApi,
    DatabaseApi {
  /** Selects the Problems tab. */
  showProblems(): null;
  openDialog(name: DialogName): null;
}
