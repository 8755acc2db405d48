/** Computes a formula's tree. */
import { FUNCTIONS } from './functions';
import type { Node } from './parse';
import {
  BY_ZERO,
  CellError,
  compare,
  Day,
  isTable,
  NOT_AVAILABLE,
  notHere,
  numberOf,
  type Scalar,
  type Surroundings,
  textOf,
  type Value,
} from './values';

/** Within ARRAYFORMULA, FILTER and SORT, what works on one value works on each of a table. */
export function evaluate(node: Node, around: Surroundings, each = false): Value {
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'range':
      return around.range(node.area, node.sheet);
    case 'negative':
      return spread([evaluate(node.of, around, each)], each, ([value]) =>
        arithmetic('-', 0, value),
      );
    case 'percent':
      return spread([evaluate(node.of, around, each)], each, ([value]) =>
        arithmetic('/', value, 100),
      );
    case 'operation': {
      const sides = [evaluate(node.left, around, each), evaluate(node.right, around, each)];
      return spread(sides, each, ([left, right]) => operation(node.sign, left, right));
    }
    case 'call':
      return called(node, around, each);
  }
}

function called(node: Node & { kind: 'call' }, around: Surroundings, each: boolean): Value {
  const known = FUNCTIONS[node.name];
  if (!known) return notHere(node.name);
  const { least, most = Infinity } = known;
  if (node.args.length < least || node.args.length > most) return NOT_AVAILABLE;
  const inside = each || known.each === true;
  const args = node.args.map((arg) => (arg ? evaluate(arg, around, inside) : null));
  if (known.cells) {
    const isEach = inside || (known.letsThrough === true && node.args[0]?.kind === 'call');
    return spread(args, isEach, (values) => known.cells?.(values, around) ?? null);
  }
  const bad = known.takesErrors ? undefined : args.find((arg) => arg instanceof CellError);
  if (bad) return bad;
  const [first] = node.args;
  const column = first?.kind === 'range' ? around.columnOf(first.area) : undefined;
  return known.whole?.(args, column) ?? null;
}

/** Works on single values: on each place of the tables within an array formula; else a table is refused. */
function spread(values: Value[], each: boolean, work: (values: Scalar[]) => Scalar): Value {
  const tables = values.filter(isTable);
  const single = (value: Value) => (isTable(value) ? (value[0]?.[0] ?? null) : value);
  if (tables.every((table) => table.length === 1 && table[0]?.length === 1)) {
    return work(values.map(single));
  }
  if (!each) return notHere('a range where one value is wanted, outside of ARRAYFORMULA,');
  const rows = Math.max(...tables.map((table) => table.length));
  const columns = Math.max(...tables.map((table) => table[0]?.length ?? 0));
  const at = (value: Value, r: number, c: number): Scalar => {
    if (!isTable(value)) return value;
    const row = value[value.length === 1 ? 0 : r];
    const cell = row?.[row.length === 1 ? 0 : c];
    return cell === undefined ? NOT_AVAILABLE : cell;
  };
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => work(values.map((value) => at(value, r, c)))),
  );
}

function operation(sign: string, left: Scalar = null, right: Scalar = null): Scalar {
  if (left instanceof CellError) return left;
  if (right instanceof CellError) return right;
  if (sign === '&') return `${textOf(left)}${textOf(right)}`;
  if (!/[=<>]/.test(sign)) return arithmetic(sign, left, right);
  const order = compare(left, right);
  if (sign === '=') return order === 0;
  if (sign === '<>') return order !== 0;
  if (sign === '<') return order < 0;
  if (sign === '>') return order > 0;
  return sign === '<=' ? order <= 0 : order >= 0;
}

/** A date and a number make a date; a date less a date makes days. */
function arithmetic(sign: string, left: Scalar = null, right: Scalar = null): Scalar {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a instanceof CellError) return a;
  if (b instanceof CellError) return b;
  if (sign === '/' && b === 0) return BY_ZERO;
  const result =
    { '+': a + b, '-': a - b, '*': a * b, '/': a / b, '^': a ** b }[sign] ?? Number.NaN;
  if (!Number.isFinite(result)) return new CellError('#NUM!');
  if (sign === '+' || sign === '-') {
    const [day, other] = left instanceof Day ? [left, right] : [right, left];
    const isDate = day instanceof Day && !(other instanceof Day) && (sign === '+' || day === left);
    if (isDate) return new Day(result, day.format);
  }
  return result;
}
