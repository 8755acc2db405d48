/** A template is named as its provider names it. */
import { templateNameProblem } from '../../src/program/template-name';

const SID = `HX${'0a'.repeat(16)}`;

test.each([
  ['meta', 'friend_joined'],
  ['360dialog', 'friend_joined_2'],
  ['twilio', SID],
  ['twilio', SID.toUpperCase()],
  ['green', 'whatever it is'],
  ['meta', ''],
  ['twilio', ''],
])('%s: “%s” is fine', (provider, name) => {
  expect(templateNameProblem(provider, name)).toBeNull();
});

test.each([
  ['meta', SID, /Twilio/],
  ['360dialog', SID, /Twilio/],
  ['meta', 'Friend joined', /small letters/],
  ['twilio', 'friend_joined', /HX and 32/],
  ['twilio', SID.slice(0, -1), /HX and 32/],
  ['twilio', `${SID} `, /HX and 32/],
])('%s: “%s” is none of its own', (provider, name, words) => {
  expect(templateNameProblem(provider, name)).toMatch(words);
});
