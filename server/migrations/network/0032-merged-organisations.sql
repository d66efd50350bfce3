alter table organisation add column merged_into_id uuid constraint organisation_merged_into_id_fkey references organisation (id);
alter table organisation add constraint organisation_merged_into_another check (merged_into_id <> id);
alter table organisation add constraint organisation_merged_is_archived check (merged_into_id is null or archived_at is not null);
create index organisation_merged_into_index on organisation (merged_into_id) where merged_into_id is not null;
comment on column organisation.merged_into_id is 'The organisation that took this one''s place, with everything that goes on. What was said and signed before keeps this one''s name.';
