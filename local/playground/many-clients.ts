/** Fills a shop with clients, so that one can try how the program feels with many: the same every time. */
import type { World } from './world';

const FIRST = [
  ...['Ada', 'Ben', 'Carla', 'Dario', 'Elif', 'Farah', 'Goran', 'Hana', 'Ivo', 'Jana', 'Karim'],
  ...['Lena', 'Marco', 'Nadia', 'Omar', 'Paula', 'Rosa', 'Sami', 'Tara', 'Viktor', 'Yusuf', 'Zoe'],
];
const LAST = [
  ...['Abreu', 'Becker', 'Costa', 'Demir', 'Evans', 'Fischer', 'Garcia', 'Haddad', 'Ivanova'],
  ...['Jansen', 'Kaya', 'Lopez', 'Moreau', 'Novak', 'Okafor', 'Petrov', 'Rossi', 'Silva', 'Weber'],
];

/** Every third client was invited, by somebody a little before them. */
const INVITED = 3;
const DAY = 24 * 3_600_000;
const A_YEAR = 365 * DAY;

/** Lets so many people stand in the tab Clients, who have joined over the last year. */
export function fillWithClients({ script }: World, many: number): void {
  const { clock, spreadsheet } = script;
  const rows = Array.from({ length: many }, (_, n) => {
    const inviter = n % INVITED === INVITED - 1 ? n - 1 - (n % 7) : -1;
    const joined = clock.now - A_YEAR + Math.floor((n / many) * (A_YEAR - DAY));
    return {
      Name: nameOf(n),
      Joined: new Date(joined),
      'Last message': new Date(joined + DAY / 2),
      "Inviter's name": inviter < 0 ? '' : nameOf(inviter),
      'Invited by': inviter < 0 ? '' : phoneOf(inviter),
      Phone: phoneOf(n),
      'Messenger id': phoneOf(n),
      Code: codeOf(n),
    };
  });
  spreadsheet.fill('Clients', rows);
}

function nameOf(n: number): string {
  return `${FIRST[n % FIRST.length]} ${LAST[Math.floor(n / FIRST.length) % LAST.length]}`;
}

/** Numbers that nobody can have: the country code 999 is given to no country. */
function phoneOf(n: number): string {
  return String(999_100_000_000 + n);
}

/** Eight letters without vowels, in an order that no two numbers share. */
function codeOf(n: number): string {
  const letters = 'bcdfghjkmnpqrstvwxz2';
  let rest = (n * 7_368_787 + 12_345_678) % 20 ** 8;
  let code = '';
  for (let place = 0; place < 8; place++) {
    code += letters[rest % 20];
    rest = Math.floor(rest / 20);
  }
  return code;
}
