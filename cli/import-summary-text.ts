import { type ImportSummary } from '@/lib/imports/import-summary';
import { counted } from '@/lib/platform/counted';
import { arrivalsText, intendedText } from './arrivals-text';
import { section } from './summary-text';

/** What `gafu import` prints when it is done. */
export function importSummaryText(summary: ImportSummary): string {
  const { dryRun, finished, problem, rights, refused, postponed, vanished, drafts } = summary;
  return [
    ...(problem === null ? [] : [problem]),
    ...(finished || dryRun ? [] : ['Ended before the last work. The same command goes on from here.']),
    dryRun ? intention(summary) : result(summary),
    ...(drafts > 0
      ? [
          `${counted(drafts, 'work')} came as drafts, because their rights are not clear: publish them one by one.`,
        ]
      : []),
    ...section(
      'Rights, as the source says them:',
      Object.entries(rights).map(([label, works]) => `${label}: ${counted(works, 'work')}`),
    ),
    ...section(
      'Refused:',
      refused.map(({ id, reason }) => `${id}: ${reason}`),
    ),
    ...section(
      'Could not be had this time; the same command tries again:',
      postponed.map(({ id, reason }) => `${id}: ${reason}`),
    ),
    ...section(
      'No longer at the source; they stay here until you delete them:',
      vanished.map(({ id, artworkId }) => `${id}${artworkId === null ? '' : ` (work ${artworkId})`}`),
    ),
  ].join('\n');
}

function result({ source, counts, resumed, seconds }: ImportSummary): string {
  const from = resumed ? ', from where an earlier call was ended' : '';
  return `${source}: ${arrivalsText(counts, 'record')} (${seconds.toFixed(0)} s${from}).`;
}

function intention({ source, counts, total }: ImportSummary): string {
  const { added, updated, unchanged, refused } = counts;
  const seen = added + updated + unchanged + refused;
  const whole = total === null ? '' : ` of ${counted(total, 'work')}`;
  return `Nothing was changed. Of the ${seen} records looked at${whole}, ${source} ${intendedText(counts, 'record')}.`;
}
