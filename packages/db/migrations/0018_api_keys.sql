-- Keys of other programs. Of a key only its digest is kept, and its beginning, by which a person knows it again.
create table api_key (
  company_id text not null,
  id text not null,
  name text not null,
  prefix text not null,
  digest text not null,
  -- ["projects:read", …]
  scopes text not null check (json_valid(scopes)),
  created_at integer not null,
  created_by text not null,
  expires_at integer,
  revoked_at integer,
  revoked_by text,
  primary key (company_id, id)
) strict, without rowid;
create unique index api_key_digest on api_key (company_id, digest);

-- How often a key was used in the window that runs, and when last; one row a key.
create table api_use (
  company_id text not null,
  key_id text not null,
  window_at integer not null,
  used integer not null,
  used_at integer not null,
  primary key (company_id, key_id)
) strict, without rowid;

-- What a request under an idempotency key was answered, for a day; no status while it is being worked on.
create table idempotency (
  company_id text not null,
  key_id text not null,
  idempotency_key text not null,
  -- Of method, path and body.
  digest text not null,
  at integer not null,
  -- Somebody works on it until then; afterwards the same request may take it over.
  running_until integer not null,
  status integer,
  headers text check (headers is null or json_valid(headers)),
  body text,
  primary key (company_id, key_id, idempotency_key)
) strict, without rowid;
create index idempotency_at on idempotency (company_id, at);
