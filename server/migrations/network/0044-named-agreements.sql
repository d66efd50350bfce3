create table resource_agreement (
  resource_id uuid not null constraint resource_agreement_resource_id_fkey references resource (id) on delete cascade,
  agreement_id uuid constraint resource_agreement_agreement_id_fkey references agreement (id) on delete cascade,
  constraint resource_agreement_key unique (resource_id, agreement_id),
  constraint resource_agreement_binds_owner check (agreement_id is not null)
);
create index resource_agreement_agreement_index on resource_agreement (agreement_id);
comment on table resource_agreement is 'Agreements that the owner named: partners of a resource that names some are the other parties, while one of them binds both. A resource that names none counts whoever shares a partnership.';
comment on column resource_agreement.agreement_id is 'Written as null, and so refused, when the agreement does not bind the owner.';
