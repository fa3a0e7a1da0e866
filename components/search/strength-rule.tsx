import { useTranslations } from 'next-intl';
import { type HitStrength, type StrengthScale } from '@/lib/search/strength/strength';
import { shownShare, strengthReach } from './strength-reach';

interface StrengthRuleProps {
  strength: HitStrength;
  /** Whose pairs it is compared with. */
  source: StrengthScale['source'];
}

/** How strong a match is, as a short line: each third is ten times rarer among pairs of works. */
export function StrengthRule({ strength, source }: StrengthRuleProps) {
  const t = useTranslations('strength');
  const text = t(strength.weak ? 'weak' : 'closer', { source, share: shownShare(strength.percentile) });
  return (
    // Positioned, so that the hidden text stays inside a strip that scrolls sideways.
    <p className="relative mt-1.5" title={text}>
      <span className="sr-only">{text}.</span>
      <svg width="60" height="5" viewBox="0 0 60 5" aria-hidden="true" className="block overflow-visible">
        <path d="M0 2.5H60" className="stroke-rule" />
        <path d="M20 .5V4.5M40 .5V4.5M60 .5V4.5" className="stroke-rule" />
        <path
          d={`M0 2.5H${(60 * strengthReach(strength.percentile)).toFixed(1)}`}
          className={strength.weak ? 'stroke-edge' : 'stroke-ink'}
          strokeWidth={strength.weak ? 1 : 2}
        />
      </svg>
    </p>
  );
}
