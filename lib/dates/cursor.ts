import { type Token } from './tokens';
import { type Role } from './words/words';

/** Where a reader stands in the tokens; rules take what they know and go back when they fail. */
export class Cursor {
  at = 0;

  constructor(readonly tokens: readonly Token[]) {}

  get token(): Token | undefined {
    return this.tokens[this.at];
  }

  /** What `rule` returns; when that is null, nothing was taken. */
  attempt<T>(rule: () => T | null): T | null {
    const start = this.at;
    const result = rule();
    if (result === null) this.at = start;
    return result;
  }

  has(role: Role | 'filler', ahead = 0): boolean {
    const token = this.tokens[this.at + ahead];
    return token?.kind === 'word' && token.meaning.roles.has(role);
  }

  /** Takes a word of one of these roles. */
  take(...roles: (Role | 'filler')[]): boolean {
    if (!roles.some((role) => this.has(role))) return false;
    this.at++;
    return true;
  }

  isMark(...texts: string[]): boolean {
    return this.token?.kind === 'mark' && texts.includes(this.token.text);
  }

  takeMark(...texts: string[]): boolean {
    if (!this.isMark(...texts)) return false;
    this.at++;
    return true;
  }

  /** Passes over words that say nothing of time: articles, circa, question marks. */
  skipSmall(): void {
    while (
      (!this.isNumeral() && this.take('circa', 'filler')) ||
      this.takeMark('?', '[', '~', '%', "'", ':')
    );
  }

  /** The `I` of "I век" is a numeral, though `i` is a small word in Danish. */
  private isNumeral(): boolean {
    const [own, next, afterNext] = this.tokens.slice(this.at, this.at + 3);
    if (own?.kind !== 'word' || own.roman === null) return false;
    if (this.has('century', 1)) return true;
    return (
      next?.kind === 'mark' &&
      '-/'.includes(next.text) &&
      afterNext?.kind === 'word' &&
      afterNext.roman !== null
    );
  }

  skipFillers(): void {
    while (this.take('filler') || this.takeMark('-', "'"));
  }
}
