import { useTranslations } from 'next-intl';
import { type BatchRow, type Stage, stageOf } from '@/lib/batch/batch-view';

/** Stages that a curator has to do something about. */
const urgent: readonly Stage[] = ['refused', 'undecided', 'incomplete', 'failed'];

interface StageMarkProps {
  row: BatchRow;
  /** Bytes on their way from this page; null: it does not send the file. */
  sent: number | null;
  isShort?: boolean;
}

/** How far a file has come, in a word. */
export function StageMark({ row, sent, isShort = false }: StageMarkProps) {
  const t = useTranslations('batch');
  const stage = stageOf(row);
  const isUploading = stage === 'waiting' && sent !== null;
  const share = row.sizeBytes === 0 ? 0 : Math.max(sent ?? 0, row.receivedBytes) / row.sizeBytes;
  return (
    <span className={`block text-fine ${urgent.includes(stage) ? 'text-seal' : 'text-quiet'}`}>
      {isUploading
        ? t('stages.uploading', { share })
        : stage === 'waiting' && row.receivedBytes > 0
          ? t('stages.partly', { share })
          : t(`stages.${stage}`)}
      {!isShort && stage === 'refused' && <span className="line-clamp-2 max-w-52">{row.reason}</span>}
      {!isShort && stage === 'failed' && <span className="line-clamp-2 max-w-52">{row.work?.failure}</span>}
    </span>
  );
}
