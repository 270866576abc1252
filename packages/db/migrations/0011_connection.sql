-- What was last seen of each step of connecting to DingTalk, by a check or by ordinary life.
create table connection_check (
  company_id text not null,
  step text not null,
  -- 'unseen' while the first check runs, 'waiting' when another step must be mended first.
  state text not null check (state in ('unseen', 'ok', 'broken', 'waiting')),
  -- What shows that it works, in codes and figures: '{"code":"scopes","had":4,"of":4}'.
  proof text check (json_valid(proof)),
  problem text,
  -- DingTalk's code, missing scopes and a refused address; never a secret.
  detail text not null default '{}' check (json_valid(detail)),
  checked_at integer not null,
  -- When an administrator asked last.
  asked_at integer,
  primary key (company_id, step)
) strict, without rowid;
