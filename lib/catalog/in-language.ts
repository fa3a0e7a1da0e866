import { type Artwork, type LocalText } from './artwork';
import { type MakerCredit } from './maker';

type Described = Pick<Artwork, 'titles' | 'makers' | 'descriptions' | 'altTexts'>;

/**
 * A work as it is shown to a reader of a language: its texts in that language come first, and its makers are named in
 * that language's script, if the catalogue has such texts and names. `title` and the makers' `name` stay, since
 * addresses and filters are made of them.
 * @param language a BCP 47 language: `ja`
 */
export function inLanguage<Work extends Described>(work: Work, language: string): Work {
  return {
    ...work,
    titles: languageFirst(work.titles, language),
    descriptions: languageFirst(work.descriptions, language),
    altTexts: languageFirst(work.altTexts, language),
    makers: work.makers.map((maker) => named(maker, language)),
  };
}

/** The main title as it is shown to a reader of a language. */
export function titleIn(work: Pick<Artwork, 'title' | 'titles'>, language: string): string {
  return languageFirst(work.titles, language)[0]?.text ?? work.title;
}

/** `ja-JP` is Japanese; `ja-Latn` is Japanese for those who read another script. */
function isIn({ language: tag }: LocalText, language: string): boolean {
  const [primary, next] = tag?.toLowerCase().split('-') ?? [];
  // A script has four letters.
  return primary === language && next?.length !== 4;
}

function languageFirst(texts: readonly LocalText[], language: string): readonly LocalText[] {
  const own = texts.find((text) => isIn(text, language));
  return own === undefined ? texts : [own, ...texts.filter((text) => text !== own)];
}

/** Other names of makers have no language: their script tells Japanese ones. */
function named(maker: MakerCredit, language: string): MakerCredit {
  if (language !== 'ja') return maker;
  const isJapanese = (name: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name);
  const shownName = isJapanese(maker.name) ? undefined : maker.otherNames.find(isJapanese);
  return shownName === undefined ? maker : { ...maker, shownName };
}
