import { type z } from 'zod';
import { Problem } from '@/lib/platform/problem';
import { readBody } from './request-body';

/**
 * A JSON body of at most `bytesMax` bytes, checked by a schema.
 * @throws Problem `too-large`, or `invalid-request` that names each member that is wrong and what is allowed
 */
export async function receiveJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  bytesMax: number,
): Promise<z.output<Schema>> {
  const contentType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json')
    throw new Problem(
      'invalid-request',
      `The content type is ${contentType || 'missing'}. Send application/json.`,
    );
  const text = (await readBody(request, bytesMax)).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Problem('invalid-request', `The body is not JSON (${String(cause).slice(0, 200)}).`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues
    .slice(0, 10)
    .map(({ path, message }) => ({ member: path.map(String).join('.') || 'body', message }));
  const told = errors.map(({ member, message }) => `${member}: ${message}`);
  throw new Problem('invalid-request', `${told.join('. ')}.`, { errors });
}
