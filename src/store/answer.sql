-- Takes what one person said about some items: one statement, so an answer is all there or not at all.
-- $1 channel  $2 account  $3 source  $4 version  $5 said_at  $6 received_at
-- $7 item ids  $8 statuses  $9 comments  $10 progress  $11 revisions seen
with said as (
  select *, sha256(convert_to(coalesce(status, '') || E'\x1f' || coalesce(progress::text, '') || E'\x1f' || comment, 'UTF8')) as what
  from unnest($7::bigint[], $8::text[], $9::text[], $10::numeric[], $11::int[]) as s(item_id, status, comment, progress, seen)
),
-- publishing waits for answers under way, and an answer that waited for publishing is refused
running as (
  select id from round
  where id in (select round_id from item where id = any($7::bigint[]))
    and opened_at is not null and published_at is null and cancelled_at is null
  for share
),
-- in one order, so that owner and deputy who answer the same items cannot block each other for ever
locked as materialized (
  select id from item where id = any($7::bigint[]) order by id for no key update
),
taken as (
  update item i set
    revisions = revisions + 1,
    -- the newest said counts, in whatever order edits arrive
    current = case when i.said_at is null or $5 >= i.said_at then i.revisions + 1 else i.current end,
    digest = case when i.said_at is null or $5 >= i.said_at then sha256(s.what || convert_to(a.person_id, 'UTF8')) else i.digest end,
    said_at = greatest(i.said_at, $5),
    -- a new answer settles what was asked about the old one
    question = case when i.said_at is null or $5 >= i.said_at then null else i.question end
  from said s, locked l, address a, responder p, running r
  where i.id = s.item_id and l.id = i.id
    and a.channel = $1 and a.account = $2
    and p.item_id = i.id and p.person_id = a.person_id and p.until is null
    and r.id = i.round_id
    and i.dropped_because is null
    -- the same person saying the same again, and a redelivery of something older, change nothing
    and (i.question is not null or i.digest is distinct from sha256(s.what || convert_to(a.person_id, 'UTF8')))
    and not exists (select from answer w where w.item_id = i.id and w.source = $3 and w.source_version = $4)
    and not exists (select from event e where e.source = $3 || ' ' || $4 and e.verb = 'repeated' and e.item_id = i.id)
    -- taking back what was never said says nothing
    and (s.status is not null or i.current is not null)
  returning i.id, i.round_id, i.revisions, i.current, a.person_id, s.status, s.comment, s.progress, s.seen
),
kept as (
  insert into answer (item_id, revision, round_id, said_by, status, comment, progress, source, source_version, seen, crossed, said_at, received_at)
  select t.id, t.revisions, t.round_id, t.person_id, t.status, t.comment, t.progress, $3, $4, t.seen,
    -- crossed: between what this person saw and what they said lies a revision that is not their own
    t.revisions - 1 - t.seen > own_since(t.id, t.seen, t.person_id),
    $5, $6
  from taken t returning item_id, crossed
),
logged as (
  insert into event (at, round_id, item_id, actor, verb, source)
  select $6, round_id, id, person_id, case when status is null then 'withdrew' else 'answered' end, $3 || ' ' || $4 from taken
  on conflict do nothing
),
-- what changed nothing is remembered too: delivered once more after somebody else's answer, it must not count as new
repeated as (
  insert into event (at, round_id, item_id, actor, verb, source)
  select $6, i.round_id, i.id, a.person_id, 'repeated', $3 || ' ' || $4
  from item i, address a, responder p, running r
  where i.id = any($7::bigint[]) and i.id not in (select id from taken)
    and a.channel = $1 and a.account = $2
    and p.item_id = i.id and p.person_id = a.person_id and p.until is null
    and r.id = i.round_id
  on conflict do nothing
),
heard as (
  update person set trouble = null where trouble is not null and id in (select person_id from taken)
),
-- everybody who may answer the item sees it in their newest message
stale as (
  update notice n set version = version + 1
  where n.state in ('sending', 'sent') and (n.id in (
    select max(m.id) from notice m join responder p on p.person_id = m.person_id
    where p.item_id in (select id from taken) and m.kind in ('ask', 'remind', 'deputy') and m.state in ('sending', 'sent')
    group by m.person_id)
    -- an offer of it is no longer one, and a question about it is answered
    or n.kind = 'hand-over' and n.id in (select h.notice_id from notice_item h where h.item_id in (select id from taken))
    or n.kind = 'sent-back' and n.item_id in (select id from taken))
  returning n.id
)
select t.id, t.revisions, t.current, k.crossed, (select array_agg(id) from stale) as redraw
from taken t join kept k on k.item_id = t.id
