/** What does not agree with the seal. `position` counts events in the order of sealing, from 0. */
export interface SealFault {
  kind: 'changed' | 'removed' | 'slipped_in' | 'unticked' | 'leaves' | 'checkpoint' | 'cut_off';
  position: number | null;
  eventId: string | null;
  action: string | null;
  at: string | null;
  message: string;
}

const words: Record<SealFault['kind'], string> = {
  changed: 'The event was changed after it was sealed.',
  removed: 'The event was removed after it was sealed.',
  slipped_in: 'The event pretends to be sealed, and never was: it was slipped in.',
  unticked: 'The event was made to look as if it had never been sealed.',
  leaves: 'The order of sealing was tampered with from here to the next checkpoint.',
  checkpoint: 'The checkpoint was not signed with a key of this installation, or was changed.',
  cut_off: 'The end of the record was cut off: it once reached further.',
};

export function faultOf(
  kind: SealFault['kind'],
  about: Partial<Omit<SealFault, 'kind' | 'message'>>,
  more = '',
): SealFault {
  return { kind, position: null, eventId: null, action: null, at: null, ...about, message: words[kind] + more };
}
