import { cookies } from 'next/headers';
import { signOut } from '@/lib/auth/session';
import { answerForm } from '../../form-answer';

export function POST(request: Request) {
  return answerForm(request, { page: '/admin' }, async () => {
    await signOut(await cookies());
    return '/admin';
  });
}
