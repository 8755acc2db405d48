/** A shop whose sheet is at the local Google: its owner at the menu and in the script editor, its clients on their phones. */
import type { LocalGoogle } from '../../local/google';
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import type { Posting } from '../../local/whatsapp/webhook-queue';
import type { DialogName } from '../../src/owner/wire';
import { asked, ownerOf, passIn } from '../owner/owner';
import { invitationIn } from '../support/business';
import { type ProviderName, standInOf } from '../support/providers';

export const WEB_APP = 'https://script.google.com/macros/s/';

export class Shop<Name extends ProviderName> {
  readonly provider;

  /** @param scriptId of the script that is bound to the sheet */
  constructor(
    readonly google: LocalGoogle,
    readonly scriptId: string,
    name: Name,
  ) {
    this.provider = standInOf(name, {
      now: () => this.sheet.clock.now,
      deliver: (posting: Posting) => this.deliver(posting),
    });
    google.webApps.outside = (request) => this.provider.answer(request);
  }

  /** Where the provider delivers; once it is registered there, the provider knows it. */
  address = '';

  private deliver({ url, body, contentType }: Posting): { status: number } {
    const headers = { 'content-type': contentType };
    const request = { method: 'post', url: url ?? this.address, headers, body };
    const answer = this.google.webApps.fetch(request);
    return { status: 'fault' in answer ? 500 : answer.status };
  }

  /** The script as the sheet's menu and its trigger run it. */
  get sheet() {
    return this.google.webApps.inTheSheet(this.scriptId);
  }

  /** What the owner's pages may ask. */
  get owner() {
    return ownerOf({ script: this.sheet });
  }

  /** The owner approves, and clicks an item of the menu. @returns the title of what opens */
  clicks(functionName: string): string | undefined {
    this.google.approve(this.scriptId);
    const { error } = this.sheet.run(functionName, [], 'menu');
    if (error) throw new Error(error);
    return this.sheet.ui.dialog?.title;
  }

  /** In a dialog that is open, the owner goes on to another. */
  goesOnTo(name: DialogName): string | undefined {
    const pass = passIn(this.sheet.ui.dialog?.html ?? '');
    asked(this.sheet, 'openDialog', [name], pass);
    return this.sheet.ui.dialog?.title;
  }

  /** Somebody with a phone. */
  person(name: string, phone: string): PersonOnPhone {
    return this.provider.addPerson({ name, phone });
  }

  /** The person writes. @returns what is answered */
  writes(person: PersonOnPhone, text: string): string[] {
    const before = this.provider.chat(person.key).length;
    this.provider.write(person.key, { text });
    this.provider.pump();
    const news = this.provider.chat(person.key).slice(before);
    return news.filter(({ from }) => from === 'business').map((bubble) => bubble.text);
  }

  /** The friend opens the newest link that the person was given, and sends what is filled in. */
  taps(friend: PersonOnPhone, person: PersonOnPhone): string[] {
    const links = this.provider.chat(person.key).flatMap(({ link }) => link?.url ?? []);
    const own = links.filter((url) => /wa\.me\/\d|[?&]start=/.test(url) && !/\/share\//.test(url));
    return this.writes(friend, invitationIn(own.at(-1) ?? ''));
  }

  /** What the business wrote to somebody, oldest first. */
  heard(person: PersonOnPhone): string[] {
    const chat = this.provider.chat(person.key);
    return chat.filter(({ from }) => from === 'business').map(({ text }) => text);
  }

  /** The rows of a tab, by their headings. */
  rows(tab: string): Record<string, string>[] {
    const [headings = [], ...rows] = this.sheet.spreadsheet.rows(tab);
    return rows.map((cells) =>
      Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ''])),
    );
  }

  /** What a client's row says. */
  row(name: string): Record<string, string> | undefined {
    return this.rows('Clients').find((row) => row.Name === name);
  }
}
