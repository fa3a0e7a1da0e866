import { measureStrength } from '@/lib/search/strength/measure-strength';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { describeWithBrowser, sidewaysOverflow, useBrowser } from './chromium';

jest.setTimeout(120_000);

const styles = ['impressionist', 'cubist', 'ukiyo-e', 'woodcut', 'pointillist'];
const subjects = [
  'sea',
  'tree',
  'bridge',
  'cat',
  'night',
  'mountain',
  'street',
  'portrait',
  'flowers',
  'windmill',
];
const samples = styles.flatMap((style) => subjects.map((subject) => `${style}-${subject}`));
const postgres = useTestDatabase({ samples });

describeWithBrowser('how strong matches are, and how well it works', () => {
  describe('on a site with fifty works', () => {
    const site = useSite(postgres);
    const { newVisitor, takeComplaints } = useBrowser(() => site.origin);
    let first = '';

    beforeAll(async () => {
      const work = await postgres.db.artwork.findFirst({ where: { title: 'The Red Jib, Morning' } });
      first = work?.id ?? '';
    });

    test('each hit tells its strength, and a line is drawn before the weak ones', async () => {
      const page = await newVisitor();
      await page.goto(`/search?style=${first}&view=wall`);
      const list = page.getByRole('list', { name: 'Works that match' });
      const told = await list.getByText(/loser than [\d.]+% of pairs in this collection/).allTextContents();
      expect(told).toHaveLength(24);
      const weak = told.map((text) => text.startsWith('Weak match'));
      expect(weak[0]).toBe(false);
      expect(weak).toContain(true);
      // The order is by neighbours too, so a weak match can come before a strong one; after the line all are weak.
      const from = weak.lastIndexOf(false) + 1;
      const line = list.getByText(/^Matches from here on are weak:/);
      expect(await line.count()).toBe(from < weak.length ? 1 : 0);
      const items = await list.getByRole('listitem').allTextContents();
      expect(items.findIndex((text) => text.startsWith('Matches from here on'))).toBe(
        from < weak.length ? from : -1,
      );
      expect(await page.getByText(/% the same|% similar/).count()).toBe(0);
      await page.goto(`/search?style=${first}&view=wall&page=2`);
      expect(await line.count()).toBe(1);
      await page.getByRole('link', { name: 'How well does it work?' }).click();
      await page.getByRole('heading', { level: 1, name: 'How well does it work?' }).waitFor();
      expect(takeComplaints()).toEqual([]);
    });

    test('a blend is as strong as its weaker part; one against a picture has no strength', async () => {
      const page = await newVisitor();
      await page.goto(`/search?style=${first}~0.5&content=${first}~0.5`);
      expect(await page.getByText(/loser than [\d.]+% of pairs/).count()).toBeGreaterThan(20);
      const other = await postgres.db.artwork.findFirst({ where: { id: { not: first } } });
      await page.goto(`/search?style=${first}&style=${other?.id}~-0.5`);
      expect(await page.getByText(/loser than [\d.]+% of pairs/).count()).toBe(0);
      expect(await page.getByText(/^Matches from here on/).count()).toBe(0);
    });

    test('the page draws what was measured, each drawing with a table', async () => {
      const page = await newVisitor();
      await page.goto('/quality');
      for (const name of ['How often it is right', 'What it confuses', 'What it gets wrong'])
        expect(await page.getByRole('heading', { level: 2, name }).count()).toBe(1);
      const drawings = page.getByRole('figure');
      const count = await drawings.count();
      expect(count).toBeGreaterThan(6);
      expect(await drawings.locator('svg[role=img][aria-label]').count()).toBeGreaterThanOrEqual(count);
      expect(await drawings.locator('details table').count()).toBe(count);
      const strength = page.getByRole('region', { name: 'How strong a match is' });
      expect(
        await strength.getByRole('img', { name: /^How close styles are\. [\d.]+% of random pairs/ }).count(),
      ).toBe(1);
      expect(await sidewaysOverflow(page)).toBe(0);
    });

    test('the page says so when its figures are of another space', async () => {
      const visitor = await newVisitor();
      const notice = visitor.getByText('This site uses');
      await visitor.goto('/quality');
      expect(await notice.count()).toBe(0);
      const live = await postgres.db.liveSpace.findUniqueOrThrow({
        where: { kind: 'style' },
        include: { space: true },
      });
      const { id, kind, extractor, descriptor, dimensions } = live.space;
      const other = { id: 'style-of-an-operator', kind, extractor, descriptor: descriptor ?? {}, dimensions };
      await postgres.db.space.create({ data: { ...other, projectionId: 'own' } });
      await postgres.db.liveSpace.update({ where: { kind: 'style' }, data: { spaceId: other.id } });
      expect(await measureStrength(postgres.db, { id: other.id, kind: 'style' })).toBeNull();
      await visitor.goto('/quality');
      expect(await notice.count()).toBe(1);
      await postgres.db.liveSpace.update({ where: { kind: 'style' }, data: { spaceId: id } });
    });
  });
});
