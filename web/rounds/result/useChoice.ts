import { useLingui } from '@lingui/react/macro';
import { ordinal } from '@collegium/contract/explanation-words';
import { useFormat } from '../../i18n/useFormat.ts';

/** Names a rank: “1st choice”. */
export function useChoice(): (rank: number) => string {
  const { t } = useLingui();
  const { language } = useFormat();
  return (rank) => {
    const position = language === 'en' ? ordinal(rank) : String(rank);
    return t`${position} choice`;
  };
}
