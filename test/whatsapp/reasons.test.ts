/** What a provider's error codes mean, and what the owner is told to do where they can do something. */
import { errorAnswer, GraphError } from '../../local/whatsapp/meta/errors';
import * as webhooks from '../../local/whatsapp/meta/webhooks';
import { metaProvider } from '../../src/whatsapp/meta/meta';
import { twilioReason } from '../../src/whatsapp/twilio/errors';
import { json } from './requests';

const { phoneNumberId } = webhooks.EXAMPLE_NUMBER;
const meta = metaProvider({ phoneNumberId, graphVersion: 'v26.0', token: 'hush' });

/** Meta refuses a message at once. */
function refused(code: number, details?: string) {
  const answer = errorAnswer(new GraphError(code, details), 'A');
  const verdict = meta.judge('fault' in answer ? { status: 0, body: '' } : answer);
  if (verdict.accepted) throw new Error('accepted');
  return verdict.reason;
}

/** Meta accepted a message, and tells later that it failed. */
function failed(errorCode: number) {
  const status = { id: 'wamid.A', status: 'failed', opaque: 'tok.n0', at: 5000 } as const;
  return meta.read(json(webhooks.metaWebhook([webhooks.messageStatus({ ...status, errorCode })])));
}

describe('Meta', () => {
  test.each([132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018, 132068])(
    '%i: the template does not work, and the owner can do something about it',
    (code) => {
      const toDo = expect.stringMatching(/^Look at the template where you made it/);
      expect(refused(code)).toMatchObject({ meaning: 'template', toDo });
      expect(failed(code)).toMatchObject([{ reason: { meaning: 'template', toDo } }]);
    },
  );

  test.each([131049, 130472])('%i: held back from this person, nobody’s fault', (code) => {
    const reason = {
      meaning: 'template',
      text: `WhatsApp holds back such messages to them (${code})`,
    };
    expect(refused(code)).toEqual(reason);
    expect(failed(code)).toMatchObject([{ kind: 'failure', reason }]);
  });

  test.each<[number, string, string]>([
    [131008, 'Button at index 0 of type Url requires a parameter', 'template'],
    [131008, "The parameter template['name'] is required.", 'template'],
    [100, "Param template['language']['code'] must be a string", 'template'],
    [131008, 'The parameter to is required.', 'refused'],
    [131009, 'Param to: the phone number is malformed.', 'refused'],
    [100, 'Invalid parameter', 'refused'],
  ])('%i, “%s”: %s', (code, details, meaning) => {
    expect(refused(code, details).meaning).toBe(meaning);
  });

  test.each([
    [131042, 'WhatsApp has no way to charge you', /payment method/],
    [133010, 'your number is not registered with WhatsApp’s API', /^Register the number/],
  ])('%i stops the sending and says what to do', (code, words, toDo) => {
    const reason = {
      meaning: 'broken',
      text: `${words} (${code})`,
      toDo: expect.stringMatching(toDo),
      ...(code === 131042 && { unpaid: true }),
    };
    expect(refused(code)).toEqual(reason);
    expect(failed(code)).toMatchObject([
      { kind: 'failure', reason },
      {
        kind: 'trouble',
        problem: {
          what: `A message was accepted but not delivered: ${words} (${code})`,
          toDo: expect.stringMatching(toDo),
        },
      },
    ]);
  });

  test('a failure that only this message has is no trouble', () => {
    expect(failed(131026)).toMatchObject([{ kind: 'failure', reason: { meaning: 'refused' } }]);
  });
});

describe('Twilio', () => {
  test.each([21655, 21656, 21658, 63027, 63028, 63040, 63041, 63042])(
    '%i: the template does not work, and the owner can do something about it',
    (code) => {
      const toDo = expect.stringMatching(/^Look at the template where you made it/);
      expect(twilioReason(code)).toMatchObject({ meaning: 'template', toDo });
    },
  );

  test.each([63049, 63032])('%i: held back from this person, nobody’s fault', (code) => {
    expect(twilioReason(code)).toEqual({
      meaning: 'template',
      text: `WhatsApp holds back such messages to them (${code})`,
    });
  });

  test('63016: the window is closed; for a template, it is not approved', () => {
    expect(twilioReason(63016)).toMatchObject({ meaning: 'window' });
    expect(twilioReason(63016, '', true)).toMatchObject({
      meaning: 'template',
      text: 'WhatsApp has not approved the template (63016)',
      toDo: expect.any(String),
    });
  });
});
