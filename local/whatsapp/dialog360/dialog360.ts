/** 360dialog, played locally: Meta's Cloud API behind its own address, header and refusals. */

import type { MetaBusiness } from '../meta/business';
import type { DeliveryModes, Webhook } from '../meta/delivery';
import { jsonAnswer } from '../meta/errors';
import { MetaStandIn } from '../meta/meta';
import { health } from '../meta/number';
import type { MetaOptions, MetaState } from '../meta/state';
import { reviewTemplates, templateEntry } from '../meta/template';
import { type Weather, weathered } from '../meta/weather';
import { outboundRecord } from '../outbound';
import { header, type OutsideAnswer, type OutsideRequest } from '../outside';
import { signInPage } from '../sign-in';
import type {
  Bubble,
  Delivery,
  NewPerson,
  OutboundRecord,
  PersonOnPhone,
  ProviderStandIn,
  Writing,
} from '../standin';

const ADDRESS = 'https://waba-v2.360dialog.io/';
const KEPT_REQUESTS = 500;

export type Dialog360Options = Omit<
  MetaOptions,
  'state' | 'token' | 'subscribed' | 'published' | 'fieldSubscribed'
> & {
  /** The API key of the number. */
  key?: string;
  state?: Dialog360State;
};

interface Dialog360State {
  meta: MetaState;
  outbound: OutboundRecord[];
  /** The address set with `/v1/configs/webhook`. */
  webhookUrl?: string;
}

export class Dialog360StandIn implements ProviderStandIn {
  readonly name = '360dialog';
  /** What happens to requests on their way; a function decides for each. */
  weather: Weather | ((request: OutsideRequest) => Weather) = 'fine';
  readonly outbound: OutboundRecord[];
  readonly key: string;
  /** Meta behind it. */
  readonly meta: MetaStandIn;
  private readonly now: () => number;
  private webhookUrl: string | undefined;

  constructor({ key = 'local360key_AK', deliver, state, ...business }: Dialog360Options) {
    this.key = key;
    this.now = business.now;
    this.outbound = structuredClone(state?.outbound ?? []);
    this.webhookUrl = state?.webhookUrl;
    const post = (webhook: Webhook) =>
      signInPage(this.webhookUrl) ??
      deliver(this.webhookUrl ? { ...webhook, url: this.webhookUrl } : webhook);
    this.meta = new MetaStandIn({
      ...business,
      deliver: post,
      ...(state ? { state: state.meta } : {}),
    });
  }

  handles(url: string): boolean {
    return url.startsWith(ADDRESS);
  }

  answer(request: OutsideRequest): OutsideAnswer {
    const weather = typeof this.weather === 'function' ? this.weather(request) : this.weather;
    const answer =
      weather === 'tokenRejected'
        ? refusal(401, 'Invalid api_key or token expired')
        : weathered(weather, () => this.route(request), 'A360');
    this.outbound.push(outboundRecord(this.now(), request, answer));
    return answer;
  }

  get delivery(): DeliveryModes {
    return this.meta.delivery;
  }

  people(): PersonOnPhone[] {
    return this.meta.people();
  }

  addPerson(person: NewPerson): PersonOnPhone {
    return this.meta.addPerson(person);
  }

  chat(person: string): Bubble[] {
    return this.meta.chat(person);
  }

  write(person: string, writing: Writing): Delivery[] {
    return this.meta.write(person, writing);
  }

  /** The owner writes in the WhatsApp Business app. */
  writeInApp(person: string, text: string): Delivery[] {
    return this.meta.writeInApp(person, text);
  }

  openChat(person: string, open = true): void {
    this.meta.openChat(person, open);
  }

  /** The person presses *Stop* or *Resume* for marketing messages, in WhatsApp itself. */
  prefer(person: string, value: 'stop' | 'resume'): Delivery[] {
    return this.meta.prefer(person, value);
  }

  changeNumber(person: string, phone: string): Delivery[] {
    return this.meta.changeNumber(person, phone);
  }

  pump(): Delivery[] {
    return this.meta.pump();
  }

  flush(): Delivery[] {
    return this.meta.flush();
  }

  nextDueAt(): number | undefined {
    return this.meta.nextDueAt();
  }

  save(): Dialog360State {
    return {
      meta: this.meta.save(),
      outbound: structuredClone(this.outbound.slice(-KEPT_REQUESTS)),
      ...(this.webhookUrl ? { webhookUrl: this.webhookUrl } : {}),
    };
  }

  private route(request: OutsideRequest): OutsideAnswer {
    if (header(request, 'd360-api-key') !== this.key) {
      return refusal(401, 'Invalid api_key or token expired');
    }
    const path = request.url.slice(ADDRESS.length);
    const route = `${request.method.toUpperCase()} ${path}`;
    if (route === 'POST messages') return this.forward(request, 'messages');
    if (route === 'POST v1/configs/templates') return this.forward(request, 'templates');
    if (/^GET v1\/configs\/templates(\?(limit|offset|sort)=[^&]*)*$/.test(route)) {
      return this.listTemplates();
    }
    if (route === 'GET health_status') return jsonAnswer({ health_status: health(this.business) });
    if (route === 'POST v1/configs/webhook') return this.setWebhook(request.body);
    if (route === 'GET v1/configs/webhook') return jsonAnswer({ url: this.webhookUrl ?? '' });
    return refusal(403, `This URL /${path} is blocked.`);
  }

  private get business(): MetaBusiness {
    return this.meta.business;
  }

  /** Their states are in small letters here, and stand in a list of another name. */
  private listTemplates(): OutsideAnswer {
    reviewTemplates(this.business);
    const waba_templates = this.business.templates.map((template, index) => ({
      ...templateEntry(template, index),
      namespace: '4e8c3b5e_1b0f_4a3c_9b43_2f6e0d0b7f10',
      status: template.status.toLowerCase(),
      rejected_reason: template.rejectedReason ?? 'NONE',
    }));
    const count = waba_templates.length;
    return jsonAnswer({ count, filters: {}, limit: 1000, offset: 0, total: count, waba_templates });
  }

  private forward(request: OutsideRequest, to: 'messages' | 'templates'): OutsideAnswer {
    const { phoneNumberId, wabaId, token, graphVersions } = this.business;
    const version = graphVersions[graphVersions.length - 1];
    const path = to === 'messages' ? `${phoneNumberId}/messages` : `${wabaId}/message_templates`;
    return this.meta.answer({
      ...request,
      url: `https://graph.facebook.com/${version}/${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': header(request, 'content-type'),
      },
    });
  }

  private setWebhook(body: string): OutsideAnswer {
    let url: unknown;
    try {
      url = JSON.parse(body).url;
    } catch {
      return refusal(400, 'The request body is not valid JSON.');
    }
    if (typeof url !== 'string' || !/^https:\/\/\S+$/.test(url)) {
      return refusal(400, 'url must be an https address.');
    }
    this.webhookUrl = url;
    return jsonAnswer({ url });
  }
}

/** A refusal of 360dialog's own. */
function refusal(status: number, message: string): OutsideAnswer {
  const meta = { success: false, http_code: status, developer_message: message };
  return jsonAnswer({ meta }, status);
}
