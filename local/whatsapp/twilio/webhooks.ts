/** Builders of Twilio's webhooks: forms about a message that came in, or about the status of one of ours. */
import type { Posting } from '../webhook-queue';

export const FORM = 'application/x-www-form-urlencoded';

/** The account's side of a webhook. */
export interface Ours {
  accountSid: string;
  /** Digits. */
  number: string;
  /** Whether `ExternalUserId` comes as `whatsapp:US.…`: both forms have been seen. */
  idsWithChannel?: boolean;
}

/** A message that somebody wrote; more fields (`ButtonPayload`, `MediaContentType0`…) as Twilio names them. */
export function inboundForm(
  ours: Ours,
  message: {
    sid: string;
    /** Digits; left out for people who hide their number. */
    phone?: string;
    userId: string;
    name: string;
    type: string;
    body: string;
    more?: Record<string, string>;
  },
): Posting {
  const { sid, phone, userId, name, type, body, more = {} } = message;
  return posting({
    SmsMessageSid: sid,
    NumMedia: more.MediaContentType0 ? '1' : '0',
    ProfileName: name,
    MessageType: type,
    SmsSid: sid,
    ...(phone ? { WaId: phone } : {}),
    ExternalUserId: ours.idsWithChannel ? `whatsapp:${userId}` : userId,
    SmsStatus: 'received',
    Body: body,
    To: `whatsapp:+${ours.number}`,
    NumSegments: '1',
    ReferralNumMedia: '0',
    MessageSid: sid,
    AccountSid: ours.accountSid,
    From: phone ? `whatsapp:+${phone}` : `whatsapp:${userId}`,
    ApiVersion: '2010-04-01',
    ...more,
  });
}

/** How a message of ours fared, posted to its own status callback. */
export function statusForm(
  ours: Ours,
  status: { url: string; sid: string; to: string; status: string; errorCode?: number },
): Posting {
  const { url, sid, to, errorCode } = status;
  return {
    url,
    ...posting({
      ChannelPrefix: 'whatsapp',
      ApiVersion: '2010-04-01',
      MessageStatus: status.status,
      SmsSid: sid,
      SmsStatus: status.status,
      ...(errorCode === undefined ? {} : { ErrorCode: String(errorCode) }),
      To: to,
      From: `whatsapp:+${ours.number}`,
      MessageSid: sid,
      AccountSid: ours.accountSid,
    }),
  };
}

function posting(form: Record<string, string>): Posting {
  return { body: new URLSearchParams(form).toString(), contentType: FORM };
}
