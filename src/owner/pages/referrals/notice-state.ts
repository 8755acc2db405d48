/** What a *Notice* cell means, in few words. */

interface NoticeState {
  text: string;
  kind: 'good' | 'waiting' | 'bad' | '';
}

/** Whether the inviter was told; the program's own marks are left out. */
export function noticeState(notice: string): NoticeState {
  const plain = notice.replace(/ #[\w.]+$/, '');
  if (plain.startsWith('sent ')) return { text: 'inviter told', kind: 'good' };
  if (plain.startsWith('waits for ')) {
    return { text: 'notice waits for the inviter to write', kind: 'waiting' };
  }
  if (plain.startsWith('not yet: ')) return { text: plain, kind: 'waiting' };
  if (plain.startsWith('not sent: ')) return { text: plain, kind: 'bad' };
  return { text: plain, kind: '' };
}
