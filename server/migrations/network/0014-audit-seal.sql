alter table audit_event add column sealed_at timestamptz;
create index audit_event_unsealed_index on audit_event (id) where sealed_at is null;
comment on column audit_event.sealed_at is 'When the event became a leaf of the tree, see audit_leaf.';

create table audit_leaf (
  position bigint constraint audit_leaf_pkey primary key,
  event_id uuid not null,
  hash bytea not null,
  constraint audit_leaf_event_id_key unique (event_id),
  constraint audit_leaf_position_range check (position >= 0),
  constraint audit_leaf_hash_length check (octet_length(hash) = 32)
);
comment on table audit_leaf is 'The order in which events were sealed: an event that is committed late takes a later place. No foreign key: what was removed is to be found.';
comment on column audit_leaf.hash is 'SHA-256 of 0x00 and the canonical JSON of the event (RFC 6962, RFC 8785).';

create table seal_key (
  id text constraint seal_key_pkey primary key,
  public_key bytea not null,
  first_used_at timestamptz not null,
  predecessor_id text constraint seal_key_predecessor_id_fkey references seal_key (id),
  predecessor_size bigint,
  predecessor_root bytea,
  endorsement bytea,
  constraint seal_key_public_key_length check (octet_length(public_key) = 32),
  constraint seal_key_predecessor_key unique (predecessor_id),
  constraint seal_key_endorsement_whole check (num_nonnulls(predecessor_id, predecessor_size, predecessor_root, endorsement) in (0, 4))
);
comment on table seal_key is 'Public Ed25519 keys that sealed this network, each endorsing the one before it. Private keys are never in the database.';
comment on column seal_key.id is 'The first 16 hex digits of the SHA-256 of the public key.';
comment on column seal_key.predecessor_size is 'Up to which size of the tree the earlier key counts, and with which root.';
comment on column seal_key.endorsement is 'Signature of this key over its predecessor, size and root.';

create table audit_checkpoint (
  size bigint constraint audit_checkpoint_pkey primary key,
  root bytea not null,
  frontier bytea not null,
  at timestamptz not null,
  key_id text not null constraint audit_checkpoint_key_id_fkey references seal_key (id),
  signature bytea not null,
  constraint audit_checkpoint_size_range check (size > 0),
  constraint audit_checkpoint_root_length check (octet_length(root) = 32)
);
comment on table audit_checkpoint is 'The signed root of the tree at a size: from then on none of its events can change unnoticed.';
comment on column audit_checkpoint.frontier is 'Roots of the whole subtrees of the tree from left to right, 32 bytes each, from which it grows on.';
