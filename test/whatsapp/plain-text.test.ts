/** Buttons as plain text. */
import { asPlainText } from '../../src/whatsapp/plain-text';

const url = 'https://wa.me/15550783881?text=Hi';

it('puts the link below a card', () => {
  const card = { kind: 'card', text: 'Your link', button: 'Open', url } as const;
  expect(asPlainText(card, 1000)).toBe(`Your link\n\n${url}`);
});

it('names the words to write below a choice', () => {
  const buttons = [
    { id: 'a', title: 'My link' },
    { id: 'b', title: 'My referrals' },
  ];
  expect(asPlainText({ kind: 'choices', text: 'Hello!', buttons }, 1000)).toBe(
    'Hello!\n\n• My link\n• My referrals',
  );
});

it('cuts the text, never the link', () => {
  const card = { kind: 'card', text: 'x'.repeat(2000), button: 'Open', url } as const;
  const cut = asPlainText(card, 100);
  expect(cut).toHaveLength(100);
  expect(cut.endsWith(`…\n\n${url}`)).toBe(true);
  expect(asPlainText(card, url.length)).toContain(url);
});
