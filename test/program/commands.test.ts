import fc from 'fast-check';
import { readCommand, readSynonyms } from '../../src/program/commands';

const SYNONYMS = {
  link: ['link', 'my link', 'get my link', 'ссылка', 'رابط', '推荐链接', '🔗'],
  referrals: ['my referrals', 'referrals', 'список'],
  inviter: ['who invited me', 'кто меня пригласил'],
  stop: ['stop', 'стоп', 'unsubscribe'],
  start: ['start', 'старт'],
};

const read = (text: string) => readCommand(text, SYNONYMS);

describe('readCommand', () => {
  it.each([
    ['Link', 'link'],
    ['LINK!', 'link'],
    ['  my   link ', 'link'],
    ['«Ссылка»', 'link'],
    ['🔗 link 🙏', 'link'],
    ['🔗', 'link'],
    ['رابط', 'link'],
    ['推荐链接。', 'link'],
    ['/link', 'link'],
    ['My referrals?', 'referrals'],
    ['Who invited me?!', 'inviter'],
    ['STOP.', 'stop'],
    ['start', 'start'],
  ])('%s is %s', (text, command) => {
    expect(read(text)).toBe(command);
  });

  it.each([
    ['lnik', 'link'],
    ['Lnk', 'link'],
    ['linkk', 'link'],
    ['mylink', 'link'],
    ['силка', null],
    ['ссылкка', 'link'],
    ['my referals', 'referrals'],
    ['my refferals', 'referrals'],
    ['who invted me', 'inviter'],
    ['кто мня пригласл', 'inviter'],
    ['pink', null],
    ['lick it', null],
  ])('forgives small typos only: %s is %s', (text, command) => {
    expect(read(text)).toBe(command);
  });

  it.each([
    ['stopp', 'stop'],
    ['sotp', 'stop'],
    ['stp', 'stop'],
    ['strat', 'start'],
    ['sttart', 'start'],
    ['unsubscibe', 'stop'],
    ['shop', null],
    ['step', null],
    ['top', null],
    ['stomp', null],
    ['стол', null],
    ['sto', null],
    ['star', null],
    ['tart', null],
    ['smart', null],
    ['starts', null],
  ])('mistakes no other word for Stop or Start: %s is %s', (text, command) => {
    expect(read(text)).toBe(command);
  });

  it.each([
    'send me the link please',
    'please do not stop',
    'the link does not work',
    'hello',
    '',
    '!!',
    '👍',
  ])('finds no command within a sentence: %s', (text) => {
    expect(read(text)).toBeNull();
  });

  it('leaves short words without typos', () => {
    const words = { ...SYNONYMS, link: ['url'] };
    expect(readCommand('url', words)).toBe('link');
    expect(readCommand('urls', words)).toBeNull();
  });

  it('takes the exact word, then the nearest, and nothing when two are equally near', () => {
    const words = { link: ['cards'], referrals: ['carts'], inviter: [], stop: [], start: [] };
    expect(readCommand('carts', words)).toBe('referrals');
    expect(readCommand('card', words)).toBe('link');
    expect(readCommand('carbs', words)).toBeNull();
    expect(readCommand('carbs', { ...words, referrals: [] })).toBe('link');
  });

  it('reads every synonym back, decorated and in capitals', () => {
    const decorated = fc.tuple(
      fc.constantFrom('', '  ', '¡', '🙏 ', '\u200f'),
      fc.constantFrom('', '!', ' ...', ' 👍🏽', '\u200e'),
    );
    const synonym = fc.constantFrom(
      ...Object.entries(SYNONYMS).flatMap(([command, words]) =>
        words.filter((word) => word !== '🔗').map((word) => ({ command, word })),
      ),
    );
    fc.assert(
      fc.property(synonym, decorated, ({ command, word }, [start, end]) => {
        expect(read(start + word.toUpperCase() + end)).toBe(command);
      }),
    );
  });

  it.each([
    ['spaces', ' '],
    ['letters', 'l'],
    ['ligatures', 'ﷺ'],
    ['half surrogates', '\ud800'],
  ])('reads 4,096 %s as no command', (_, character) => {
    expect(read(character.repeat(4096))).toBeNull();
  });
});

describe('readSynonyms', () => {
  it('separates at the commas, semicolons and line ends of any script', () => {
    expect(readSynonyms('link, my link; ссылка\nenlace،رابط、リンク，链接\r\n')).toEqual([
      'link',
      'my link',
      'ссылка',
      'enlace',
      'رابط',
      'リンク',
      '链接',
    ]);
    expect(readSynonyms(' , ;\n')).toEqual([]);
  });
});
