/** What was found in a database, in sentences that say what to do. *Check set-up* shares them. */
import type { DatabaseFound } from '../../wire';
import type { FindingLine } from '../components/findings';
import type { Finding } from '../shared/findings';

export function linesOf(found: DatabaseFound): FindingLine[] {
  return [
    { title: 'The server', finding: serverFinding(found) },
    { title: 'What your account may do', finding: rightsFinding(found) },
    { title: 'What is there', finding: contentFinding(found) },
  ];
}

/** Whether the database can take this spreadsheet's clients. */
export function isUsable(found: DatabaseFound): boolean {
  return linesOf(found).every(({ finding }) => finding?.result !== 'fail');
}

function serverFinding({ server, tooOld, unicode }: DatabaseFound): Finding {
  const found = `It answers: PostgreSQL ${server}.`;
  if (tooOld) {
    return { result: 'fail', found, toDo: 'That is too old: version 12 or newer is needed.' };
  }
  if (!unicode) {
    return {
      result: 'fail',
      found: `${found} But this database cannot keep every letter.`,
      toDo: 'Make a database with the encoding UTF8: create database … encoding ‘UTF8’ template template0.',
    };
  }
  return { result: 'pass', found };
}

function rightsFinding({ hindrance }: DatabaseFound): Finding {
  if (!hindrance) {
    return { result: 'pass', found: 'It may make the tables and functions that are needed.' };
  }
  return {
    result: 'fail',
    found: `It may not do what is needed: ${hindrance}.`,
    toDo: 'Let the database’s owner run “grant create on database … to …” for this user, or enter the owner’s account. Tables of yours beside ours are neither read nor changed.',
  };
}

function contentFinding(found: DatabaseFound): Finding {
  const { schema, newest, whose, title, people } = found;
  const count = `${people.toLocaleString()} ${people === 1 ? 'person' : 'people'}`;
  if (schema > newest) {
    return {
      result: 'fail',
      found: 'A newer version of this program has made the tables.',
      toDo: 'Install that version here first: Check set-up says how.',
    };
  }
  if (whose === 'another') {
    return {
      result: 'fail',
      found: `The clients of another spreadsheet are there: “${title}”, ${count}.`,
      toDo: 'They stay as they are. Make a database of its own for this spreadsheet, and enter that one.',
    };
  }
  if (!schema) return { result: 'pass', found: 'Nothing of this program yet.' };
  if (schema < newest) {
    return {
      result: 'warn',
      found: `Tables of an earlier version, with ${count}.`,
      toDo: 'Press the button below: the tables are brought to the form of today, and nothing in them is lost.',
    };
  }
  return {
    result: 'pass',
    found: `The tables for this spreadsheet, with ${count}.`,
  };
}
