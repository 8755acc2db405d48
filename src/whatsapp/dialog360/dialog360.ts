/** 360dialog: Meta's Cloud API behind another address, another header, and errors of its own. */
import type { Reason } from '../../program/model';
import { httpReason } from '../http-reason';
import { object, parseObject, string } from '../json';
import { metaProvider } from '../meta/meta';
import type { HttpAnswer, HttpRequest, Provider } from '../provider';

interface Dialog360Account {
  /** Meta's id of the number: the webhooks are Meta's. */
  phoneNumberId: string;
  key: string;
}

/** The channel of one phone number at 360dialog. */
export function dialog360Provider({ phoneNumberId, key }: Dialog360Account): Provider {
  const meta = metaProvider({ phoneNumberId, graphVersion: '', token: '' });
  const redirected = (request: HttpRequest): HttpRequest => ({
    ...request,
    url: 'https://waba-v2.360dialog.io/messages',
    headers: { 'D360-API-KEY': key },
  });
  return {
    ...meta,
    write: (message) => redirected(meta.write(message)),
    seen: (messageKey, typing) => {
      const request = meta.seen(messageKey, typing);
      return request && redirected(request);
    },
    judge: (answer) => {
      const reason = ownReason(answer);
      return reason ? { accepted: false, reason } : meta.judge(answer);
    },
  };
}

const PAY =
  'Pay what is open in the 360dialog Hub, under Billing; or ask the partner who bills you.';

/**
 * 360dialog's own refusals stand in `meta`; Meta's, in `error`. Those with 400 are a rate, or an account that is
 * disabled or has not paid.
 */
function ownReason({ status, body }: HttpAnswer): Reason | null {
  const { error, meta } = parseObject(body);
  if (error || status < 400) return null;
  const own = object(meta);
  const said = string(own.developer_message ?? own.developerMessage);
  const reason = httpReason('360dialog', status, said);
  if (status === 400 && said) reason.meaning = /exceeded/.test(said) ? 'later' : 'broken';
  return /payment|invoice/i.test(said) ? { ...reason, toDo: PAY, unpaid: true } : reason;
}
