import { useTranslations } from 'next-intl';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { type Refusal } from '@/components/forms/send-form';
import { Gap } from '@/components/layout/gap';

interface ReplacePictureFormProps {
  id: string;
  refusal: Refusal | null;
  bytesMax: number;
}

/** Another picture for a work. Client messages: `refusals`. */
export function ReplacePictureForm({ id, refusal, bytesMax }: ReplacePictureFormProps) {
  const t = useTranslations('works');
  const upload = useTranslations('upload');
  return (
    <form
      action={`/admin/works/${id}/replace-picture`}
      method="post"
      encType="multipart/form-data"
      className="space-y-4 border border-rule bg-plinth p-5"
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      <div>
        <label htmlFor="picture" className="mb-2 block font-[550]">
          {t('newPicture')}
        </label>
        <input
          id="picture"
          type="file"
          name="picture"
          accept="image/*"
          required
          aria-describedby="picture-allowed"
          className="w-full text-fine text-quiet file:mr-3 file:min-h-11 file:border file:border-solid file:border-edge file:bg-transparent file:px-4 file:text-base file:text-ink hover:file:border-ink"
        />
        <p id="picture-allowed" className="mt-2 text-fine text-quiet">
          {upload('allowed', { megabytes: Math.floor(bytesMax / 1024 ** 2) })}
          <Gap />
          {t('replaceHelp')}
        </p>
      </div>
      <button type="submit" className="button">
        {t('replace')}
      </button>
    </form>
  );
}
