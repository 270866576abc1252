-- Which form's approval makes a project, and which of its fields says what: {"name": "TextField_P101", …}.
create table project_form (
  company_id text not null,
  process_code text not null,
  title text not null,
  fields text not null check (json_valid(fields)),
  active integer not null check (active in (0, 1)),
  version integer not null,
  changed_at integer not null,
  changed_by text not null,
  primary key (company_id, process_code)
) strict, without rowid;

-- An approval of such a form: what it said in the form's own words, what did not fit, and the project it made.
create table project_approval (
  company_id text not null,
  id text not null,
  process_code text not null,
  state text not null check (state in ('running', 'made', 'misfit', 'archived', 'ended', 'dismissed')),
  project_id text,
  originator text not null,
  -- [[field, the form's label, what was said], …]
  said text not null check (json_valid(said)),
  -- [[field, the form's label, what was said, why], …]
  misfits text not null default '[]' check (json_valid(misfits)),
  began_at integer,
  changed_at integer not null,
  primary key (company_id, id)
) strict, without rowid;
create index project_approval_state on project_approval (company_id, state, changed_at);
