/** Names of people: cleaned for a cell and a message, and looked at before they are shown to somebody else. */
import { pattern } from './pattern';
import { clip } from './wording';

/** WhatsApp's own limit is 25; other providers' are wider. */
const LONGEST = 100;

/** What cannot be seen by itself and yet belongs to what stands before it. */
const BELONGS = [
  // The flags of England, Scotland and Wales: a black flag and letters that cannot be seen.
  String.raw`\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}`,
  // Keycaps, and a sign shown as a picture.
  String.raw`[0-9#*]\ufe0f\u20e3|\p{Extended_Pictographic}[\ufe0e\ufe0f]`,
  // The form of a Han or a Mongolian letter.
  String.raw`\p{sc=Han}[\ufe00-\ufe02\u{e0100}-\u{e01ef}]|\p{sc=Mong}[\u180b-\u180d\u180f]`,
].join('|');
const INVISIBLE = pattern(
  String.raw`(${BELONGS})|(?![\u200c\u200d])[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]`,
  'gu',
);

/** Joiners make families of emoji and shape the letters of India, Persia and others; elsewhere they only hide. */
const VIRAMA = '[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca]';
const NO_JOINER = String.raw`[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Hang}\p{sc=Han}\p{sc=Zinh}]`;
const JOINER = pattern(
  String.raw`(?<=${VIRAMA})([\u200c\u200d])|(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])([\u200c\u200d])(?!${NO_JOINER})(?=[\p{L}\p{M}\p{Extended_Pictographic}])|[\u200c\u200d]`,
  'gu',
);

const AROUND = pattern(String.raw`^[\s\p{M}\u200c\u200d]+|\s+$`, 'gu');
const VISIBLE = pattern(String.raw`[\p{L}\p{N}\p{S}\p{P}]`, 'u');

/** Three marks are the most that a letter needs, but for scripts that write parts of a syllable as marks. */
const RICH = String.raw`[\p{sc=Mymr}\p{sc=Tibt}\p{sc=Khmr}\p{sc=Hebr}\p{sc=Java}\p{sc=Bali}\p{sc=Lana}]`;
const MARK = String.raw`(?:[\u200c\u200d]?\p{M})`;
const STACKED = [
  pattern(`(${RICH}${MARK}{6})${MARK}+`, 'gu'),
  pattern(`((?!${RICH})\\P{M}${MARK}{3})${MARK}+`, 'gu'),
];

/**
 * A name as a profile gives it, fit for a cell and a message: one line of at most 100 characters without control,
 * bidirectional or invisible characters and without towers of accents. '' when nothing of it can be seen.
 *
 * @param longest so many characters instead
 */
export function cleanName(name: string, longest = LONGEST): string {
  const whole = tidy(name);
  return whole.length > longest ? tidy(clip(whole, longest)) : whole;
}

function tidy(name: string): string {
  const bare = name
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\ud800-\udfff]/gu, '')
    .replace(INVISIBLE(), '$1')
    .replace(JOINER(), '$1$2');
  const line = STACKED.reduce((text, tower) => text.replace(tower(), '$1'), bare)
    .replace(/\s+/g, ' ')
    .replace(AROUND(), '');
  return VISIBLE().test(line) ? line : '';
}

/** The countries' domains, and the others that are common or often abused. */
const COUNTRY =
  'a[c-gilmoq-uwxz]|b[abd-jmnorstvwyz]|c[acdf-ik-oruvw-z]|d[ejkmoz]|e[ceghrstu]|f[ijkmor]|g[abd-ilmnp-uwy]|h[kmnrtu]|i[delmnoq-t]|j[emop]|k[eghimnprwyz]|l[abcikr-vy]|m[acdeghk-z]|n[acefgilopruz]|om|p[ae-hk-nrstwy]|qa|r[eosuw]|s[a-eg-ik-ortuvx-z]|t[cdfghj-otvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]';
const COMMON =
  'com|net|org|info|biz|edu|gov|mobi|name|pro|xyz|top|site|online|store|shop|club|app|dev|live|icu|vip|win|bet|fun|space|website|tech|link|click|work|buzz|cyou|rest|life|world|today|news|blog|page|cloud|host|press|digital|agency|company|money|bank|cash|loans?|casino|poker|gifts?|promo|sale|support|help|services|cent(?:er|re)|group|team|social|chat|video|media|email|network|systems|finance|trade|market|exchange|asia|travel|jobs|xxx|dating|guru|ninja|rocks|zone|expert|lol|monster|quest|sbs|cfd|рф|рус|онла[йи]н|са[йи]т|орг|ком|xn--[a-z0-9-]+';
const DOMAIN = pattern(
  String.raw`([\p{L}\p{N}-]+)\.(${COUNTRY}|${COMMON})(?![\p{L}\p{N}-])`,
  'giu',
);

const ADDRESSES = [
  // https://…, www.…, somebody@example.com, @somebody
  pattern(
    String.raw`://|\bwww\.|\b(?:mailto|tel|sms):|\S@[\p{L}\p{N}-]+\.\p{L}|(?:^|\s)@\w{3}`,
    'iu',
  ),
  // t.me/…, example.travel:8080
  pattern(String.raw`[\p{L}\p{N}]\.\p{L}{2,}[/:?]\S`, 'u'),
  // example . com, example(dot)com
  pattern(String.raw`\p{L}[\s([{]*(?:\.|\bdot\b)[\s)\]}]*(?:com|net|org|info|biz|xyz)\b`, 'iu'),
  pattern(String.raw`\d{1,3}(?:\.\d{1,3}){3}`, ''),
];

/** A number to call or to pay, however it is taken apart: six digits; “Client 12345” may well be the owner's. */
const LONG_NUMBER = pattern(String.raw`\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){5}`, 'u');

const NO_LETTER_OF_ITS_OWN = pattern(String.raw`[\p{Default_Ignorable_Code_Point}\p{M}]`, 'gu');

/**
 * A name as somebody else may see it, cleaned, for the owner may have typed it; '' when it holds an address, a domain or
 * a long number. Whoever comes by a link chooses their name, and the business would pass it on as its own word.
 */
export function nameForOthers(name: string): string {
  const clean = cleanName(name);
  const plain = clean
    .normalize('NFKD')
    .replace(NO_LETTER_OF_ITS_OWN(), '')
    .replace(/[\u3002\u2024]/g, '.');
  const speaks = LONG_NUMBER().test(plain) || hasDomain(plain);
  return speaks || ADDRESSES.some((address) => address().test(plain)) ? '' : clean;
}

/** “Dr.Li” and “J.Page” are people: a short beginning with a capital behind the dot. */
function hasDomain(plain: string): boolean {
  return [...plain.matchAll(DOMAIN())].some(
    ([, label = '', end = '']) => label.length > 2 || end === end.toLowerCase(),
  );
}
