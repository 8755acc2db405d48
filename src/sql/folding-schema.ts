/**
 * What the owner's searches go by: texts without what a keyboard or a copy changes, as `plainText` makes them in the pages.
 * It asks no locale, which may know no letters but English ones, and no extension, which a database may lack. A text of
 * plain letters takes the short way: the long one takes a tenth of a millisecond.
 */

/** Capitals that are one letter, and what they become. */
const CAPITALS =
  'ÆÐØÞĐĦıŁŊŒŦƏΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҐҒҖҚҜҢҮҰҲҶҸҺӀӘӨԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ';
const SMALL =
  'æðøþđħiłŋœŧəαβγδεζηθικλμνξοπρστυφχψωσђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяґғҗқҝңүұҳҷҹһӏәөաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ';

/** Accents, the points of Hebrew and Arabic, Arabic stretching; what is invisible. */
const LEFT_OUT =
  '[\\u0300-\\u036f\\u0591-\\u05c7\\u0640\\u064b-\\u065f\\u0670\\u20d0-\\u20ff\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufe00-\\ufe0f\\ufeff]';

/** Digits of Arabic, Persian and Devanagari. */
const DIGITS = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९';
const AS_ASCII = '0123456789'.repeat(3);

const PLAIN = `
create function sheet_referrals.plain(said text) returns text language sql immutable parallel safe as $$
  select case when octet_length(said) = length(said) then lower(said collate "C") else normalize(translate(
    regexp_replace(replace(lower(normalize(said, NFKD) collate "C"), 'ß', 'ss'), '${LEFT_OUT}', '', 'g'),
    '${CAPITALS}${DIGITS}', '${SMALL}${AS_ASCII}'), NFC) end
$$`;

/** A step of the schema and its statements. */
export const FOLDING: readonly string[] = [
  PLAIN,
  `drop index sheet_referrals.clients_to_tsvector_idx;
  create index on sheet_referrals.clients using gin (to_tsvector('simple', sheet_referrals.plain(name)))`,
  `alter table sheet_referrals.rewards add searched text generated always as (
    sheet_referrals.plain(name || ' ' || for_whom || ' ' || reward || ' ' || coupon) || ' ' || who
  ) stored`,
];
