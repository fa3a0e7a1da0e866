import { chromium } from 'playwright-core';
import { freePort } from '@/tests/support/free-port';
import { chromiumPath } from '@/tests/support/prerequisites';
import { type Program, runProgram } from '@/tests/support/program';

const password = 'of the benchmark alone';
const msMax = 60 * 60_000;

/**
 * Chooses a folder on the page for batches, publishes it, and waits until all of it can be searched.
 * @returns seconds from the choice on; the site is running before
 */
export async function addByBrowser(
  folder: string,
  count: number,
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const port = String(await freePort());
  const running: Program[] = [];
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    const own = { ...env, ADMIN_PASSWORD: password, PORT: port, HOST: '127.0.0.1' };
    const server = runProgram(['cli/gafu.mjs', 'serve'], own);
    running.push(server);
    await server.until(/The site is served/);
    const worker = runProgram(['cli/gafu.mjs', 'worker'], own);
    running.push(worker);
    await worker.until(/The worker takes jobs/);
    const page = await browser.newPage({ baseURL: `http://127.0.0.1:${port}` });
    page.setDefaultTimeout(msMax);
    await page.goto('/admin');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Add a work' }).waitFor();
    await page.goto('/admin/batches');
    const started = performance.now();
    await page.getByLabel('Choose a folder').setInputFiles(folder);
    await page.getByRole('button', { name: `Publish ${count} works` }).click();
    await page.getByText(`${count} searchable`).waitFor();
    return (performance.now() - started) / 1000;
  } finally {
    await browser.close();
    await Promise.all(running.map((program) => program.end('SIGTERM')));
  }
}
