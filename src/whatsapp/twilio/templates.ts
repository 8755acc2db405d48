/** The content templates that the program needs at Twilio; set-up makes them, one for each set of buttons. */
import { helpButtons } from '../../program/answers';
import { buttonId, NO } from '../../program/intent';
import type { Settings } from '../../program/settings';
import { sayDifferent } from '../titles';
import { type Buttons, LINK } from './content';

/**
 * One message for each set of buttons that the program sends, worded by the owner; the link is an example. Buttons that
 * say the same go as text.
 */
export function everyButtons({ texts }: Pick<Settings, 'texts'>): Buttons[] {
  const url = `${LINK}12025550123?text=Hello`;
  const no = { id: NO, title: texts.buttonNo };
  const link = { id: buttonId('link'), title: texts.buttonLink };
  const all: Buttons[] = [
    { kind: 'card', text: texts.link, button: texts.linkButton, url },
    { kind: 'card', text: texts.share, button: texts.shareButton, url },
    { kind: 'choices', text: texts.welcome, buttons: [link] },
    { kind: 'choices', text: texts.whoSent, buttons: [no] },
    { kind: 'choices', text: texts.help, buttons: helpButtons(texts, null) },
    { kind: 'choices', text: texts.help, buttons: helpButtons(texts, 'inviter') },
    { kind: 'choices', text: texts.help, buttons: helpButtons(texts, 'rewards') },
  ];
  return all.filter((body) => body.kind === 'card' || sayDifferent(body.buttons));
}
