import { type HitStrength, type StrengthScale } from '@/lib/search/strength/strength';
import { strengthReach, strengthText } from './strength-words';

interface StrengthRuleProps {
  strength: HitStrength;
  /** Whose pairs it is held against. */
  source: StrengthScale['source'];
}

/** How strong a match is, as a short rule: each third is ten times rarer among pairs of works. */
export function StrengthRule({ strength, source }: StrengthRuleProps) {
  const text = strengthText(strength, source);
  return (
    // The box of the hidden text, which a strip pushed sideways could else not keep inside.
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
