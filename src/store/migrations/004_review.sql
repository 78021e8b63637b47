-- What stood under a heading when it was approved: an approval holds as long as that is what stands there.
alter table approval add column what text not null default '';
alter table approval alter column what drop default;
-- Links to the report were ended up to this version (0: before any): what was to be sent of it carries none.
alter table round add column links_withdrawn int;
-- Rounds that were copied before plans had readers, and before a status could ask for a comment.
update round set copy = jsonb_set(copy, '{plan,readers}', '[]') where not copy -> 'plan' ? 'readers';
update round set copy = jsonb_set(copy, '{plan,legend}', (
  select jsonb_agg(case when s.value ? 'asksComment' then s.value else s.value || jsonb_build_object('asksComment', s.nth > 1) end order by s.nth)
  from jsonb_array_elements(copy -> 'plan' -> 'legend') with ordinality s(value, nth)));
