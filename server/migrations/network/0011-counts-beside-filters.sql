create index offer_facet_index on offer (audience)
  include (kind, mode, level, field_code, languages, country, allocated_by, organisation_id, applications_open_at, applications_close_at, id)
  where state = 'published';
comment on index offer_facet_index is 'All that the counts beside the catalogue''s filters need, so that they never read the offers themselves.';
