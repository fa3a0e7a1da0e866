import { artworkWords } from '@/app/artwork-words';
import { askedLanguage } from '@/app/asked-language';
import { cardResponse } from '@/app/images/cards/card-response';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { type PageAddress } from '@/app/page-address';
import { readWork } from '@/app/[locale]/works/[id]/read-work';
import { makerLabel } from '@/components/works/artwork-label';
import { inLanguage } from '@/lib/catalog/in-language';
import { drawWorkCard } from '@/lib/images/cards/card';
import { rendition } from '@/lib/images/rendition';

/** The card that messengers show for a work: its whole picture with its label. */
const get = endpoint(async (request, { params }: Pick<PageAddress<{ id: string }>, 'params'>) => {
  const artwork = await readWork((await params).id);
  if (artwork === 'withdrawn') return new Response('This work was withdrawn.\n', { status: 410 });
  if (artwork === null) return new Response('There is no such work.\n', { status: 404 });
  const { key } = artwork.image;
  const language = askedLanguage(request);
  const shown = inLanguage(artwork, language);
  const label = {
    title: shown.titles[0]?.text ?? shown.title,
    caption: makerLabel(await artworkWords(language), shown),
  };
  return cardResponse(request, { key, label }, 'collection', async () => {
    const picture = await rendition(key, 1280);
    return picture && drawWorkCard(picture, label);
  });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
