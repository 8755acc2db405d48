/** The owner's pages: all are pushed as one file, which shows the page that the script asks for. */
import type { PageName } from '../wire';
import { start as checkSetUp } from './check-set-up';
import { start as connect } from './connect';
import { start as makeLink } from './make-link';
import { start as referrals } from './referrals';
import { page } from './shared/dom';

const PAGES: Record<PageName, () => Promise<void>> = {
  referrals,
  'make-link': makeLink,
  connect,
  'check-set-up': checkSetUp,
};

void PAGES[page().dataset.page as PageName]();
