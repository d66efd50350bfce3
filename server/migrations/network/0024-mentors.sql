create index plan_provider_supervisor_index on plan (provider_supervisor_id) where provider_supervisor_id is not null;
comment on index plan_provider_supervisor_index is 'Mentors are counted by the plans that name them.';
