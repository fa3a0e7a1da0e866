import { type Locator, type Page } from 'playwright-core';
import { untilHydrated, type Visitors } from './chromium';

/** The frame of the page where a detail is chosen, once it can be moved: its picture has come, and React has taken over. */
export async function readyFrame(page: Page): Promise<Locator> {
  const frame = page.getByRole('group', { name: 'Part to search by' });
  await untilHydrated(frame);
  await frame.evaluate((node) => node.parentElement?.querySelector('img')?.decode());
  return frame;
}

/** A search by a part of a picture, by every way to draw the frame. Called inside a `describe` with a site with works. */
export function testSearchByDetail({ newVisitor, takeComplaints }: Visitors, workId: () => string): void {
  const openFrame = async (page: Page) => {
    await page.goto(`/search?style=${workId()}`);
    await page.getByRole('link', { name: 'Search by a detail' }).click();
    return readyFrame(page);
  };
  const submit = async (page: Page) => {
    await page.getByRole('button', { name: 'Search by this detail' }).click();
    await page.waitForURL(/\/search\?style=[0-9a-z]+@/);
    await page.getByRole('list', { name: 'Similar style' }).waitFor();
    return new URL(page.url()).search.replace(/^.*@/, '');
  };

  test('searches by a detail that is framed by keys, and goes back to the whole picture', async () => {
    const page = await newVisitor();
    const frame = await openFrame(page);
    await frame.focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press('Shift+ArrowLeft');
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
    expect(await submit(page)).toBe('30,20,50,60');
    await page
      .locator('figcaption')
      .getByText(/^A detail of /)
      .waitFor();
    await page.getByRole('link', { name: 'Change the detail' }).click();
    await page.getByRole('button', { name: 'Use the whole picture' }).click();
    await page.getByRole('button', { name: 'Search by this detail' }).click();
    await page.waitForURL(/\/search\?style=[0-9a-z]+$/);
    expect(takeComplaints()).toEqual([]);
  });

  test('frames a detail with the pointer', async () => {
    const page = await newVisitor();
    const frame = await openFrame(page);
    const box = await frame.boundingBox();
    if (!box) throw new Error('The frame is not there.');
    const [right, bottom] = [box.x + box.width, box.y + box.height];
    await page.mouse.move(right - 1, bottom - 1);
    await page.mouse.down();
    await page.mouse.move(right - box.width / 2, bottom - box.height / 2, { steps: 4 });
    await page.mouse.up();
    const [x, y, width = 0, height = 0] = (await submit(page)).split(',').map(Number);
    expect([x, y]).toEqual([20, 20]);
    for (const side of [width, height]) expect(Math.abs(side - 30)).toBeLessThan(2);
  });

  test('takes a detail as numbers without client JavaScript, and says what is wrong with one', async () => {
    const page = await newVisitor({ javaScriptEnabled: false });
    const fill = async (...numbers: string[]) => {
      await page.goto(`/search/detail?style=${workId()}`);
      for (const [at, name] of ['Left, %', 'Top, %', 'Width, %', 'Height, %'].entries())
        await page.getByLabel(name).fill(numbers[at] ?? '');
    };
    await fill('25', '12,5', '50', '60');
    expect(await submit(page)).toBe('25,12.5,50,60');
    await fill('60', '0', '50', '50');
    const answer = page.waitForResponse((response) => response.url().includes('/search?'));
    await page.getByRole('button', { name: 'Search by this detail' }).click();
    expect((await answer).status()).toBe(400);
    await page.getByText(/after @ a part of the picture/).waitFor();
  });
}
