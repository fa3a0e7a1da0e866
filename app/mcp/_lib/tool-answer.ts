import { type CallToolResult, type ContentBlock } from '@modelcontextprotocol/sdk/types.js';
import { type Artwork } from '@/lib/catalog/artwork';
import { rendition } from '@/lib/images/rendition';
import { asEnvironmentProblem } from '@/lib/platform/environment-error';
import { log } from '@/lib/platform/log';
import { Problem } from '@/lib/platform/problem';
import { toolLimit } from './limit';

/** Pictures in one answer: models pay for each. */
const picturesMax = 6;

/** What a tool has found, before it is written as an answer. */
export interface Found {
  /** As the tool's output schema has it. */
  readonly structured: Record<string, unknown>;
  /** The same in a few lines, for people and for clients that pass over the structure. */
  readonly text: string;
  /** Works whose pictures are shown, in this order. */
  readonly pictures: readonly Artwork[];
}

/** Runs a tool, within the limit. A problem is an answer too: the model reads it, and can ask for something else. */
export async function toolAnswer(find: () => Promise<Found>): Promise<CallToolResult> {
  try {
    await toolLimit.count();
    const { structured, text, pictures } = await find();
    const images = await Promise.all(pictures.slice(0, picturesMax).map(imageContent));
    return { structuredContent: structured, content: [{ type: 'text', text }, ...images.flat()] };
  } catch (thrown) {
    const error = asEnvironmentProblem(thrown);
    if (!(error instanceof Problem)) log.error({ err: error }, 'A tool failed');
    const text = error instanceof Problem ? error.message : 'A defect of the site. It has been logged.';
    return { isError: true, content: [{ type: 'text', text }] };
  }
}

/** A small picture with its work's id before it, so that the model knows which it is. */
async function imageContent({ id, title, image }: Artwork): Promise<ContentBlock[]> {
  const bytes = await rendition(image.key, 320);
  if (bytes === null) return [];
  return [
    { type: 'text', text: `${id}: ${title}` },
    { type: 'image', data: bytes.toString('base64'), mimeType: 'image/webp' },
  ];
}
