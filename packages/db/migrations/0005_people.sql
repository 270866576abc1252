-- Doors for a company's own directory. Of a token only its digest is kept.
create table scim_token (
  company_id text not null,
  id text not null,
  name text not null,
  source text not null check (source in ('scim', 'ldap')),
  digest text not null,
  created_at integer not null,
  created_by text not null,
  expires_at integer,
  last_used_at integer,
  revoked_at integer,
  primary key (company_id, id)
) strict, without rowid;
create unique index scim_token_digest on scim_token (company_id, digest);

-- Somebody in another system, as that system tells it, and whose account it is taken to be.
create table account (
  company_id text not null,
  id text not null,
  source text not null,
  external_id text,
  user_name text not null,
  -- The user name in lower case.
  user_key text not null,
  active integer not null check (active in (0, 1)),
  resource text not null check (json_valid(resource)),
  version integer not null default 1,
  created_at integer not null,
  changed_at integer not null,
  deleted_at integer,
  -- With which secret and own rules its keys were made.
  keyed_by text not null,
  state text not null check (state in ('matched', 'ambiguous', 'unmatched', 'nobody')),
  person_id text,
  -- The rule that decided, 'hand' for what somebody said themselves.
  rule text,
  -- Among whom nobody guesses.
  people text not null default '[]' check (json_valid(people)),
  primary key (company_id, id),
  check ((state = 'matched') = (person_id is not null))
) strict, without rowid;
create unique index account_user on account (company_id, source, user_key) where deleted_at is null;
create unique index account_external on account (company_id, source, external_id) where deleted_at is null;
create index account_name on account (company_id, user_key, id);
create index account_person on account (company_id, person_id) where person_id is not null;

-- By what an account can be recognised, as digests; one row for each rule that finds something.
create table account_key (
  company_id text not null,
  account_id text not null,
  rule text not null,
  kind text not null check (kind in ('user', 'number', 'mobile', 'email', 'union')),
  digest text not null,
  primary key (company_id, account_id, rule, digest)
) strict, without rowid;
create index account_key_found on account_key (company_id, kind, digest);

-- By what a person can be recognised. DingTalk's phones and e-mails are kept as digests only.
create table person_key (
  company_id text not null,
  person_id text not null,
  kind text not null check (kind in ('user', 'number', 'mobile', 'email', 'union')),
  digest text not null,
  primary key (company_id, person_id, kind, digest)
) strict, without rowid;
create index person_key_found on person_key (company_id, kind, digest);

create table account_group (
  company_id text not null,
  id text not null,
  source text not null,
  external_id text,
  display_name text not null,
  display_key text not null,
  version integer not null default 1,
  created_at integer not null,
  changed_at integer not null,
  primary key (company_id, id)
) strict, without rowid;
create unique index account_group_name on account_group (company_id, source, display_key);

create table account_group_member (
  company_id text not null,
  group_id text not null,
  account_id text not null,
  primary key (company_id, group_id, account_id)
) strict, without rowid;
create index account_group_of on account_group_member (company_id, account_id);

-- In which order accounts are matched; no row while the default order holds.
create table account_rules (
  company_id text primary key,
  version integer not null,
  rules text not null check (json_valid(rules)),
  changed_at integer not null,
  changed_by text not null
) strict, without rowid;

-- Standard positions in order; no rows while the default ones hold.
create table position (
  company_id text not null,
  code text not null,
  n integer not null,
  name_zh text not null,
  name_en text not null,
  patterns text not null check (json_valid(patterns)),
  -- That of the whole table.
  version integer not null,
  primary key (company_id, code)
) strict, without rowid;

-- Derived: the position of each job title somebody bears.
create table title_position (
  company_id text not null,
  title text not null,
  code text,
  primary key (company_id, title)
) strict, without rowid;
