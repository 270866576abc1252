-- A project's sites once more in its own row, kept there by triggers: the first screen reads all projects of a person, and D1
-- charges for each of their sites and for the row behind the last one.
alter table project add column sites text not null default '[]' check (json_valid(sites));

create trigger site_came after insert on site begin
  update project set sites = (select json_group_array(json_array(s.id, s.lat, s.lng, s.radius, s.ssids, s.machines,
      s.starts_on, s.ends_on)) from site s where s.company_id = new.company_id and s.project_id = new.project_id)
    where company_id = new.company_id and id = new.project_id;
end;

create trigger site_changed after update on site begin
  update project set sites = (select json_group_array(json_array(s.id, s.lat, s.lng, s.radius, s.ssids, s.machines,
      s.starts_on, s.ends_on)) from site s where s.company_id = new.company_id and s.project_id = new.project_id)
    where company_id = new.company_id and id = new.project_id;
end;

create trigger site_went after delete on site begin
  update project set sites = (select json_group_array(json_array(s.id, s.lat, s.lng, s.radius, s.ssids, s.machines,
      s.starts_on, s.ends_on)) from site s where s.company_id = old.company_id and s.project_id = old.project_id)
    where company_id = old.company_id and id = old.project_id;
end;

update site set name = name;
