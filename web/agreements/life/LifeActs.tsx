import type { RequestKind } from '@collegium/contract/agreements/requests';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { Section } from '../../ui/Section.tsx';
import { PartySettings } from '../PartySettings.tsx';
import { requestNames } from '../words.ts';
import { AskModal } from './AskModal.tsx';
import { possibleKinds } from './possible-kinds.ts';
import { useLifeWords } from './useLifeWords.ts';

/** What may happen next to an agreement in force: each act with who decides it, and the hand-over of responsibility. */
export function LifeActs({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { acting } = useSession();
  const words = useLifeWords(view);
  const [asking, setAsking] = useState<RequestKind>();
  const [isHandingOver, setHandingOver] = useState(false);
  const mine = view.parties.find(({ organisationId }) => organisationId === acting.organisation.id);
  if (!view.abilities.ask && !view.abilities.manage) return null;
  return (
    <Section title={t`What may happen next?`}>
      <ul className="rows">
        {view.abilities.ask &&
          possibleKinds(view).map((kind) => (
            <li key={kind}>
              <div className="row life-act">
                <span>
                  <span className="row-t">{t(requestNames[kind])}</span>
                  <span className="sub">{words[kind].decides}</span>
                </span>
                <Button size="xs" onClick={() => setAsking(kind)}>
                  {`${words[kind].act}…`}
                </Button>
              </div>
            </li>
          ))}
        {view.abilities.manage && mine && (
          <li>
            <div className="row life-act">
              <span>
                <span className="row-t">
                  <Trans>Responsibility</Trans>
                </span>
                <span className="sub">
                  {mine.responsible
                    ? t`${mine.responsible.name} is responsible for ${mine.name}. Your organisation decides alone.`
                    : t`Nobody is named for ${mine.name}. Your organisation decides alone.`}
                </span>
              </span>
              <Button size="xs" onClick={() => setHandingOver(true)}>
                <Trans>Hand it over…</Trans>
              </Button>
            </div>
          </li>
        )}
      </ul>
      {asking && <AskModal view={view} kind={asking} onClose={() => setAsking(undefined)} />}
      {isHandingOver && mine && <PartySettings view={view} party={mine} onClose={() => setHandingOver(false)} />}
    </Section>
  );
}
