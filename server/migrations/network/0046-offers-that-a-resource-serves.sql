create table resource_offer (
  resource_id uuid not null constraint resource_offer_resource_id_fkey references resource (id) on delete cascade,
  offer_id uuid constraint resource_offer_offer_id_fkey references offer (id) on delete cascade,
  constraint resource_offer_key unique (resource_id, offer_id),
  constraint resource_offer_may_be_linked check (offer_id is not null)
);
create index resource_offer_offer_index on resource_offer (offer_id);
comment on table resource_offer is 'Offers that use a resource, such as the courses it serves; said by its owner.';
comment on column resource_offer.offer_id is 'Written as null, and so refused, when the owner may not see the offer or does not work with its provider.';
