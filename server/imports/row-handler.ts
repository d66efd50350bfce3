import type { ErrorCode } from '@collegium/contract/errors.ts';
import type { MemberScope } from '../platform/scope.ts';

/** An organisation that rows refer to. */
export interface KnownOrganisation {
  id: string;
  name: string;
  city: string | null;
  country: string | null;
}

/** A row without a fault of its own, ready to be written. */
export interface ReadRow<Input = unknown> {
  /** What makes it the same thing as another row, here or in an earlier import. */
  key: string;
  /** The organisation that it names: `scheme:value`, or the exact name. */
  organisationName: string | null;
  input: Input;
}

/** A row whose organisation is found. */
export interface ResolvedRow<Input = unknown> extends ReadRow<Input> {
  organisation: KnownOrganisation | null;
}

/** What became of a batch, by the rows' places in it. */
export interface Written {
  created: Map<number, string>;
  /** What somebody should look at, though the row was taken. */
  notices: { index: number; code: ErrorCode; parameters: Record<string, string> }[];
}

/** How rows of one kind are read and written. */
export interface RowHandler<Input = unknown> {
  /** The noun of its audit events. */
  objectType: string;
  /** The input has the shape of the kind's schema already. Throws a Problem with the fields at fault. */
  read: (value: Input, scope: MemberScope) => ReadRow<Input>;
  write: (scope: MemberScope, source: string, rows: readonly ResolvedRow<Input>[]) => Promise<Written>;
}
