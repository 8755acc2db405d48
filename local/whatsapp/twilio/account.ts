/** The Twilio account behind the stand-in. */

export interface TwilioAccount {
  now: () => number;
  /** AC… */
  accountSid: string;
  authToken: string;
  /** The WhatsApp sender, digits. */
  number: string;
  /** MG…: the Messaging Service that the sender belongs to. */
  messagingServiceSid: string;
  contents: TwilioContent[];
  /** So long after it was asked for WhatsApp approves a template, in milliseconds; missing: when a test says so. */
  approvesAfter?: number;
  /** Whether `ExternalUserId` comes as `whatsapp:US.…`. */
  idsWithChannel?: boolean;
  /** Set for Twilio's sandbox: nobody is reached who has not sent this message. */
  sandboxJoin?: string;
}

/** A content template of the account. */
export interface TwilioContent {
  sid: string;
  type: 'twilio/text' | 'twilio/call-to-action' | 'twilio/quick-reply';
  /** With its `{{1}}`. */
  body: string;
  /** Buttons that open a link have a url, the others an id. */
  actions: { title: string; url?: string; id?: string }[];
  /** The values that stand in for what a message does not give. */
  variables: Record<string, string>;
  /** As it was made with: Meta's code of the language. */
  language?: string;
  /** What has become of the request to approve it; missing where there was none. */
  approval?: {
    name: string;
    category: string;
    status: string;
    rejection_reason: string;
    /** Milliseconds. */
    since: number;
  };
  /** Whether WhatsApp approved it: only then it goes outside the 24-hour window. */
  approved: boolean;
  /** Why WhatsApp does not take it, approved or not: 63041 when it is paused, 63042 when it is disabled. */
  failsWith?: number;
}

/** An SID of that kind with that number. */
export function sidOf(kind: 'AC' | 'HX' | 'MG' | 'SM', number: number): string {
  return `${kind}${number.toString(16).padStart(32, kind === 'SM' ? '5' : '0')}`;
}
