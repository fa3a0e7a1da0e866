import { type Page } from 'playwright-core';
import { accessibilityProblems, sidewaysOverflow } from './chromium';

type Media = Parameters<Page['emulateMedia']>[0];

interface Way {
  readonly name: string;
  /** Of the window, in CSS pixels. */
  readonly width: number;
  readonly media: Media;
  /** Rules of axe that this way can break; on a narrow window with every menu open. */
  readonly rules: 'all' | readonly string[];
  /** Whether another language can break it, whose words are longer or shorter. */
  readonly isForWords?: boolean;
}

const light: Media = { colorScheme: 'light', forcedColors: 'none' };
const dark: Media = { colorScheme: 'dark', forcedColors: 'none' };

/** Ways to see a page; zooming to 200 % and 400 % halves and quarters the window of 1,280 pixels. */
const ways: readonly Way[] = [
  { name: 'light at 1,440 px', width: 1440, media: light, rules: 'all' },
  { name: 'light at 768 px', width: 768, media: light, rules: [] },
  { name: 'light at 200 %', width: 640, media: light, rules: [], isForWords: true },
  { name: 'dark at 390 px', width: 390, media: dark, rules: 'all', isForWords: true },
  { name: 'light at 400 %', width: 320, media: light, rules: ['target-size'], isForWords: true },
];

/** Rules of axe that words in another language can break. Colours are the same, and take the longest. */
const rulesForWords = [
  'aria-valid-attr-value',
  'button-name',
  'empty-heading',
  'heading-order',
  'html-has-lang',
  'image-alt',
  'label',
  'landmark-unique',
  'link-name',
  'target-size',
  'valid-lang',
];

/**
 * What is wrong with the page in any of the ways to see it. It is loaded once a theme, and seen in one way after the other.
 * @param isTranslated leaves out what would be wrong in the first language too
 */
export async function problemsInEveryWay(page: Page, isTranslated: boolean): Promise<string[]> {
  const found: string[] = [];
  for (const { name, width, media, rules } of ways.filter(({ isForWords }) => isForWords || !isTranslated)) {
    await page.setViewportSize({ width, height: width < 700 ? 800 : 900 });
    await page.emulateMedia(media);
    // Contrast is measured on a page that never had other colours.
    if (media === dark && !isTranslated) await page.reload();
    const isWithMenus = rules === 'all' && width < 700;
    if (isWithMenus) await openMenus(page, true);
    const asked = rules !== 'all' ? rules : isTranslated ? rulesForWords : undefined;
    const problems = asked?.length === 0 ? [] : await accessibilityProblems(page, asked);
    if (isWithMenus) await openMenus(page, false);
    found.push(...problems.map((problem) => `${name}: ${problem}`));
    const overflow = await sidewaysOverflow(page);
    if (overflow > 0) found.push(`${name}: can be pushed sideways by ${overflow} px`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ ...light, forcedColors: 'active' });
  found.push(...(await invisibleButtons(page)).map((name) => `forced colours: "${name}" has no edge`));
  await page.emulateMedia(light);
  return found;
}

function openMenus(page: Page, isOpen: boolean): Promise<void> {
  return page.evaluate((open) => {
    // Those of one name close each other.
    for (const menu of document.querySelectorAll('details')) {
      if (open) menu.removeAttribute('name');
      menu.open = open;
    }
  }, isOpen);
}

/** Forced colours take a button's fill away, so that only its edge makes it one. */
function invisibleButtons(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.button, .button-quiet, .field')]
      .filter((element) => {
        const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
        return element.checkVisibility() && (borderTopStyle === 'none' || borderTopWidth === '0px');
      })
      .map((element) => element.textContent.trim() || element.tagName),
  );
}

const stepsMax = 500;

/**
 * What somebody meets who has nothing but a keyboard and goes through the whole page with Tab: a trap, a place that
 * cannot be seen, is covered, or does not show that it has the focus, and an order that jumps back.
 */
export async function keyboardProblems(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    window.getSelection()?.removeAllRanges();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.scrollTo(0, 0);
    Object.assign(window, { walk: { seen: new Set<Element>(), last: null } });
  });
  const problems: string[] = [];
  for (let step = 0; step < stepsMax; step++) {
    await page.keyboard.press('Tab');
    const { isOver, problem } = await page.evaluate(lookAtFocus);
    if (problem !== null) problems.push(problem);
    if (isOver) return problems;
  }
  return [...problems, `does not end after ${stepsMax} steps`];
}

/** Runs in the page. */
function lookAtFocus(): { readonly isOver: boolean; readonly problem: string | null } {
  const { walk } = window as unknown as { walk: { seen: Set<Element>; last: Element | null } };
  const element = document.activeElement;
  if (element === null || element === document.body) return { isOver: true, problem: null };
  const name = `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}"`;
  const isAgain = walk.seen.has(element);
  const isFirst = [...walk.seen][0] === element;
  const goesBack =
    walk.last !== null &&
    (walk.last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  walk.seen.add(element);
  walk.last = element;
  if (isAgain) return { isOver: true, problem: isFirst ? null : `${name} is come back to` };
  if (goesBack) return { isOver: false, problem: `${name} is before what had the focus` };
  // A box that is drawn by its label, and out of sight itself.
  const label = (element as HTMLInputElement).labels?.[0];
  const isHidden = element.getBoundingClientRect().width <= 1;
  const shown = isHidden && label ? label : element;
  // A link around a picture has lines without a height before and after it.
  const box = [...shown.getClientRects()].find(({ width, height }) => width >= 2 && height >= 2);
  if (box === undefined) return { isOver: false, problem: `${name} cannot be seen` };
  const { outlineStyle, boxShadow } = getComputedStyle(shown);
  const marked = [shown, shown.parentElement].some(
    (one) =>
      one && (getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none'),
  );
  if (outlineStyle === 'none' && boxShadow === 'none' && !marked)
    return { isOver: false, problem: `${name} does not show the focus` };
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const above = document.elementFromPoint(x, y);
  if (above !== null && !shown.contains(above) && !above.contains(shown))
    return { isOver: false, problem: `${name} is covered by ${above.tagName.toLowerCase()}` };
  if (above === null) return { isOver: false, problem: `${name} is outside of the window` };
  return { isOver: false, problem: null };
}
