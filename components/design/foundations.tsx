import { useTranslations } from 'next-intl';
import { Specimen, State } from './specimen';

/** Names of app/globals.css; whole, since styles are found by their names in the code. */
const sizes = ['text-display', 'text-title', 'text-head', 'text-read', 'text-base', 'text-fine'];

const colours = {
  wall: 'bg-wall',
  plinth: 'bg-plinth',
  rule: 'bg-rule',
  edge: 'bg-edge',
  quiet: 'bg-quiet',
  ink: 'bg-ink',
  seal: 'bg-seal',
  'on-seal': 'bg-on-seal',
} as const;

/** Type, colours and links: what all components are made of. */
export function Foundations() {
  const t = useTranslations('design');
  return (
    <>
      <Specimen id="type" title={t('type')}>
        <div className="space-y-6">
          {sizes.map((size) => (
            <State key={size} name={size}>
              <p className={`${size} ${/base|fine/.test(size) ? '' : 'font-serif'} wrap-anywhere`}>
                {t('sample')}
              </p>
            </State>
          ))}
        </div>
      </Specimen>
      <Specimen id="palette" title={t('colours')}>
        <ul className="grid grid-cols-2 gap-5 sm:grid-cols-4">
          {Object.entries(colours).map(([name, fill]) => (
            <li key={name}>
              <span
                aria-hidden="true"
                className={`block h-16 ring-1 ring-edge ${fill} forced-color-adjust-none`}
              />
              <code className="mt-1.5 block text-fine text-quiet">{name}</code>
            </li>
          ))}
        </ul>
      </Specimen>
    </>
  );
}
