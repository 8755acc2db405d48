/** What the playground keeps on the disk: one file, so that script and provider never disagree. */
import type { SavedState } from '../apps-script';
import type { MetaState } from '../whatsapp/meta';
import type { Happening, PersonalMessage, Weather } from './view';

export interface Saved {
  script: SavedState;
  provider: MetaState;
  happenings: Happening[];
  personal: PersonalMessage[];
  weather: Weather;
  twice: boolean;
}
