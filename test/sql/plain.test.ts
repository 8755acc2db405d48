/** Names are searched alike in the sheet and in the database, whatever its locale: without case, accents and what is invisible. */
import { plainText } from '../../src/program/text';
import { Business } from '../support/business';

const NAMES = [
  'Anna ASHE (VIP)',
  'Zoë O’Neil',
  'ÁNGEL Núñez',
  'Łukasz ŻÓŁĆ',
  'Søren Æbelø',
  'GROSSMANN Großmann',
  'İSTANBUL Işık',
  'Иван ЁЛКИН Йовович',
  'Ґалаґан ЇЖАК',
  'ΑΛΈΞΑΝΔΡΟΣ Νίκος',
  'ՎԱՐԴԱՆ',
  'ﬁona Ｋｅｎ ①',
  'مُحَمَّد ٠١٢',
  'שָׁלוֹם',
  'नमस्ते १२',
  '김민준',
  'Nguyễn Thị Hồng',
  'a\u200db\u00adc',
];

test('every name becomes what it becomes in the pages', () => {
  const { script } = new Business({ base: 'database' });
  const rows = script.database.query(
    'select sheet_referrals.plain(name) from jsonb_array_elements_text($1::jsonb) name',
    [JSON.stringify(NAMES)],
  );
  expect(rows.map(({ plain }) => plain)).toEqual(NAMES.map(plainText));
});
