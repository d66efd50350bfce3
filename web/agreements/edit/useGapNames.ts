import type { Unfilled } from '@collegium/contract/agreements/unfilled';
import type { AgreementView } from '@collegium/contract/agreements/views';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';

/** The parts of a promise and of an access, as their fields are called. */
const partNames: Record<string, MessageDescriptor> = {
  measure: msg`how it is measured`,
  promiser: msg`who promises`,
  beneficiary: msg`to whom`,
  quantity: msg`how much`,
  unit: msg`the unit`,
  currency: msg`the currency`,
  periodStart: msg`first day`,
  periodEnd: msg`last day`,
  every: msg`how often`,
  purpose: msg`for which purpose`,
  fields: msg`which data`,
  from: msg`whose data`,
  to: msg`who sees it`,
  about: msg`about whom`,
  start: msg`first day`,
  end: msg`last day`,
};

/** What a gap of the draft is called in words. */
export function useGapNames(view: AgreementView): (gap: Unfilled) => string {
  const { t } = useLingui();
  const { text, language } = useFormat();
  return ({ clauseKey, part, name }) => {
    const field = view.open?.clauses
      .find(({ key }) => key === clauseKey)
      ?.fields.find(({ key }) => part === 'field' && key === name);
    if (field) return text(field.label);
    if (part === 'text') {
      const tongue = new Intl.DisplayNames([language], { type: 'language' }).of(name) ?? name;
      return t`the text in ${tongue}`;
    }
    const words = partNames[name];
    return part !== 'field' && words ? t(words) : name;
  };
}
