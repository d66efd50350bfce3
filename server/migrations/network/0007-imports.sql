create table import (
  id uuid constraint import_pkey primary key,
  kind text not null,
  file_name text not null,
  file_sha256 text not null,
  mapping jsonb not null default '{}',
  on_error text not null,
  is_dry_run boolean not null,
  state text not null,
  rows_read integer not null default 0,
  rows_valid integer not null default 0,
  rows_created integer not null default 0,
  rows_unchanged integer not null default 0,
  started_at timestamptz not null,
  started_by uuid,
  finished_at timestamptz,
  error text,
  constraint import_kind_known check (kind in ('organisations', 'offers', 'people')),
  constraint import_on_error_known check (on_error in ('apply_valid', 'apply_nothing')),
  constraint import_state_known check (state in ('running', 'finished', 'refused', 'failed'))
);
comment on table import is 'One reading of a file: what it was, how its columns were mapped, and what came of it.';

create table import_problem (
  import_id uuid not null constraint import_problem_import_id_fkey references import (id) on delete cascade,
  row_number integer not null,
  position integer not null,
  field text,
  code text not null,
  message text not null,
  constraint import_problem_pkey primary key (import_id, row_number, position)
);
comment on table import_problem is 'What was wrong with a row, and what to do; the first thousand of an import are kept.';
