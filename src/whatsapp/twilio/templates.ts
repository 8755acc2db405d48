/** The content templates that the program needs at Twilio; set-up makes them, one for each set of buttons. */
import { buttonId } from '../../program/intent';
import type { Settings } from '../../program/settings';
import { type Buttons, LINK } from './content';

/** One message for each set of buttons that the program sends, worded by the owner; the link is an example. */
export function everyButtons({ texts }: Pick<Settings, 'texts'>): Buttons[] {
  const url = `${LINK}12025550123?text=Hello`;
  const link = { id: buttonId('link'), title: texts.buttonLink };
  const others = [
    { id: buttonId('referrals'), title: texts.buttonReferrals },
    { id: buttonId('inviter'), title: texts.buttonInviter },
  ];
  return [
    { kind: 'card', text: texts.link, button: texts.linkButton, url },
    { kind: 'card', text: texts.share, button: texts.shareButton, url },
    { kind: 'choices', text: texts.welcome, buttons: [link] },
    { kind: 'choices', text: texts.help, buttons: [link, ...others] },
  ];
}
