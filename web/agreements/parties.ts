import type { AgreementView, PartyView } from '@collegium/contract/agreements/views';
import { agreementMachine } from '@collegium/contract/states/agreement';

/** The parties of an agreement as they are, or, once it has ended, as they were then; and who was bound earlier. */
export interface Parties {
  current: PartyView[];
  earlier: PartyView[];
}

/**
 * Who is a party: of an agreement that ended, who was one on its last day. An organisation that took the place of another
 * after the end reads on, and is no party: it is named beside the one that was.
 */
export function partiesOf({ state, endedAt, parties }: Pick<AgreementView, 'state' | 'endedAt' | 'parties'>): Parties {
  const lastDay = agreementMachine.groups.ended.includes(state) ? endedAt?.slice(0, 10) : undefined;
  const wasThere = ({ joinedOn, leftOn }: PartyView) =>
    leftOn === null || (lastDay !== undefined && joinedOn !== null && leftOn >= lastDay);
  return {
    current: parties.filter(wasThere),
    earlier: parties.filter((party) => !wasThere(party) && party.joinedOn !== null),
  };
}

/** In whose place a party stands since a merger. */
export function predecessorsOf(party: PartyView, parties: readonly PartyView[]): PartyView[] {
  return parties.filter(({ mergedInto }) => mergedInto?.id === party.organisationId);
}
