import { useTranslations } from 'next-intl';
import { type Field } from './operations';

interface FieldsTableProps {
  fields: readonly Field[];
  /** What the table lists, for people who cannot see where it is. */
  label: string;
  /** Whether some fields are optional, so that the required ones are marked. */
  optional?: boolean;
}

/** Parameters or members: name, type, meaning. */
export function FieldsTable({ fields, label, optional = false }: FieldsTableProps) {
  const t = useTranslations('developers');
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={label}>
      <table className="w-full border-collapse text-left">
        <tbody>
          {fields.map(({ name, type, required, description }) => (
            <tr key={name} className="border-t border-rule align-baseline">
              <th scope="row" className="py-2 pr-6 font-medium whitespace-nowrap">
                <code>{name}</code>
                {optional && required && <span className="ml-2 text-fine text-quiet">{t('required')}</span>}
              </th>
              <td className="min-w-40 py-2 pr-6 text-quiet">{type}</td>
              <td className="w-full min-w-60 py-2">{description}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
