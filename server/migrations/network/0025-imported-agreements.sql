alter table import drop constraint import_kind_known;
alter table import add constraint import_kind_known check (kind in ('organisations', 'offers', 'people', 'agreements'));
