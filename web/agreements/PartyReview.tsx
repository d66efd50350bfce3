import type { PartyView } from '@collegium/contract/agreements/views';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFormat } from '../i18n/useFormat.ts';
import { Status } from '../ui/Status.tsx';
import { stepNames } from './words.ts';

const dayMs = 86_400_000;
const order = ['unit', 'legal', 'head'] as const;

/** How far a party's own review is: approved when, waiting at which step since when, or asking for what. */
export function PartyReview({ party, proposedAt }: { party: PartyView; proposedAt: string | null }) {
  const { t } = useLingui();
  const { day } = useFormat();
  const [now] = useState(() => Date.now());
  const asked = party.decisions.find(({ decision }) => decision === 'change_asked');
  if (asked) return <Status tone="bad">{t`Asks for a change`}</Status>;
  const due = order.find((step) => party.chain.includes(step) && !party.decisions.some((one) => one.step === step));
  const last = party.decisions.at(-1);
  if (due) {
    const since = last?.at ?? proposedAt;
    const days = since === null ? 0 : Math.floor((now - Date.parse(since)) / dayMs);
    const step = t(stepNames[due]);
    const words = plural(days, { one: `${step}, # day`, other: `${step}, # days` });
    return <Status tone="wait">{days > 0 ? words : step}</Status>;
  }
  return <Status tone="good">{last ? t`Approved ${day(last.at)}` : t`Approved`}</Status>;
}
