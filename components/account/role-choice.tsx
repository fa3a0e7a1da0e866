import { useTranslations } from 'next-intl';
import { roles } from '@/lib/auth/person';

interface RoleChoiceProps {
  chosen?: string;
  /** A heading above says "Role" already. */
  isUnderHeading?: boolean;
}

/** What a person may do, as radio buttons that say what each role is for. */
export function RoleChoice({ chosen = roles[0], isUnderHeading = false }: RoleChoiceProps) {
  const t = useTranslations('people');
  return (
    <fieldset>
      <legend className={isUnderHeading ? 'sr-only' : 'mb-1.5'}>{t('roleLabel')}</legend>
      {roles.map((role) => (
        <label key={role} className="flex gap-3 py-1.5">
          <input
            type="radio"
            name="role"
            value={role}
            defaultChecked={role === chosen}
            className="mt-1 size-4 shrink-0 accent-seal"
          />
          <span>
            {t('role', { role })}
            <span className="block text-fine text-quiet">{t('roleHelp', { role })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
