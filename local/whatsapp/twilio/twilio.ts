/** Twilio, played locally: its APIs with their checks, the phones behind them, and its webhooks. */
import type { Weather } from '../meta/weather';
import { header, type OutsideAnswer, type OutsideRequest } from '../outside';
import {
  pressed,
  rewrite,
  type SingleEventOptions,
  SingleEventStandIn,
  type SingleEventState,
} from '../single-event';
import type { Bubble, Delivery, PersonOnPhone, Writing } from '../standin';
import { underWeather } from '../weather';
import { sidOf, type TwilioAccount } from './account';
import { approvalEntry, contentEntry, readContent, requestApproval } from './content';
import { TwilioError, twilioAnswer, twilioRefusal } from './errors';
import { type Sent, TwilioSending } from './sending';
import { inboundForm } from './webhooks';

/** The account and the world around it. */
export type TwilioOptions = SingleEventOptions &
  Partial<TwilioAccount> & {
    /** What `save()` gave. */
    state?: TwilioState;
  };

interface TwilioState extends SingleEventState {
  contents: TwilioAccount['contents'];
  sent: Sent;
  /** The keys of those who joined the sandbox. */
  joined: string[];
}

/** Kinds of writing that Twilio passes on, by its `MessageType`; it keeps the others to itself. */
const TYPES: Partial<Record<NonNullable<Writing['kind']>, [type: string, media?: string]>> = {
  image: ['image', 'image/jpeg'],
  audio: ['audio', 'audio/ogg'],
  video: ['video', 'video/mp4'],
  document: ['document', 'application/pdf'],
  sticker: ['sticker', 'image/webp'],
  location: ['location'],
  contacts: ['contacts', 'text/vcard'],
  reaction: ['reaction'],
};

export class TwilioStandIn extends SingleEventStandIn {
  readonly name = 'twilio';
  readonly account: TwilioAccount;
  private readonly sending: TwilioSending;
  private readonly joined: string[];

  constructor({ deliver, state, ...account }: TwilioOptions) {
    // Twilio tries once. A redirect is followed, and any other answer is an entry in its own log.
    super({ now: account.now, deliver }, () => undefined, state);
    this.account = {
      accountSid: sidOf('AC', 1),
      authToken: 'f00dlocaltoken',
      number: '15550783881',
      messagingServiceSid: sidOf('MG', 1),
      ...account,
      contents: structuredClone(state?.contents ?? account.contents ?? []),
    };
    this.joined = [...(state?.joined ?? [])];
    this.sending = new TwilioSending({
      account: this.account,
      phones: this.phones,
      queue: this.queue,
      joined: this.joined,
      nextSid: () => sidOf('SM', this.nextNumber()),
      sent: structuredClone(state?.sent ?? {}),
    });
  }

  handles(url: string): boolean {
    return /^https:\/\/(api|content)\.twilio\.com\//.test(url);
  }

  /** @throws Error when the person is not there, or cannot do that in this chat */
  write(person: string, writing: Writing): Delivery[] {
    const writer = this.phones.get(person);
    const chat = this.phones.chat(person);
    if (rewrite(chat, writing)) return [];
    const { text = '', kind, buttonId } = writing;
    const sid = sidOf('SM', this.nextNumber());
    const press = buttonId === undefined ? undefined : pressed(chat, buttonId);
    const [type, media] = press ? ['button'] : kind ? (TYPES[kind] ?? []) : ['text'];
    if (!kind && !press && !text) {
      throw new Error('There is no text to write: give a text, a buttonId or a kind.');
    }
    const body = press ? press.button.title : text;
    if (kind !== 'request_welcome') {
      this.shown(writer, sid, { kind: kind ? 'media' : 'text', text: body || `[${kind}]` });
    }
    if (!type || this.staysInSandbox(writer, body)) return [];
    const phone = this.phones.visiblePhone(writer, this.now());
    const more = {
      ...(media ? { MediaContentType0: media, MediaUrl0: `${API}/Media/${sid}` } : {}),
      ...(press
        ? {
            ButtonText: body,
            ButtonPayload: press.button.id,
            OriginalRepliedMessageSid: press.bubble.id,
          }
        : {}),
    };
    const { userId, name } = writer;
    return this.queue.deliverNow(
      inboundForm(this.account, {
        sid,
        userId,
        name,
        type,
        body,
        more,
        ...(phone ? { phone } : {}),
      }),
    );
  }

  save(): TwilioState {
    const own = { sent: this.sending.sent, joined: this.joined, contents: this.account.contents };
    return { ...this.saved(), ...structuredClone(own) };
  }

  protected answerUnder(weather: Weather, request: OutsideRequest): OutsideAnswer {
    return underWeather(
      weather,
      () => this.route(request),
      (refusal) => {
        const codes = { error500: 20500, rateLimited: 20429, tokenRejected: 20003 };
        if (typeof refusal === 'string') return twilioRefusal(new TwilioError(codes[refusal]));
        return twilioRefusal(new TwilioError(refusal.code, undefined, refusal.status));
      },
    );
  }

  protected withoutSecrets(request: OutsideRequest): OutsideRequest {
    return { ...request, body: request.body.replace(/(%3Fkey%3D|%26key%3D)[^&%]+/gi, '$1•••') };
  }

  protected wasRead(bubble: Bubble): void {
    this.sending.tell(bubble, 'read');
  }

  private route(request: OutsideRequest): OutsideAnswer {
    try {
      this.checkAuthorization(request);
      const { pathname, host } = new URL(request.url);
      const route = `${request.method.toUpperCase()} ${host}${pathname}`;
      const own = `api.twilio.com/2010-04-01/Accounts/${this.account.accountSid}`;
      if (route === `POST ${own}/Messages.json`) return this.sending.send(request);
      if (route === `GET ${own}.json`) {
        return twilioAnswer({ sid: this.account.accountSid, status: 'active' }, 200);
      }
      if (route === 'POST content.twilio.com/v1/Content') return this.create(request);
      if (route === 'GET content.twilio.com/v1/Content') return this.listContents();
      const [, sid, whatsapp] =
        /^\/v1\/Content\/(HX[0-9a-f]{32})\/ApprovalRequests(\/whatsapp)?$/.exec(pathname) ?? [];
      if (sid) return this.approval(request, sid, whatsapp !== undefined);
      throw new TwilioError(20404, `The requested resource ${pathname} was not found`);
    } catch (error) {
      if (error instanceof TwilioError) return twilioRefusal(error);
      throw error;
    }
  }

  private checkAuthorization(request: OutsideRequest): void {
    const { accountSid, authToken } = this.account;
    const right = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
    if (header(request, 'authorization') !== `Basic ${right}`) throw new TwilioError(20003);
  }

  private create(request: OutsideRequest): OutsideAnswer {
    if (!/json/.test(header(request, 'content-type'))) {
      throw new TwilioError(20001, 'The Content-Type must be application/json');
    }
    const content = readContent(request.body, this.nextNumber());
    this.account.contents.push(content);
    return twilioAnswer(contentEntry(content, this.account.accountSid), 201);
  }

  private approval(request: OutsideRequest, sid: string, asks: boolean): OutsideAnswer {
    const content = this.account.contents.find((one) => one.sid === sid);
    const isRight = request.method.toUpperCase() === (asks ? 'POST' : 'GET');
    if (!content || !isRight) throw new TwilioError(20404);
    const { approvesAfter } = this.account;
    if (asks) return twilioAnswer(requestApproval(content, request.body, this.now()), 201);
    const age = this.now() - (content.approval?.since ?? this.now());
    if (content.approval?.status === 'received' && age >= (approvesAfter ?? Infinity)) {
      this.review(sid, 'approved');
    }
    const url = `https://content.twilio.com/v1/Content/${sid}/ApprovalRequests`;
    const { accountSid } = this.account;
    const whatsapp = approvalEntry(content);
    return twilioAnswer({ account_sid: accountSid, sid, url, whatsapp }, 200);
  }

  /** WhatsApp has decided about a template. @throws Error when there is none, or nobody asked */
  review(sid: string, status: 'pending' | 'approved' | 'rejected' | 'paused', reason = ''): void {
    const content = this.account.contents.find((one) => one.sid === sid);
    if (!content?.approval) throw new Error(`Nobody asked for the approval of ${sid}`);
    Object.assign(content.approval, { status, rejection_reason: reason });
    content.approved = status === 'approved';
  }

  private listContents(): OutsideAnswer {
    const { contents, accountSid } = this.account;
    const entries = contents.map((content) => contentEntry(content, accountSid));
    return twilioAnswer({ contents: entries, meta: { key: 'contents' } }, 200);
  }

  /** The sandbox keeps the join message to itself, and everything from those who did not send it. */
  private staysInSandbox(person: PersonOnPhone, text: string): boolean {
    const { sandboxJoin } = this.account;
    if (!sandboxJoin) return false;
    if (text.trim().toLowerCase() === sandboxJoin) {
      this.joined.push(person.key);
      return true;
    }
    return !this.joined.includes(person.key);
  }
}

const API = 'https://api.twilio.com/2010-04-01';
