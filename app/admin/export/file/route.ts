import { Readable } from 'node:stream';
import { cacheControl } from '@/lib/platform/cache-control';
import { answerForm } from '@/app/form-answer';
import { methods } from '@/app/methods';
import { receivedFields } from '@/app/received-fields';
import { database } from '@/lib/catalog/database';
import { idsByAge } from '@/lib/catalog/exports.repository';
import { parseCopiedQuery, shownBy } from '@/lib/curation/works-query';
import { exportArchive } from '@/lib/export/export-archive';
import { exportFormats, exportParts, listName, noteExport } from '@/lib/export/export-works';
import { exportedText } from '@/lib/export/write-export';
import { Problem } from '@/lib/platform/problem';

const mediaTypes = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const;

/**
 * Works as a file to download, sent while it is made. Fields: `format`, `pictures` if they are wanted too, and in
 * `where` which works, as a query of the list of works.
 */
function download(request: Request) {
  return answerForm(request, { page: '/admin/export' }, async () => {
    const { format: wanted = '', pictures, where = '' } = await receivedFields(request);
    const format = exportFormats.find((one) => one === wanted);
    if (format === undefined)
      throw new Problem(
        'invalid-request',
        `There is no format "${wanted.slice(0, 40)}". Allowed: ${exportFormats.join(', ')}.`,
      );
    const query = parseCopiedQuery(where);
    const db = await database();
    const ids = await idsByAge(db, query.filter, shownBy(query));
    const withPictures = pictures !== undefined;
    await noteExport(db, { works: ids.length, format, withPictures, where });
    const tally = { works: 0, pictures: 0, lostPictures: [] };
    const parts = exportParts({ db, ids, format, withPictures, signal: request.signal }, tally);
    return withPictures
      ? file(exportArchive(parts, format), 'works.tar', 'application/x-tar')
      : file(bytesOf(exportedText(parts)), listName(format), mediaTypes[format]);
  });
}

async function* bytesOf(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of text) yield encoder.encode(part);
}

function file(chunks: AsyncIterable<Uint8Array>, name: string, type: string): Response {
  const headers = {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': cacheControl('secret'),
  };
  return new Response(Readable.toWeb(Readable.from(chunks)) as ReadableStream, { headers });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods(
  { POST: download },
  { isOpen: false },
);
