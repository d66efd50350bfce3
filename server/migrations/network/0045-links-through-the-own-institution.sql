alter table organisation add column link_resolver text;
alter table organisation add column open_url_base text;
alter table organisation add constraint organisation_link_resolver_secure check (link_resolver like 'https://%' and length(link_resolver) <= 500);
alter table organisation add constraint organisation_open_url_base_secure check (open_url_base like 'https://%' and length(open_url_base) <= 500);
comment on column organisation.link_resolver is 'Proxy or link resolver of its library: the address of what is to be opened, percent-encoded, stands for {url}, or is put behind it.';
comment on column organisation.open_url_base is 'Where its library answers OpenURL 1.0 (Z39.88-2004).';

alter table resource add column isbn text;
alter table resource add column issn text;
alter table resource add column doi text;
alter table resource add constraint resource_isbn_shape check (isbn ~ '^([0-9]{9}[0-9X]|[0-9]{13})$');
alter table resource add constraint resource_issn_shape check (issn ~ '^[0-9]{4}-[0-9]{3}[0-9X]$');
alter table resource add constraint resource_doi_shape check (doi ~ '^10\.[0-9]{4,9}/\S+$');
comment on column resource.isbn is 'Of a collection or an online resource that is one title; without hyphens.';
