import { makeOneTimeLink } from '@/lib/auth/one-time-link';
import { addPerson, addToken, somePassword } from '../support/accounts';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { accessibilityProblems, describeWithBrowser, phone, sidewaysOverflow, useBrowser } from './chromium';

jest.setTimeout(240_000);

const postgres = useTestDatabase({ samples: ['cubist-sea'] });

describeWithBrowser('the pages of accounts', () => {
  const site = useSite(postgres);
  const { newVisitor, takeComplaints } = useBrowser(() => site.origin);
  let pages: Record<string, string> = {};
  let link = '';

  beforeAll(async () => {
    const ada = await addPerson('Ada', 'administrator');
    const long = await addPerson('Wolfeschlegelsteinhausenbergerdorff', 'curator');
    await addToken(ada, ['works:read', 'works:write']);
    link = await makeOneTimeLink(long.id, 1);
    const work = await postgres.db.artwork.findFirstOrThrow();
    pages = {
      'add a work': '/admin',
      people: '/admin/people',
      person: `/admin/people/${long.id}`,
      'nobody’s account': '/admin/people/nobody',
      tokens: '/admin/tokens',
      log: '/admin/log',
      'log, narrowed': '/admin/log?subject=person&action=invite',
      history: `/admin/works/${work.id}/history`,
      account: '/admin/account',
    };
  });

  const signedIn = async (options = {}) => {
    const page = await newVisitor(options);
    await page.goto('/admin');
    await page.getByLabel('E-mail address').fill('ada@example.org');
    await page.getByLabel('Password').fill(somePassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Add a work' }).waitFor();
    return page;
  };

  test.each([
    ['on a phone, dark', { ...phone, colorScheme: 'dark' as const }],
    ['on a small phone', { ...phone, viewport: { width: 320, height: 640 } }],
    ['on a desk, light', { colorScheme: 'light' as const, viewport: { width: 1440, height: 900 } }],
  ])('can be used by everyone, %s', async (_, options) => {
    const page = await signedIn(options);
    takeComplaints();
    const problems: Record<string, unknown> = {};
    for (const [name, path] of Object.entries({ ...pages, link, 'used link': '/admin/link?token=used' })) {
      await page.goto(path);
      const found = [await accessibilityProblems(page), await sidewaysOverflow(page)] as const;
      if (found[0].length > 0 || found[1] > 0) problems[name] = found;
      expect([name, await page.getByRole('heading', { level: 1 }).count()]).toEqual([name, 1]);
    }
    expect(problems).toEqual({});
    expect(takeComplaints()).toEqual([]);
  });

  test('show an invitation’s link once, and lead from page to page', async () => {
    const page = await signedIn();
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByRole('heading', { name: 'Invite somebody' }).waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Kenji Sato');
    await page.getByLabel('E-mail address').fill('kenji@example.org');
    await page.getByRole('radio', { name: /Administrator/ }).check();
    await page.getByRole('button', { name: 'Make invitation link' }).click();
    const shown = await page.getByLabel('One-time link').inputValue();
    expect(shown).toMatch(new RegExp(`^${site.origin}/admin/link\\?token=`));
    await page.reload();
    expect(await page.getByLabel('One-time link').count()).toBe(0);

    const invited = await newVisitor();
    await invited.goto(shown);
    await invited.getByLabel('New password').fill(somePassword);
    await invited.getByRole('button', { name: 'Set password and sign in' }).click();
    await invited.getByRole('link', { name: 'Audit log' }).click();
    await invited.getByRole('heading', { name: 'Audit log' }).waitFor();
    await invited.getByRole('link', { name: 'Kenji Sato’s account' }).first().click();
    await invited.getByRole('heading', { name: 'Kenji Sato', level: 1 }).waitFor();
    await invited.getByRole('button', { name: 'Sign out', exact: true }).click();
    await invited.getByRole('heading', { name: 'Curators' }).waitFor();
    expect(takeComplaints()).toEqual([]);
  });
});
