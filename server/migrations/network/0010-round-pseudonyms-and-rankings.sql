alter table round add column pseudonym_salt text;
alter table round add constraint round_pseudonym_salt_shape check (pseudonym_salt ~ '^[0-9a-f]{64}$');
comment on column round.pseudonym_salt is 'Drawn when the round opens; makes the names under which learners stand in the published problem. Never leaves the server.';

alter table round_offer add column ranking_version integer not null default 0;
alter table round_offer add column ranked_at timestamptz;
alter table round_offer add column ranked_by uuid;
comment on column round_offer.ranking_version is 'Grows with every change of the provider''s ranking; 0 until the provider ranked.';

alter table run add column is_repeatable boolean;
comment on column run.is_repeatable is 'Whether the stored input, solved a second time, gave the same result.';

create index run_running_index on run (started_at) where state = 'running';
