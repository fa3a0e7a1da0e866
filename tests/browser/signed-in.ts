import { type Page } from 'playwright-core';
import { type useBrowser } from './chromium';

/** Give it to a site as ADMIN_PASSWORD. */
export const curatorPassword = 'the curators’ own';

type NewVisitor = ReturnType<typeof useBrowser>['newVisitor'];

/** A visitor who has signed in as a curator and is on the curators' first page. */
export async function signedInCurator(
  newVisitor: NewVisitor,
  options: Parameters<NewVisitor>[0] = {},
): Promise<Page> {
  const page = await newVisitor(options);
  await page.goto('/admin');
  await page.getByLabel('Password').fill(curatorPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Add a work' }).waitFor();
  return page;
}
