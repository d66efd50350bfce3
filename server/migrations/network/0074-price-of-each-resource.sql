-- What each resource of a booking costs its holder; the booking keeps the sum. Earlier bookings of several share it evenly.
alter table booking_resource
  add column price_minor integer,
  add constraint booking_resource_price_positive check (price_minor >= 0);
comment on column booking_resource.price_minor is 'Minor units of the booking''s currency, as agreed when it was booked; null where nothing is asked, and for parts.';
update booking_resource held set price_minor = shared.part
from (select one.booking_id, one.resource_id,
    booking.price_minor / count(*) over whole + case when row_number() over whole = 1 then booking.price_minor % count(*) over whole else 0 end as part
  from booking_resource one join booking on booking.id = one.booking_id
  where not one.is_part and booking.price_minor is not null
  window whole as (partition by one.booking_id order by one.resource_id rows between unbounded preceding and unbounded following)) shared
where held.booking_id = shared.booking_id and held.resource_id = shared.resource_id;
