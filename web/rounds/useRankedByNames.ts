import type { RankedBy } from '@collegium/contract/rounds';
import { useLingui } from '@lingui/react/macro';

/** The ways in which offers rank learners, with the sentence that explains each. */
export function useRankedByNames(): Record<RankedBy, { name: string; hint: string }> {
  const { t } = useLingui();
  return {
    provider_ranking: {
      name: t`Each provider’s own ranking`,
      hint: t`Providers put those who wish for their offer in order, with ties. Whom they leave out comes last.`,
    },
    score: {
      name: t`A published score`,
      hint: t`Higher scores come first. You say how the score is made, and upload it.`,
    },
    lottery: {
      name: t`The lottery alone`,
      hint: t`Everybody has the same chance, drawn from a seed that is committed to in advance.`,
    },
  };
}
