import type { RequestKind } from '@collegium/contract/agreements/requests';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';

/** One thing that can happen to an agreement: what it is called as an act, who decides, and what follows. */
export interface LifeWords {
  act: string;
  decides: string;
  follows: string;
}

/** What can happen in the life of this agreement, in words. */
export function useLifeWords(view: AgreementView): Record<RequestKind, LifeWords> {
  const { t } = useLingui();
  const { date } = useFormat();
  const days = view.noticeDays;
  const all = t`Every party in force must agree.`;
  const byNotice = t`By notice of ${days} days: nobody has to agree.`;
  const joins = {
    all_sign: t`By a new version that all sign.`,
    in_force_parties_approve: t`Every party in force must agree; only whoever joins signs, nobody signs again.`,
    lead_approves: t`The party that leads must agree; only whoever joins signs, nobody signs again.`,
  };
  const lastDay = view.endsOn ? date(view.endsOn) : t`its last day`;
  return {
    renewal: {
      act: t`Renew it`,
      decides: all,
      follows: t`The agreement goes on unchanged until the new last day. Promises keep their own periods; new ones need a new version.`,
    },
    non_renewal: {
      act: t`Do not renew it`,
      decides: byNotice,
      follows: t`The agreement ends on ${lastDay} instead of renewing itself.`,
    },
    accession: {
      act: t`Let a party join`,
      decides: joins[view.accession],
      follows: t`The organisation is bound by the text in force from that day, and reads its whole history. It sees the offers made to the parties, and clauses that open data to all parties open them to it, too.`,
    },
    withdrawal: {
      act: t`Leave it`,
      decides: view.withdrawal === 'by_notice' ? byNotice : all,
      follows: t`From that day your organisation is no longer bound: offers to the parties close to your learners, and what clauses open to or about you closes. The others go on; if only one is left, the agreement ends.`,
    },
    suspension: {
      act: t`Suspend it`,
      decides: all,
      follows: t`From that day offers to the parties take nobody new, and clauses open no data, until it is resumed. Its last day stays.`,
    },
    resumption: { act: t`Resume it`, decides: all, follows: t`From that day everything counts and opens as before.` },
    termination: {
      act: t`Terminate it`,
      decides: t`All parties together, or one by notice of ${days} days.`,
      follows: t`It ends for all parties and cannot be revived. Offers to the parties close, access to data ends, promises are counted up to that day, and a version that is negotiated is given up.`,
    },
  };
}
