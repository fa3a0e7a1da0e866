'use client';

import { useTranslations } from 'next-intl';
import { lightBoxMax, withWorks } from '@/lib/search/light-box-cookie';
import { changeOwnLightBox, useOwnLightBox } from './own-light-box';

/** The form of all keep buttons of a page, for browsers without client JavaScript. */
const formId = 'keep';

interface KeepButtonProps {
  id: string;
  title: string;
  /** Shown in words, and not as a sign among others. */
  inWords?: boolean;
}

/** Puts a work into the visitor's light box, or takes it out. On a page with {@link KeepForm}. Client messages: `keep`. */
export function KeepButton({ id, title, inWords = false }: KeepButtonProps) {
  const t = useTranslations('keep');
  const works = useOwnLightBox();
  const isKept = works.includes(id);
  return (
    <button
      form={formId}
      name="add"
      value={id}
      data-action="keep"
      aria-pressed={isKept}
      aria-label={t('work', { title })}
      disabled={!isKept && works.length >= lightBoxMax}
      className={inWords ? 'link py-1' : undefined}
      onClick={(event) => {
        event.preventDefault();
        changeOwnLightBox((now) => (isKept ? now.filter((one) => one !== id) : withWorks(now, [id])));
      }}
    >
      {inWords && t(isKept ? 'kept' : 'keep')}
    </button>
  );
}

/** What the buttons submit; nothing to see. */
export function KeepForm() {
  return <form id={formId} action="/lightbox/change" method="post" encType="multipart/form-data" hidden />;
}
