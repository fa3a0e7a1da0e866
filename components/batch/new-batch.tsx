'use client';

import { useState } from 'react';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { type Refusal } from '@/components/forms/send-form';
import { useRouter } from '@/i18n/navigation';
import { BatchRefusal, batchServer } from './batch-server';
import { ChooseFiles } from './choose-files';
import { type Choice, handOver } from './chosen-files';

/** Begins a batch with what is chosen, and goes on to its page. Client messages: `batch`, `refusals`. */
export function NewBatch({ bytesMax }: { bytesMax: number }) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<Refusal | 'lost' | null>(null);
  const begin = async (choice: Choice) => {
    try {
      setRefusal(null);
      const id = await batchServer.open(choice.folder ?? '');
      handOver(id, choice);
      router.push(`/admin/batches/${id}`);
    } catch (error) {
      if (!(error instanceof BatchRefusal)) throw error;
      setRefusal(error.refusal);
    }
  };
  return (
    <div className="space-y-6">
      {refusal && <RefusalNotice refusal={refusal} />}
      <ChooseFiles bytesMax={bytesMax} onChoice={(choice) => void begin(choice)} />
    </div>
  );
}
