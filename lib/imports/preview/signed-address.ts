import { createHmac, timingSafeEqual } from 'node:crypto';
import { sessionSecret } from '@/lib/auth/session-secret';

const purpose = 'picture of a preview';

/**
 * A mark that this site has found the address in a museum's record: it fetches no other for a page. All web servers make
 * the same.
 */
export async function signAddress(source: string, address: string): Promise<string> {
  const key = await sessionSecret();
  return createHmac('sha256', key).update(`${purpose}\n${source}\n${address}`).digest('base64url');
}

export async function isSigned(source: string, address: string, mark: string): Promise<boolean> {
  const [given, right] = [Buffer.from(mark), Buffer.from(await signAddress(source, address))];
  return given.byteLength === right.byteLength && timingSafeEqual(given, right);
}
