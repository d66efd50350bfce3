import type { PartyView } from '@collegium/contract/agreements/views';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import { Status } from '../ui/Status.tsx';
import { stepNames } from './words.ts';

const order = ['unit', 'legal', 'head'] as const;

/** How far a party's own review is: approved when, waiting at which step, or asking for what. */
export function PartyReview({ party }: { party: PartyView }) {
  const { t } = useLingui();
  const { day } = useFormat();
  const asked = party.decisions.find(({ decision }) => decision === 'change_asked');
  if (asked) return <Status tone="bad">{t`Asks for a change`}</Status>;
  const due = order.find((step) => party.chain.includes(step) && !party.decisions.some((one) => one.step === step));
  if (due) return <Status tone="wait">{t(stepNames[due])}</Status>;
  const last = party.decisions.at(-1);
  return <Status tone="good">{last ? t`Approved ${day(last.at)}` : t`Approved`}</Status>;
}
