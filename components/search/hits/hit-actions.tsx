'use client';

import { useTranslations } from 'next-intl';
import { createContext, useContext } from 'react';
import { KeepButton } from '@/components/light-box/keep-button';
import { Link } from '@/i18n/link';
import { addedHref, type AddTemplate, searchFromHref } from '@/lib/search/light-links';
import { type EmbeddingKind } from '@/lib/vision/embedding';

interface Asking {
  /** The kind that links search by. */
  kind: EmbeddingKind;
  /** How a work is added to the question; null if no more picture fits into it. */
  add: AddTemplate | null;
}

const AskingContext = createContext<Asking | null>(null);

/** The search that a list of hits answers, sent once for all of its tiles. */
export function Asked({ children, ...asking }: Asking & { children: React.ReactNode }) {
  return <AskingContext value={asking}>{children}</AskingContext>;
}

/** Links that search from a hit, and that add it to the question. Inside {@link Asked}. Client messages: `hit`, `keep`. */
export function HitActions({ id, title }: { id: string; title: string }) {
  const t = useTranslations('hit');
  const asking = useContext(AskingContext);
  if (asking === null) return null;
  const { kind, add } = asking;
  return (
    <>
      <Action name="search" href={searchFromHref(id, kind)} label={t('searchFrom', { title })} />
      {add && <Action name="add" href={addedHref(add, id)} label={t('add', { title, kind })} />}
      <KeepButton id={id} title={title} />
    </>
  );
}

function Action({ name, href, label }: { name: 'search' | 'add'; href: string; label: string }) {
  return <Link href={href} data-action={name} aria-label={label} />;
}
