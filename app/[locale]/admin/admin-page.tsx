import { type Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { AdminNav } from '@/components/account/admin-nav';
import { Forbidden } from '@/components/account/forbidden';
import { type SignedIn } from '@/lib/auth/session';
import { requirePageAccess } from '@/lib/operations/guard';
import { type PageRoute } from '@/lib/operations/routes';
import { Problem } from '@/lib/platform/problem';
import { type PageAddress } from '../../page-address';

/**
 * One of the curators' pages, guarded as lib/operations/routes.ts declares. proxy.ts has sent strangers to sign in and
 * given the others their status; this holds also for what Next.js's client fetches without a visit.
 */
export function adminPage<Params extends Record<string, string>>(
  route: PageRoute,
  render: (signedIn: SignedIn, address: PageAddress<Params>) => Promise<React.ReactNode>,
) {
  return async function AdminPage(address: PageAddress<Params>) {
    const access = await accessTo(route);
    if (access === 'sign-in') redirect('/admin');
    if (access === 'forbidden') return <Forbidden />;
    return (
      <AdminFrame signedIn={access} current={route}>
        {await render(access, address)}
      </AdminFrame>
    );
  };
}

async function accessTo(route: PageRoute): Promise<SignedIn | 'sign-in' | 'forbidden'> {
  try {
    const signedIn = await requirePageAccess(route, await cookies());
    if (signedIn === null) throw new Error(`lib/operations/routes.ts declares ${route} for everyone.`);
    return signedIn;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'unauthenticated') return 'sign-in';
    if (error instanceof Problem && error.kind === 'forbidden') return 'forbidden';
    throw error;
  }
}

interface AdminFrameProps {
  signedIn: SignedIn;
  /** The path of the page that is open. */
  current: string;
  children: React.ReactNode;
}

/** What all curators' pages have around them. */
export function AdminFrame({ signedIn, current, children }: AdminFrameProps) {
  return (
    <div className="shell">
      <AdminNav role={signedIn.person.role} current={current} />
      {children}
    </div>
  );
}

/** The metadata of a page with this title: none of them is for search engines. */
export async function adminMetadata(
  group:
    | 'account'
    | 'audit'
    | 'batch'
    | 'editing'
    | 'imports'
    | 'exporting'
    | 'jobs'
    | 'makers'
    | 'oneTimeLink'
    | 'people'
    | 'tokens'
    | 'works',
): Promise<Metadata> {
  const t = await getTranslations(group);
  return { title: t('title'), robots: { index: false } };
}
