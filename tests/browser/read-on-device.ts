import { get } from 'node:http';
import { type Page } from 'playwright-core';
import { uploadResultSchema } from '@/app/api/_lib/search.schema';
import { type Database } from '@/lib/catalog/database';
import { bytesToVector } from '@/lib/catalog/vector-bytes';
import { dot } from '@/lib/vision/dot';
import { type apiClient } from '../api/client';

/** Where an uploaded picture's results are. */
export const uploadAddress = /\/search\?style=(q_[A-Za-z0-9]{22})$/;

/** What a device sends of a picture. */
export interface SentVectors {
  readonly vectors: readonly { readonly space: string; readonly vector: number[] }[];
  readonly thumbnail?: string;
}

/** Ticks "Read it on this device" and waits for the network. */
export async function readHere(page: Page): Promise<void> {
  await page.getByLabel('Read the picture on this device').check();
  await page.getByText('Your picture stays on your device.').waitFor({ timeout: 120_000 });
}

/** The same at the front page, from its beginning. */
export async function chooseDevice(page: Page): Promise<void> {
  await page.goto('/');
  await readHere(page);
}

/** Hands a picture to the page. */
export function choosePicture(page: Page, buffer: Buffer, name = 'mine.webp'): Promise<void> {
  return page.getByLabel('Choose a picture').setInputFiles({ name, mimeType: 'image/webp', buffer });
}

interface Server {
  readonly api: ReturnType<typeof apiClient>;
  readonly db: Database;
}

/** Has pictures read by the device, which is chosen, and by the server: cosines of at least 0.99 for each kind. */
export async function expectReadAsByServer(
  page: Page,
  pictures: Readonly<Record<string, Buffer>>,
  server: Server,
): Promise<void> {
  const lines: string[] = [];
  for (const [name, picture] of Object.entries(pictures)) {
    const cosines = await cosinesOfReadings(page, picture, server);
    lines.push(`${name}: ${cosines.map(([kind, cosine]) => `${kind} ${cosine.toFixed(5)}`).join(', ')}`);
    expect(cosines).toHaveLength(3);
    for (const [, cosine] of cosines) expect(cosine).toBeGreaterThanOrEqual(0.99);
  }
  console.info(`Cosine of what browser and server read:\n${lines.join('\n')}`);
}

async function cosinesOfReadings(
  page: Page,
  picture: Buffer,
  { api, db }: Server,
): Promise<(readonly [kind: string, cosine: number])[]> {
  await page.goto('/');
  const sent = page.waitForRequest('**/query/vectors');
  await page.getByText('Your picture stays on your device.').waitFor({ timeout: 120_000 });
  await choosePicture(page, picture);
  const { vectors } = (await sent).postDataJSON() as SentVectors;
  await page.waitForURL(uploadAddress);
  const { upload } = uploadResultSchema.parse(await (await api.postForm(picture)).json());
  const rows = await db.uploadedQueryEmbedding.findMany({ where: { queryId: upload.id } });
  return rows.map(({ spaceId, vector }) => {
    const own = vectors.find(({ space }) => space === spaceId)?.vector ?? [];
    return [spaceId.split('-')[0] ?? '', dot(own, bytesToVector(vector))] as const;
  });
}

/** What the page fetches while something is done that it did not fetch before, and its bytes as they are sent. */
export async function fetchedBy(
  page: Page,
  act: () => Promise<void>,
): Promise<{ urls: string[]; bytes: number }> {
  const before = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const fetched = new Set<string>();
  const note = (request: { url(): string }) => void fetched.add(request.url());
  page.context().on('request', note);
  await act();
  page.context().off('request', note);
  const urls = [...fetched].filter((url) => !before.includes(url));
  const sizes = await Promise.all(urls.map(transferredBytes));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const lines = urls.map((url, i) => `${sizes[i]} ${new URL(url).pathname}`);
  console.info(`Fetched to read on a device, in bytes as sent:\n${lines.join('\n')}\n${bytes} in all`);
  return { urls, bytes };
}

/** The bytes of a body as it is sent to a browser. */
function transferredBytes(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip, deflate, br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.byteLength));
      answer.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}
