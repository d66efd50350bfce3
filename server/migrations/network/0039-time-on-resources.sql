alter table offer drop constraint offer_kind_known;
alter table offer add constraint offer_kind_known check (kind in ('internship', 'course', 'exchange_place', 'resource_time'));
alter table organisation_interest drop constraint organisation_interest_offer_kind_known;
alter table organisation_interest add constraint organisation_interest_offer_kind_known check (offer_kind in ('internship', 'course', 'exchange_place', 'resource_time'));
create index offer_resource_index on offer ((details ->> 'resourceId')) where kind = 'resource_time';
comment on index offer_resource_index is 'How many hours of a resource are offered already.';
