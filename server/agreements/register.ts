import type {
  AgreementPage,
  AgreementSummary,
  RegisterExportQuery,
  RegisterQuery,
} from '@collegium/contract/agreements/register.ts';
import { pickText } from '@collegium/contract/pick-text.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { writeCsv } from '../platform/csv/write-csv.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { MemberScope } from '../platform/scope.ts';
import { listAgreements, type RegisterRow } from './register-query.ts';

/** More than a spreadsheet should hold is asked for with filters. */
const exportAtMost = 10_000;

/** A page of the agreements that the actor may read, newest first. */
export async function searchAgreements(scope: MemberScope, query: RegisterQuery): Promise<AgreementPage> {
  const limit = query.limit ?? 30;
  const rows = await listAgreements(scope.db, scope.actor, { ...query, limit });
  return pageOf(rows, limit, (row) => [row.created_at.toISOString(), row.id], present);
}

/** The register as CSV, filtered as the page is, in the reader's language; ten thousand lines at most. */
export async function registerCsv(scope: MemberScope, query: RegisterExportQuery): Promise<string> {
  const rows = await listAgreements(scope.db, scope.actor, { ...query, limit: exportAtMost });
  const language = scope.language.startsWith('zh') ? 'zh-CN' : 'en';
  return writeCsv(
    ['reference', 'title', 'template', 'state', 'negotiation', 'parties', 'startsOn', 'endsOn', 'renewal', 'noticeBy'],
    rows
      .slice(0, exportAtMost)
      .map((row) => [
        row.reference,
        pickText(row.title, scope.language),
        row.template,
        agreementMachine.states[row.state][language],
        row.open === null ? '' : versionMachine.states[row.open.state][language],
        row.parties.map(({ name }) => name).join('; '),
        row.starts_on,
        row.ends_on,
        row.renewal,
        row.notice_by,
      ]),
  );
}

function present(row: RegisterRow): AgreementSummary {
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    template: row.template,
    state: row.state,
    openState: row.open?.state ?? null,
    openNumber: row.open?.number ?? null,
    inForceNumber: row.in_force_number,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    renewal: row.renewal,
    noticeBy: row.notice_by,
    dormantSince: row.dormant_since && row.dormant_since.toISOString(),
    parties: row.parties.map(({ id, name, short_mark: shortMark }) => ({ organisationId: id, name, shortMark })),
    waitsForYou: row.waits,
    createdAt: row.created_at.toISOString(),
  };
}
