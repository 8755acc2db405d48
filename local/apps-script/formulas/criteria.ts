/** Conditions as COUNTIF and SUMIF take them: ">5", "<>x", "A*", a plain value. */
import { CellError, compare, Day, type Scalar } from './values';

/** Whether a cell fits the condition. Capitals do not count; `*` and `?` stand for letters, `~` before them for themselves. */
export function criterion(condition: Scalar): (cell: Scalar) => boolean {
  if (typeof condition !== 'string') {
    const wanted = condition instanceof Day ? condition.serial : condition;
    if (wanted === null) return () => false;
    return (cell) => same(cell, wanted);
  }
  const [, sign = '', rest = ''] = /^(<=|>=|<>|=|<|>)?(.*)$/s.exec(condition) ?? [];
  const number = rest.trim() === '' ? Number.NaN : Number(rest);
  const wanted: Scalar = Number.isNaN(number) ? truthIn(rest) : number;
  if (sign === '' || sign === '=') return equals(wanted, sign === '=');
  if (sign === '<>') {
    const isEqual = equals(wanted, true);
    return (cell) => !isEqual(cell);
  }
  return (cell) => {
    const value = cell instanceof Day ? cell.serial : cell;
    if (typeof value !== typeof wanted) return false;
    const order = compare(value, wanted);
    if (sign === '<') return order < 0;
    if (sign === '>') return order > 0;
    return sign === '<=' ? order <= 0 : order >= 0;
  };
}

function truthIn(text: string): string | boolean {
  return /^(?:true|false)$/i.test(text) ? /^true$/i.test(text) : text;
}

function equals(wanted: string | number | boolean, withSign: boolean): (cell: Scalar) => boolean {
  if (typeof wanted !== 'string') return (cell) => same(cell, wanted);
  // "=" alone means empty cells, an empty condition those with an empty text as well.
  if (wanted === '') return (cell) => cell === null || (!withSign && cell === '');
  const pattern = new RegExp(`^${pieces(wanted)}$`, 'isu');
  return (cell) => typeof cell === 'string' && pattern.test(cell);
}

function pieces(text: string): string {
  return text
    .replace(/~[*?~]|[*?]|[\\^$.|+()[\]{}/]/g, (sign) => {
      if (sign === '*') return '.*';
      if (sign === '?') return '.';
      return `\\${sign.at(-1)}`;
    })
    .replace(/\\~/g, '~');
}

function same(cell: Scalar, wanted: Scalar): boolean {
  if (cell instanceof CellError || cell === null) return false;
  const value = cell instanceof Day ? cell.serial : cell;
  if (typeof value === 'string' && typeof wanted === 'number')
    return value.trim() !== '' && Number(value) === wanted;
  return typeof value === typeof wanted && compare(value, wanted) === 0;
}
