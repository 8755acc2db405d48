/** WhatsApp moves Green-API's people from their numbers to `…@lid`: a row that knows both ids stays theirs. */
import { GreenStandIn } from '../../local/whatsapp/green/green';
import type { Client } from '../../src/program/model';
import { clientFrom, isSamePerson } from '../../src/program/people';
import { decideMove } from '../../src/program/reports';
import { greenProvider } from '../../src/whatsapp/green/green';
import { learnedId, questionsAbout } from '../../src/whatsapp/identity';
import { metaProvider } from '../../src/whatsapp/meta/meta';
import { webhook } from './requests';

const NOW = Date.UTC(2026, 5, 1);
const PHONE = '447700900001';

/** Anna at Green-API, her row, and whom her messages are from. */
function world() {
  const posted: { body: string; contentType: string }[] = [];
  const deliver = (posting: (typeof posted)[0]) => {
    posted.push(posting);
    return { status: 200 };
  };
  const standIn = new GreenStandIn({ now: () => NOW, deliver });
  const { apiUrl, idInstance: instance, token } = standIn.instance;
  const green = greenProvider({ apiUrl, instance, token });
  const anna = standIn.addPerson({ name: 'Anna', phone: PHONE });
  const from = () => {
    posted.length = 0;
    standIn.write(anna.key, { text: 'Hi' });
    const [message] = posted[0] ? green.read(webhook(posted[0])) : [];
    if (message?.kind !== 'message') throw new Error('nothing was told');
    return message.from;
  };
  const row = clientFrom(from(), NOW, 'abcd2345');
  const ask = () =>
    questionsAbout([row], green).flatMap(({ known, request: { url, payload = '' } }) => {
      const headers = { 'content-type': 'application/json' };
      const answer = standIn.answer({ method: 'post', url, headers, body: payload });
      const other = 'fault' in answer ? null : green.identified?.(answer);
      return other ? [learnedId(known, other, NOW)] : [];
    });
  return { standIn, row, from, ask };
}

it('a row that learned its lid in time is found by it', () => {
  const { standIn, row, from, ask } = world();
  standIn.instance.usesLids = true;
  expect(isSamePerson(row, from())).toBe(false);
  const [moved] = ask();
  if (!moved) throw new Error('nothing was learned');
  for (const { client, set } of decideMove(moved, row, null).changes) Object.assign(client, set);
  expect(row).toMatchObject({ phone: PHONE, ids: [PHONE, from().userId] });
  expect(isSamePerson(row, from())).toBe(true);
  expect(ask()).toEqual([]);
});

it('before the move there is nothing to learn', () => {
  expect(world().ask()).toEqual([]);
});

it('asks about nobody whose number is hidden or too short for Green-API, and nothing where people have one id', () => {
  const { apiUrl, idInstance: instance, token } = world().standIn.instance;
  const green = greenProvider({ apiUrl, instance, token });
  const hidden: Pick<Client, 'phone' | 'ids'> = { phone: '', ids: ['183912345678901@lid'] };
  const shown = { phone: PHONE, ids: [] };
  const short = { phone: '4520123456', ids: [] };
  expect(questionsAbout([hidden, shown, short], green).map(({ known }) => known)).toEqual([
    { waId: PHONE },
  ]);
  const meta = metaProvider({ phoneNumberId: '1', graphVersion: 'v26.0', token: '' });
  expect(questionsAbout([shown], meta)).toEqual([]);
});

it('takes no answer for an id that is none', () => {
  const green = greenProvider({ apiUrl: '', instance: '1', token: '' });
  for (const body of ['', '{"existsWhatsapp":false}', '{"chatId":{"toString":1}}', '<html>']) {
    expect(green.identified?.({ status: 200, body })).toBeNull();
  }
});
