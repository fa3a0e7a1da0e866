import { useTranslations } from 'next-intl';
import { RoleChoice } from '@/components/account/role-choice';
import { Menu } from '@/components/collection/menu';
import { Pager } from '@/components/collection/pager';
import { BytesProgress } from '@/components/device/bytes-progress';
import { LabelledField } from '@/components/forms/labelled-field';
import { Notice } from '@/components/layout/notice';
import { Specimen, State } from './specimen';

const refusedId = 'refused-reason';

/** What is pressed, filled in, and read out. */
export function Controls() {
  const t = useTranslations('design');
  return (
    <>
      <Specimen id="buttons" title={t('buttons')}>
        <div className="flex flex-wrap items-end gap-6">
          <State name="button">
            <button type="button" className="button">
              {t('press')}
            </button>
          </State>
          <State name="button, disabled">
            <button type="button" className="button" disabled>
              {t('press')}
            </button>
          </State>
          <State name="button-quiet">
            <button type="button" className="button-quiet">
              {t('press')}
            </button>
          </State>
          <State name="link">
            <a href="#buttons" className="link py-1">
              {t('press')}
            </a>
          </State>
          <State name="Menu">
            <Menu label={t('press')} mark="2">
              <p className="p-4">{t('sample')}</p>
            </Menu>
          </State>
        </div>
      </Specimen>
      <Specimen id="fields" title={t('fields')}>
        <div className="grid gap-8 md:grid-cols-2">
          <State name="LabelledField, with a hint">
            <LabelledField name="plain" label={t('label')} hint={t('hint')} />
          </State>
          <State name="LabelledField, refused">
            <LabelledField
              name="refused"
              label={t('label')}
              defaultValue="…"
              aria-invalid
              refusedId={refusedId}
            />
            <div className="mt-3">
              <Notice id={refusedId} title={t('refused')} />
            </div>
          </State>
          <State name="RoleChoice">
            <RoleChoice />
          </State>
        </div>
      </Specimen>
      <Specimen id="notices" title={t('notices')}>
        <div className="grid gap-8 md:grid-cols-2">
          <State name="Notice, title">
            <Notice title={t('sample')} />
          </State>
          <State name="Notice, with text">
            <Notice title={t('sample')}>{t('hint')}</Notice>
          </State>
          <State name="BytesProgress">
            <BytesProgress bytesDone={12e6} bytesAll={30e6} />
          </State>
          <State name="BytesProgress, unknown">
            <BytesProgress bytesDone={0} bytesAll={0} />
          </State>
        </div>
        <State name="Pager">
          <Pager page={2} pages={5} hrefFor={(page) => `/admin/design?page=${page}`} />
        </State>
      </Specimen>
    </>
  );
}
