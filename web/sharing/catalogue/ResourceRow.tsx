import type { ResourceListItem } from '@collegium/contract/sharing/resources';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { apiUrl } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { Status } from '../../ui/Status.tsx';
import { resourceKindNames, resourceStates, sharedAsName } from '../names.ts';

/** One resource: what it is, whose, where, how many, and what booking it takes. */
export function ResourceRow({ resource }: { resource: ResourceListItem }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const { name, icon: Icon } = resourceKindNames[resource.kind];
  const needs = [
    resource.isByAgreement ? t`under an agreement` : '',
    resource.isTrainingNeeded ? t`needs a training passport` : '',
    resource.isApprovalNeeded ? t`needs approval` : '',
  ].filter(Boolean);
  return (
    <div className="row hov res-row">
      {resource.photographId ? (
        <img
          className="res-photo"
          src={apiUrl(`/resources/${resource.id}/files/${resource.photographId}`)}
          alt=""
          loading="lazy"
        />
      ) : (
        <span className="kind">
          <Icon size={19} stroke={1.6} aria-hidden />
        </span>
      )}
      <div>
        <div className="row-t">
          <Link to="/resources/$resourceId" params={{ resourceId: resource.id }}>
            {text(resource.name)}
          </Link>
        </div>
        <div className="sub res-of">
          <span>{t(name)}</span>
          <OrgMark text={resource.owner.shortMark} size={18} />
          <span className="strong">{resource.owner.name}</span>
          {resource.city !== null && <span>{resource.city}</span>}
        </div>
        {resource.skills.length > 0 && <div className="cap">{resource.skills.slice(0, 4).join(' · ')}</div>}
      </div>
      <div className="sub">
        <HowMany resource={resource} />
        {needs.length > 0 && (
          <div className="fit">
            <IconInfoCircle size={14} stroke={1.9} aria-hidden />
            {needs.join(' · ')}
          </div>
        )}
      </div>
      <div className="sub end">
        {resource.state === 'in_service' ? (
          <Link className="link" to="/calendar" search={{ resourceId: [resource.id] }}>
            <Trans>See when it is free</Trans>
          </Link>
        ) : (
          <Status tone={resourceStates[resource.state].tone}>{t(resourceStates[resource.state].name)}</Status>
        )}
      </div>
    </div>
  );
}

/** How many can have it at once, in the words of its kind. */
function HowMany({ resource: { kind, sharedAs, units } }: { resource: ResourceListItem }) {
  const { t } = useLingui();
  if (sharedAs === 'whole') return t(sharedAsName(kind, sharedAs));
  if (kind === 'collection' && sharedAs === 'items') return <Plural value={units} one="# copy" other="# copies" />;
  if (kind === 'online_resource' && sharedAs === 'items')
    return <Plural value={units} one="# licence" other="# licences" />;
  if (sharedAs === 'seats') return <Plural value={units} one="# seat" other="# seats" />;
  return <Plural value={units} one="# item" other="# items" />;
}
