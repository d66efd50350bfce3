import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NumberInput } from '@mantine/core';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { SignatoryFields } from './SignatoryFields.tsx';
import { withOneMore, type PlannedSignature } from './signing-plan.ts';

interface PartySignsProps {
  party: { id: string; name: string; shortMark: string };
  plan: readonly PlannedSignature[];
  isOrdered: boolean;
  onChange: (plan: PlannedSignature[]) => void;
}

/** Who signs for one party: one person at least, more when two sign together, and witnesses. */
export function PartySigns({ party, plan, isOrdered, onChange }: PartySignsProps) {
  const { t } = useLingui();
  const own = plan.filter(({ organisationId }) => organisationId === party.id);
  const set = (key: number, change: Partial<PlannedSignature>) =>
    onChange(plan.map((one) => (one.key === key ? { ...one, ...change } : one)));
  return (
    <fieldset className="party-signs">
      <legend>
        <OrgMark text={party.shortMark} /> {party.name}
      </legend>
      {own.map((one, index) => (
        <div key={one.key} className="planned">
          {own.length > 1 && (
            <div className="planned-h">
              <span className="strong">
                {one.kind === 'witness' ? t`Witness` : t`Signatory ${index + 1} of ${party.name}`}
              </span>
              {index > 0 && (
                <Button
                  size="xs"
                  variant="subtle"
                  aria-label={t`Take out number ${index + 1} of ${party.name}`}
                  onClick={() => onChange(plan.filter(({ key }) => key !== one.key))}
                >
                  <Trans>Take out</Trans>
                </Button>
              )}
            </div>
          )}
          <SignatoryFields organisation={party} value={one.who} onChange={(who) => set(one.key, { who })} />
          {isOrdered && (
            <NumberInput
              label={t`Step`}
              description={t`The same step signs in parallel; the next one is asked when all before have signed.`}
              min={1}
              max={20}
              value={one.step}
              onChange={(step) => set(one.key, { step: typeof step === 'number' ? step : 1 })}
            />
          )}
        </div>
      ))}
      <div className="planned-acts">
        <Button size="xs" onClick={() => onChange(withOneMore(plan, party.id, 'signatory'))}>
          <Trans>Another signatory</Trans>
        </Button>
        <Button size="xs" onClick={() => onChange(withOneMore(plan, party.id, 'witness'))}>
          <Trans>A witness</Trans>
        </Button>
      </div>
    </fieldset>
  );
}
