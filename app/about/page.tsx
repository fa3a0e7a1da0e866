import { type Metadata } from 'next';
import Link from 'next/link';
import { SearchFigure } from './search-figure';
import { settings } from '@/lib/platform/settings';

export const metadata: Metadata = {
  title: 'How it works',
  description: 'How Gafu reads the style and the content of a painting, and what it cannot do.',
};

export default function AboutPage() {
  return (
    <div className="shell">
      <h1 className="max-w-[16ch] pt-4 font-serif text-title tracking-[-0.015em] md:pt-8">
        How a machine reads a way of painting
      </h1>
      <div className="mt-10 border-y border-rule py-8 md:py-12">
        <SearchFigure />
      </div>
      <div className="mt-12 grid gap-x-16 gap-y-10 font-serif text-read md:grid-cols-2">
        <section className="max-w-prose space-y-4">
          <h2 className="text-head">What happens to a picture</h2>
          <p>
            It goes through the first layers of VGG19, a network trained to name things in photographs. Each
            layer is a stack of maps; one lights up where it sees an edge, another at a dab of orange, another
            at fine hatching. Where VGG19 cannot be had, a compact network looks in its stead that was trained
            to say the same; under every result stands which of the two it was.
          </p>
          <p>
            <strong className="font-semibold">Style</strong> is which maps light up, how strongly and how
            unevenly, wherever that is in the picture. Gatys, Ecker and Bethge’s style transfer (2016) took
            the Gram matrix of a layer; the mean and deviation of each map say as much in fewer numbers. Sea
            or portrait, dabs stay dabs.
          </p>
          <p>
            <strong className="font-semibold">Content</strong> is where they light up: the map itself, made
            coarse. A boat on a horizon stays that, in oil or in woodcut.
          </p>
          <p>
            <strong className="font-semibold">Colours</strong> need no network: how much of the picture has
            which colour, wherever it is.
          </p>
          <p>
            Each is some hundred numbers in the end, compared with those of every work. A blend adds the
            likenesses in the parts you choose.
          </p>
        </section>
        <section className="max-w-prose space-y-4">
          <h2 className="text-head">What it cannot do</h2>
          <ul className="list-disc space-y-3 pl-5">
            <li>
              It orders; it does not measure. There is no “87 % the same style”, so Gafu prints none. The
              first hits of a picture unlike anything here are still only the least unlike.
            </li>
            <li>
              It sees a photograph of a painting. Light, a frame, the paper’s yellow and the size it was taken
              at count as style too.
            </li>
            <li>It knows nothing of who, when or why. A careful copy and the original look alike to it.</li>
            <li>
              The network learned from photographs of today’s things, mostly from the West. It reads oil paint
              better than ink on silk.
            </li>
            <li>Style and content never come apart wholly: some of each is left in the other.</li>
          </ul>
          <p>
            <Link href="/quality" className="link">
              How well does it work?
            </Link>{' '}
            Measured, with what it gets wrong.
          </p>
        </section>
        <section className="max-w-prose space-y-4">
          <h2 className="text-head">Your picture</h2>
          <p>
            An uploaded picture is kept for {settings().queryDays} days at an address that cannot be guessed,
            then deleted. Who has the address sees it. Place and camera are taken out of the file before it is
            stored. It never enters the collection, and nothing is learned from it.
          </p>
          <p>
            Where the compact network is in service, your own browser can read the picture instead: it stays
            on your device, and only the numbers read from it are sent.
          </p>
        </section>
        <section className="max-w-prose space-y-4">
          <h2 className="text-head">Build on it</h2>
          <p>
            Gafu is open source. All that these pages do can be asked of its{' '}
            <Link href="/developers" className="link">
              API
            </Link>
            , and anyone can hang a collection of their own in it.
          </p>
        </section>
      </div>
    </div>
  );
}
