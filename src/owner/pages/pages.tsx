/** The owner's pages: all are pushed as one file, which shows the page that the script asks for. */
import { type FunctionComponent, render } from 'preact';
import type { PageName } from '../wire';
import { AddReferral } from './add-referral';
import { CheckSetUp } from './check-set-up';
import { main, shownPage } from './components/page';
import { Connect } from './connect';
import { ConnectDatabase } from './connect-database';
import { GoLive } from './go-live';
import { ImportPeople } from './import-people';
import { MakeLink } from './make-link';
import { NotePurchase } from './note-purchase';
import { Poster } from './poster';
import { Referrals } from './referrals';
import { Texts } from './texts';

const PAGES: Record<PageName, FunctionComponent> = {
  referrals: Referrals,
  rewards: Referrals,
  'go-live': GoLive,
  'make-link': MakeLink,
  'add-referral': AddReferral,
  'import-people': ImportPeople,
  'note-purchase': NotePurchase,
  poster: Poster,
  connect: Connect,
  'connect-database': ConnectDatabase,
  texts: Texts,
  'check-set-up': CheckSetUp,
};

const Page = PAGES[shownPage()];
render(<Page />, main());
