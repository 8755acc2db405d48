/** TextFinder, the spreadsheet's own search. */
import type { Place } from './a1';
import { guard } from './guard';
import { UnknownRegex } from './java-regex';
import { PLACE } from './range-position';
import type { Run } from './run';
import {
  matcher,
  type Scope,
  type SearchOptions,
  type Spot,
  searchCells,
  searchedText,
  searchPattern,
} from './text-search';

class TextFinder {
  readonly #run: Run;
  readonly #scopes: () => Scope[];
  readonly #options: SearchOptions;
  #start?: Spot;
  #current: Spot | undefined;

  constructor(run: Run, text: string, scopes: () => Scope[]) {
    this.#run = run;
    this.#scopes = scopes;
    this.#options = {
      text: String(text),
      matchCase: false,
      matchEntireCell: false,
      matchFormulaText: false,
      ignoreDiacritics: false,
      useRegularExpression: false,
      regexFree: !run.world.quirks.regexMatchesEntireCell,
    };
  }
  matchCase(on: boolean): this {
    return this.#set('matchCase', on);
  }
  matchEntireCell(on: boolean): this {
    return this.#set('matchEntireCell', on);
  }
  matchFormulaText(on: boolean): this {
    return this.#set('matchFormulaText', on);
  }
  ignoreDiacritics(on: boolean): this {
    return this.#set('ignoreDiacritics', on);
  }
  useRegularExpression(on: boolean): this {
    return this.#set('useRegularExpression', on);
  }
  startFrom(range: { [PLACE]: Place }): this {
    const { sheetId, area } = range[PLACE];
    this.#start = { sheetId, row: area.row, column: area.column };
    this.#current = undefined;
    return this.#again();
  }
  findNext(): object | null {
    return this.#step(false);
  }
  findPrevious(): object | null {
    return this.#step(true);
  }
  findAll(): object[] {
    return this.#search('findAll', { most: Infinity }).map((spot) => this.#toRange(spot));
  }
  getCurrentMatch(): object | null {
    return this.#current ? this.#toRange(this.#current) : null;
  }
  /** Replaces in the current match; gives how often. */
  replaceWith(text: string): number {
    const spot = this.#current;
    return spot ? this.#replace('replaceWith', String(text), () => [spot]) : 0;
  }
  /** Replaces everywhere; gives how often. */
  replaceAllWith(text: string): number {
    return this.#replace(
      'replaceAllWith',
      String(text),
      () => this.#find({ most: Infinity }).spots,
    );
  }

  #step(backwards: boolean): object | null {
    const after = this.#current ?? this.#start;
    const name = backwards ? 'findPrevious' : 'findNext';
    const [spot] = this.#search(name, { after, backwards, most: 1 });
    if (!spot) return null;
    this.#current = spot;
    return this.#toRange(spot);
  }
  #search(
    name: string,
    walk: { after?: Spot | undefined; backwards?: boolean; most: number },
  ): Spot[] {
    const what = `${this.#where()} ${name} ${this.#options.text}`;
    const found = this.#run.readSheet(
      'spreadsheet.search',
      what,
      () => this.#find(walk),
      ({ looked }) => looked,
    );
    return found.spots;
  }
  #find(walk: { after?: Spot | undefined; backwards?: boolean; most: number }) {
    const { world } = this.#run;
    return this.#checked(() =>
      searchCells(world.book, this.#scopes(), this.#options, {
        ...walk,
        skipHidden: world.quirks.textFinderSkipsHidden,
        skipFiltered: world.quirks.textFinderSkipsFiltered,
      }),
    );
  }
  #replace(name: string, replacement: string, spots: () => Spot[]): number {
    const what = `${this.#where()} ${name} ${this.#options.text}`;
    return this.#run.readSheet(
      'spreadsheet.search',
      what,
      () => this.#replaceIn(spots(), replacement),
      0,
    );
  }
  #replaceIn(spots: Spot[], replacement: string): number {
    const options = this.#options;
    if (options.ignoreDiacritics) {
      throw this.#run.lacks('TextFinder.replaceAllWith together with ignoreDiacritics');
    }
    const { book } = this.#run.world;
    const matches = this.#checked(() => matcher(options));
    const pattern = this.#checked(() => searchPattern(options, options.matchCase ? 'g' : 'gi'));
    const literal = options.useRegularExpression
      ? replacement
      : replacement.replaceAll('$', '$$$$');
    let count = 0;
    for (const { sheetId, row, column } of spots) {
      const sheet = book.byId(sheetId);
      const text = sheet && searchedText(book, sheet, row, column, options);
      if (!sheet || typeof text !== 'string' || !matches(text)) continue;
      count += text.match(pattern)?.length ?? 0;
      book.write(sheet, row, column, text.replace(pattern, literal), 'script');
    }
    return count;
  }
  #checked<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      if (error instanceof UnknownRegex) {
        throw this.#run.lacks(`the regular expression ${error.message}`);
      }
      if (error instanceof SyntaxError) {
        throw this.#run.exception(`Invalid regular expression: ${this.#options.text}`);
      }
      throw error;
    }
  }
  #where(): string {
    const { book } = this.#run.world;
    return this.#scopes()
      .map(({ sheetId }) => book.byId(sheetId)?.name ?? '?')
      .join('+');
  }
  #toRange({ sheetId, row, column }: Spot): object {
    return this.#run.services.range({ sheetId, area: { row, column, rows: 1, columns: 1 } });
  }
  #set(option: Exclude<keyof SearchOptions, 'text' | 'regexFree'>, on: boolean): this {
    this.#options[option] = Boolean(on);
    return this.#again();
  }
  #again(): this {
    return guard(this.#run, 'TextFinder', this);
  }
}

/** A finder over the given parts of the spreadsheet, which are looked up at each search. */
export function makeTextFinder(run: Run, text: string, scopes: () => Scope[]): object {
  return guard(run, 'TextFinder', new TextFinder(run, text, scopes));
}
