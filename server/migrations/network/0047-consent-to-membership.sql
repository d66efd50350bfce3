alter table partnership_request add column role text not null default 'partner'
  constraint partnership_request_role_known check (role in ('lead', 'partner', 'associated', 'funder', 'observer'));
comment on column partnership_request.role is 'As what the organisation joins once it is accepted, or accepts.';

alter table partnership_request drop constraint partnership_request_state_known;
alter table partnership_request add constraint partnership_request_state_known
  check (state in ('open', 'accepted', 'declined', 'withdrawn'));

alter table partnership_group add column version integer not null default 1;
