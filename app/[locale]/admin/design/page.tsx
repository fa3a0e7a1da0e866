import { type Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Controls } from '@/components/design/controls';
import { Foundations } from '@/components/design/foundations';
import { Specimen, State } from '@/components/design/specimen';
import { Trouble } from '@/components/design/trouble';
import { ColourBar } from '@/components/works/colour-bar';
import { PictureUse } from '@/components/works/picture-use';
import { WorksWall } from '@/components/works/works-wall';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { inLanguage } from '@/lib/catalog/in-language';
import { mainColoursOf } from '@/lib/images/main-colours';
import { adminPage } from '../admin-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('design');
  return { title: t('title'), robots: { index: false } };
}

const worksShown = 6;

/** Every component in its states, for whoever goes on building: docs/design.md says what they are for. */
export default adminPage('/admin/design', async () => {
  const [t, locale, db] = await Promise.all([getTranslations('design'), getLocale(), database()]);
  const list = { filter: {}, sort: 'newest', offset: 0, limit: worksShown } as const;
  const artworks = (await listArtworks(db, list)).artworks.map((one) => inLanguage(one, locale));
  const [first] = artworks;
  return (
    <>
      <h1 className="mb-10 font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
      <Foundations />
      <Controls />
      {first && (
        <Specimen id="works" title={t('works')}>
          <State name="WorksWall, WorkTile">
            <WorksWall label={t('works')} artworks={artworks} />
          </State>
          <div className="mt-8 grid gap-8 md:grid-cols-2">
            <State name="ColourBar">
              <ColourBar artworkId={first.id} colours={await mainColoursOf(first.image.key)} />
            </State>
            <State name="PictureUse">
              <PictureUse artwork={first} />
            </State>
          </div>
        </Specimen>
      )}
      <Trouble />
    </>
  );
});
