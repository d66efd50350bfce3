alter table booking drop constraint booking_kind_known;
alter table booking add constraint booking_kind_known check (kind in ('use', 'maintenance', 'offer'));
alter table booking add column place integer;
alter table booking add constraint booking_place_of_offer check (place is null or offer_id is not null);
alter table booking add constraint booking_offer_has_place check (kind <> 'offer' or place is not null);
comment on column booking.place is 'Of hours that were held for an offer: to which of its places they belong. Whoever takes the place holds them.';
create index booking_place_index on booking (offer_id, place) where place is not null;
