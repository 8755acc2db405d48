/** A link for one person, with its QR code. */
import { shownName } from '../../../program/people';
import { linkFor, type RowClient, readWire } from '../shared/client';
import { copyButton } from '../shared/copy';
import { fill, h } from '../shared/dom';
import { download, qrDrawing, qrPngFile, qrSvgFile } from '../shared/qr';
import { sendLink } from '../shared/send-link';
import { server } from '../shared/server';
import { button, oneAtATime, status } from '../shared/states';
import { type Context, countryField } from './context';
import { readTyped } from './number';

/** The form, and below it the link once it is made. */
export function onePerson(context: Context): HTMLElement {
  const result = h('div');
  const said = status();
  const hint = h('p.help', { id: 'number-hint', role: 'status' });
  const name = h('input', { id: 'name', autocomplete: 'off' });
  const number = h('input', {
    id: 'number',
    type: 'tel',
    autocomplete: 'off',
    'aria-describedby': 'number-hint',
    oninput: () => tell(false),
  });
  const tell = (finished: boolean) => {
    const typed = readTyped(number.value, context.country);
    const wrong = 'problem' in typed;
    number.setAttribute('aria-invalid', String(finished && wrong));
    hint.className = finished && wrong ? 'help bad' : 'help';
    if (!number.value.trim()) hint.textContent = finished ? 'Type a number first.' : '';
    else if (wrong)
      hint.textContent = finished ? `This ${typed.problem}.` : `So far it ${typed.problem}.`;
    else hint.textContent = [typed.shown, typed.country, typed.doubt].filter(Boolean).join(' · ');
    return wrong ? null : typed;
  };
  const make = oneAtATime(async () => {
    const typed = tell(true);
    if (!typed) return number.focus();
    fill(result);
    const people = [{ key: typed.digits, name: name.value.trim() }];
    const made = await said.during('Making the link…', server.addClients(people));
    if (!made?.[0]) return;
    const { client, added } = made[0];
    fill(result, madeLink(context, readWire(client), added));
  });
  return h(
    'form',
    { onsubmit: make, novalidate: true },
    h(
      'div.row',
      {},
      h('div', {}, h('label', { for: 'number' }, 'Their WhatsApp number'), number, hint),
      h('div', {}, h('label', { for: 'name' }, 'Name (optional)'), name),
    ),
    countryField(context, 'country', () => tell(false)),
    h('div.buttons', {}, h('button.action', { type: 'submit' }, 'Make the link')),
    said.element,
    result,
  );
}

function madeLink(context: Context, client: RowClient, added: boolean): HTMLElement {
  const link = linkFor(client, context.settings);
  const said = status();
  const name = shownName(client, 'them');
  const file = `referral-link-${(client.name || client.phone).replace(/[^\p{L}\p{N}]+/gu, '-')}`;
  const png = async () => {
    const made = await said.during('Drawing…', qrPngFile(link));
    if (made) download(made, `${file}.png`);
  };
  return h(
    'section.made',
    { 'aria-label': 'The link' },
    h('div.picture', {}, qrDrawing(link, `QR code of the referral link of ${name}`)),
    h(
      'div',
      {},
      h(
        'p',
        {},
        added ? `${name} is in the Clients tab now.` : `${name} was in the Clients tab already.`,
      ),
      h('label', { for: 'link' }, 'Referral link'),
      h(
        'div.with-button',
        {},
        h('input', {
          id: 'link',
          readonly: true,
          value: link,
          onfocus: (event) => (event.target as HTMLInputElement).select(),
        }),
        copyButton('Copy', () => link),
      ),
      h(
        'div.buttons',
        {},
        h('a.button', { href: link, target: '_blank', rel: 'noopener' }, 'Open in WhatsApp'),
        button('Send it to them', () => sendLink(context.state, client, said)),
      ),
      h(
        'div.buttons',
        {},
        button('QR code as PNG', png),
        button('QR code as SVG', () => download(qrSvgFile(link), `${file}.svg`)),
      ),
      said.element,
    ),
  );
}
