-- How many revisions after `seen` are this person's own. A volatile function looks anew each time it is called: an answer
-- that waited for another one of the same person counts it too, which a query inside the waiting statement would not.
create function own_since(the_item bigint, last_seen int, person text) returns bigint volatile language plpgsql as $$
begin
  return (select count(*) from answer where item_id = the_item and revision > last_seen and said_by = person);
end $$;
