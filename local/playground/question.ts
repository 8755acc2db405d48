/** `POST /local/answer` `{id, button, text}`: the owner answers a dialog of `ui.alert` or `ui.prompt`. */
import { anyText, type Fields, nothingElse, oneOf, wholeNumber } from './fields';
import type { Playground } from './playground';
import { Refusal } from './refusal';

/** @throws Refusal when no such question is open, or with the error that a menu's item comes to */
export function answerQuestion(playground: Playground, fields: Fields): object {
  nothingElse(fields, 'id', 'button', 'text');
  const id = wholeNumber(fields, 'id', 0, Number.MAX_SAFE_INTEGER);
  const question = playground.script.ui.questions.find((one) => one.id === id);
  if (!question) throw new Refusal('That dialog was closed.', 404);
  const button = oneOf(fields, 'button', [...question.buttons, 'CLOSE']);
  const text = fields.text === undefined ? '' : anyText(fields, 'text');
  const about = `The owner answered “${question.title || question.text}”`;
  const execution = playground.act(about, () => question.answer({ button, text }));
  const { happenings } = playground.world.history;
  const started = happenings.find((one) => one.id === execution.id)?.about;
  if (execution.as === 'menu' && execution.error !== undefined) {
    throw new Refusal(`${started}: ${execution.error}`);
  }
  return {};
}
