/** The owner's pages: all are pushed as one file, which shows the page that the script asks for. */
import { type FunctionComponent, render } from 'preact';
import type { PageName } from '../wire';
import { CheckSetUp } from './check-set-up';
import { main } from './components/page';
import { Connect } from './connect';
import { ImportPeople } from './import-people';
import { MakeLink } from './make-link';
import { Referrals } from './referrals';

const PAGES: Record<PageName, FunctionComponent> = {
  referrals: Referrals,
  'make-link': MakeLink,
  'import-people': ImportPeople,
  connect: Connect,
  'check-set-up': CheckSetUp,
};

const Page = PAGES[main().dataset.page as PageName];
render(<Page />, main());
