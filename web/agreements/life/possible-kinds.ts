import type { RequestKind } from '@collegium/contract/agreements/requests';
import type { AgreementView } from '@collegium/contract/agreements/views';

/** What the terms in force provide for, and the state allows. */
export function possibleKinds(view: AgreementView): RequestKind[] {
  const kinds: (RequestKind | false)[] = [
    view.renewal !== 'none' && view.endsOn !== null && 'renewal',
    view.renewal === 'automatic' && view.endsOn !== null && 'non_renewal',
    view.accession !== 'all_sign' && 'accession',
    'withdrawal',
    view.state === 'in_force' && 'suspension',
    view.state === 'suspended' && 'resumption',
    'termination',
  ];
  return kinds.filter((kind): kind is RequestKind => kind !== false);
}
