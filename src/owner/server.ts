/**
 * The owner's part of the server: set-up, what the pages call, notices by hand. It is bundled into a file of its own
 * (see `load.ts`), so that no client's message has to wait for it to be loaded.
 */

export { answerLateNow } from '../webhook/answer-late';
export { sendWaitingNow } from '../webhook/send-waiting';
export { callForPage } from './api';
export { setUp } from './set-up';
