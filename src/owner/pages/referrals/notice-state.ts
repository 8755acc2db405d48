/** What a *Notice* cell means, in few words. */
import { isSent } from '../../../program/notice';

interface NoticeState {
  text: string;
  kind: 'good' | 'waiting' | 'bad' | '';
}

/** Whether the inviter was told. */
export function noticeState(plain: string): NoticeState {
  if (isSent(plain)) return { text: 'inviter told', kind: 'good' };
  if (plain.startsWith('waits for ')) {
    return { text: 'notice waits for the inviter to write', kind: 'waiting' };
  }
  if (plain.startsWith('not yet: ')) return { text: plain, kind: 'waiting' };
  if (plain.startsWith('not sent: ')) return { text: plain, kind: 'bad' };
  return { text: plain, kind: '' };
}
