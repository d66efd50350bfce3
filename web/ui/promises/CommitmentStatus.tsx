import type { CommitmentWord } from '@collegium/contract/commitments/judge';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Status, type Tone } from '../Status.tsx';

/** How each word is coloured and said. */
export const commitmentTones: Record<CommitmentWord, { tone: Tone; name: MessageDescriptor }> = {
  kept: { tone: 'good', name: msg`Kept` },
  on_track: { tone: 'good', name: msg`On track` },
  at_risk: { tone: 'bad', name: msg`At risk` },
  missed: { tone: 'bad', name: msg`Missed` },
  not_yet_due: { tone: 'idle', name: msg`Not yet due` },
};

/** A promise in a word; `behind` says by how much, where it is behind. */
export function CommitmentStatus({ word, behind }: { word: CommitmentWord; behind?: string | undefined }) {
  const { t } = useLingui();
  const { tone, name } = commitmentTones[word];
  const said = t(name);
  return <Status tone={tone}>{behind === undefined ? said : t`${said}, ${behind} behind`}</Status>;
}
