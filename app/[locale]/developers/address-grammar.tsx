import { useTranslations } from 'next-intl';

/** Examples of what an address can say; `key` names the message that explains it. */
const examples = [
  { key: 'term', address: '/search?style=ID' },
  { key: 'weights', address: '/search?style=ID&style=OTHER_ID~0.5&content=THIRD_ID~-0.25' },
  { key: 'detail', address: '/search?style=ID@25,40,30,20' },
  { key: 'colours', address: '/search?palette=1d3b5a:60,c8a24a:40' },
  { key: 'filter', address: '/search?style=ID&q=sea&artist=Hokusai&artist=Hiroshige&from=1800&to=1860' },
  { key: 'display', address: '/search?style=ID&sort=year&view=wall&page=2' },
] as const;

/** The grammar of the addresses of searches, which pages and the API share. */
export function AddressGrammar() {
  const t = useTranslations('developers');
  return (
    <section aria-labelledby="addresses" className="mt-14">
      <h2 id="addresses" className="scroll-mt-6 font-serif text-head">
        {t('addresses')}
      </h2>
      <p className="mt-4 max-w-prose">{t.rich('addressesText', { code: (text) => <code>{text}</code> })}</p>
      <dl className="mt-5">
        {examples.map(({ key, address }) => (
          <div key={key} className="border-t border-rule py-2.5">
            <dt className="wrap-anywhere">
              <code>{address}</code>
            </dt>
            <dd className="mt-1 max-w-prose text-quiet">
              {t.rich(`addressParts.${key}`, { code: (text) => <code>{text}</code> })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
