/** Whether a method may be called with the arguments that a script gives it. */
import { entryName, handleName, isDate } from './realm';
import {
  type Enum,
  type Method,
  type Parameter,
  type ServiceClass,
  signatures,
} from './signatures';

/** An array so long is taken on trust, as far as what is in it goes. */
const LOOKED_THROUGH = 1000;

/** A method by class and name; undefined when the types do not know it. */
export function methodOf(className: string, method: string): Method | undefined {
  return classOf(className)?.methods.get(method);
}

/** Whether one of the forms has an enum in it. */
export function takesEnums({ forms }: Method): boolean {
  return forms.some((form) => form.some(({ type }) => enumIn(type)));
}

/** The enum of which a method gives an entry, or a table of entries; undefined for any other. */
export function givenEnum({ gives }: Method): Enum | undefined {
  return enumIn(gives);
}

function enumIn(type: string): Enum | undefined {
  return signatures().enums.get(/^\w+/.exec(type)?.[0] ?? '');
}

/** Where an entry stands in its enum; -1 when the types do not know it. */
export function ordinalOf(enumLabel: string, entry: string): number {
  return enumIn(enumLabel.split('.').at(-1) ?? '')?.names.indexOf(entry) ?? -1;
}

/** As Google's errors name a method: "SpreadsheetApp.Range.setValue". */
export function methodLabel(className: string, method: string): string {
  return `${classLabel(className)}.${method}`;
}

/** As Google's errors name a class: "SpreadsheetApp.Range". */
export function classLabel(className: string): string {
  return classOf(className)?.label ?? className;
}

function classOf(name: string): ServiceClass | undefined {
  return signatures().classes.get(name);
}

/** Whether one of the forms takes these arguments. */
export function fitForms(forms: Parameter[][], args: unknown[]): boolean {
  return forms.some((form) => fitForm(form, args));
}

function fitForm(form: Parameter[], args: unknown[]): boolean {
  const rest = form.at(-1)?.rest ?? false;
  if (args.length > form.length && !rest) return false;
  return form.every((parameter, i) => {
    if (parameter.rest) return true;
    if (parameter.optional && args[i] === undefined) return true;
    return i < args.length && fits(parameter.type, args[i]);
  });
}

/** Google's services turn numbers and truth values into text, and nothing else into anything. */
function fits(type: string, value: unknown): boolean {
  const choices = type.split(/\s*\|\s*(?![^{(<]*[})>])/);
  if (choices.length > 1) return choices.some((choice) => fits(choice, value));
  if (type === 'any' || type === 'unknown') return true;
  if (type === 'null' || type === 'undefined') return value === null || value === undefined;
  if (value === null || value === undefined) return false;
  const element = /^(.*)\[\]$|^Array<(.*)>$/s.exec(type);
  if (element) return fitsAll(element[1] ?? element[2] ?? '', value);
  if (/^["']/.test(type)) return type.slice(1, -1) === value;
  const plain = PLAIN[type];
  return plain ? plain(value) : fitsNamed(type, value);
}

const isNumber = (value: unknown) => typeof value === 'number';
const isText = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
const PLAIN: Record<string, (value: unknown) => boolean> = {
  string: isText,
  Char: isText,
  number: isNumber,
  Integer: isNumber,
  Byte: isNumber,
  boolean: (value) => typeof value === 'boolean',
  Date: isDate,
};

function fitsAll(type: string, value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const bare = type.replace(/^\((.*)\)$/, '$1');
  return value.length > LOOKED_THROUGH || value.every((entry) => fits(bare, entry));
}

/** An enum's entry, another object of the services, or what a script makes up itself. A name that the types leave open takes anything. */
function fitsNamed(type: string, value: unknown): boolean {
  const { enums, classes, aliases } = signatures();
  const alias = aliases.get(type);
  if (alias !== undefined) return fits(alias, value);
  const name = handleName(value);
  const wantedEnum = enums.get(type);
  if (wantedEnum) return name === wantedEnum.label && entryName(value) !== undefined;
  if (type === 'BlobSource') return name !== undefined && methodOf(name, 'getAs') !== undefined;
  const wanted = classes.get(type);
  if (wanted === undefined) return !type.startsWith('{') || typeof value === 'object';
  if (wanted.methods.size > 0) return name === type;
  return name === undefined && typeof value === 'object';
}
