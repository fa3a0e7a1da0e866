import { cookies } from 'next/headers';
import { signIn } from '@/lib/auth/session';
import { receiveMultipart } from '@/lib/ingest/multipart';
import { answerForm } from '../../form-answer';

/** Signs the curator in. */
export function POST(request: Request) {
  return answerForm(request, { page: '/admin' }, async () => {
    const { fields } = await receiveMultipart(request, { filesMax: 1, bytesMax: 1024 });
    await signIn(await cookies(), fields.password ?? '');
    return '/admin';
  });
}
