/** Whether a menu and a trigger reach a function whose name ends in `_`: that it ran is the answer. */
import type { Claim } from '../case';

/** An answer that a function leaves by being called. */
interface Mark extends Claim {
  in: 'menu' | 'trigger';
}

export const RAN = 'it ran';
export const NEVER_RAN = 'it never ran';

const MEANS =
  'Functions that pages must not call, and that a menu or a trigger must, need a name without _ and a guard of their own.';

export const FROM_MENU: Mark = {
  name: 'a menu item reaches a function whose name ends in _',
  in: 'menu',
  ...{ expected: RAN, sure: 'measured by others', means: MEANS, settles: 'menusCallUnderscored' },
};

export const FROM_TRIGGER: Mark = {
  name: 'a time trigger reaches a function whose name ends in _',
  in: 'trigger',
  ...{
    expected: RAN,
    sure: 'measured by others',
    means: MEANS,
    settles: 'triggersCallUnderscored',
  },
};
