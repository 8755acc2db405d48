/** Who somebody is to WhatsApp, in words. */
import type { Person } from '../../view';
import { readablePhone } from '../format';

/** The number, or the username of somebody who keeps the number to themselves. */
export function describe({ phone, username, showsPhone }: Person): string {
  if (showsPhone && phone) return readablePhone(phone);
  return username ? `@${username}, number not shown` : 'Number not shown';
}
