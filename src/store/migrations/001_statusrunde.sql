-- The words are the glossary's. The constraints carry the promises: see each comment.

create table person (
  id text primary key,
  name text not null,
  email text,
  language text not null check (language in ('nb', 'nn', 'en')),          -- as people.yaml has it
  chosen_language text check (chosen_language in ('nb', 'nn', 'en')),     -- as the person chose; wins
  away_until date,
  trouble text,                                                           -- why nobody could reach them, when so
  left_at timestamptz                                                     -- no longer in people.yaml
);

-- One verified account is one person.
create table address (
  channel text not null,
  account text not null,
  person_id text not null references person,
  primary key (channel, account),
  unique (person_id, channel)
);

create table round (
  id bigint generated always as identity primary key,
  plan text not null,
  period text not null,
  copy jsonb not null,
  timetable jsonb not null,
  deadline timestamptz not null,
  prepared_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  published_at timestamptz,
  cancelled_at timestamptz,
  check (closed_at is null or opened_at is not null),
  check (published_at is null or closed_at is not null)
);
-- A period is collected once, and a plan has one running round.
create unique index one_round_a_period on round (plan, period) where cancelled_at is null;
create unique index one_running_round on round (plan) where published_at is null and cancelled_at is null;

-- Which statuses a round knows: another plan's status cannot be stored.
create table round_status (
  round_id bigint not null references round,
  status text not null,
  nth int not null,
  primary key (round_id, status),
  unique (round_id, nth)
);

create table item (
  id bigint generated always as identity primary key,
  round_id bigint not null references round,
  measure text not null,
  unit text not null,
  revisions int not null default 0,
  current int,
  said_at timestamptz,
  digest bytea,                                                           -- of what counts now and who said it
  dropped_because text,
  unique (round_id, measure, unit),
  unique (round_id, id)
);

-- Who may answer an item, in the order they are asked. Ended, never deleted: answers point here.
create table responder (
  item_id bigint not null references item,
  person_id text not null references person,
  rank int not null,
  until timestamptz,
  primary key (item_id, person_id)
);
create index responder_person on responder (person_id) where until is null;

create table answer (
  item_id bigint not null,
  revision int not null,
  round_id bigint not null,
  said_by text not null,
  status text,                                                            -- null: taken back
  comment text not null check (length(comment) <= 3000),
  progress numeric,
  source text not null,
  source_version text not null,
  seen int not null,
  crossed boolean not null,
  said_at timestamptz not null,
  received_at timestamptz not null,
  primary key (item_id, revision),
  unique (item_id, source, source_version),                               -- a redelivery is not a revision
  foreign key (round_id, item_id) references item (round_id, id),
  foreign key (round_id, status) references round_status (round_id, status),
  foreign key (item_id, said_by) references responder (item_id, person_id)  -- a stranger's answer cannot be stored
);
alter table item add foreign key (id, current) references answer (item_id, revision);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger answer_is_append_only before update or delete on answer
  for each row execute function refuse_change();

create table notice (
  id bigint generated always as identity primary key,
  person_id text not null references person,
  slot text not null,                                                     -- 'day 2026-12-07' or 'event …': sent once
  kind text not null check (kind in ('ask', 'remind', 'deputy', 'trial', 'deputy-asked', 'ready', 'digest', 'published', 'summary')),
  round_id bigint references round,
  about text references person,
  day date not null,                                                      -- local day it was owed on
  state text not null default 'owed' check (state in ('owed', 'sending', 'unsure', 'sent', 'moot', 'failed')),
  not_before timestamptz not null,
  attempts int not null default 0,
  resent boolean not null default false,                                  -- an ambiguous ask goes out once more, not twice
  lease_until timestamptz,
  trouble text,
  channel text,
  account text,
  message text,
  sent_at timestamptz,
  version int not null default 1,                                         -- of what it should show
  drawn int not null default 0,                                           -- of what it shows
  unique (person_id, slot),
  unique (channel, message),
  unique (id, person_id),
  check ((state = 'sent') = (message is not null))
);
create index notice_to_deliver on notice (not_before) where state in ('owed', 'sending', 'unsure');
create index notice_to_redraw on notice (id) where state = 'sent' and drawn < version;

create table notice_item (
  notice_id bigint not null,
  person_id text not null,
  item_id bigint not null references item,
  step text not null,                                                     -- 'ask', 'remind 2026-12-04', 'deputy'
  primary key (notice_id, item_id),
  unique (item_id, person_id, step),
  foreign key (notice_id, person_id) references notice (id, person_id) on delete cascade
);

-- Exact bytes of what was published.
create table report (
  round_id bigint not null references round,
  version int not null,
  body bytea not null,
  sha256 bytea not null check (sha256 = sha256(body)),
  published_at timestamptz not null,
  primary key (round_id, version)
);
create trigger report_is_append_only before update or delete on report
  for each row execute function refuse_change();

create table link (
  token_sha256 bytea primary key,
  person_id text not null references person,
  opens text not null check (opens in ('chat', 'desk', 'progress', 'report')),
  round_id bigint references round,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  check ((opens in ('progress', 'report')) = (round_id is not null))
);

-- The web channel's messages, as they are shown.
create table inbox (
  id bigint generated always as identity primary key,
  account text not null,
  notice_id bigint,
  html text not null,
  at timestamptz not null,
  mine boolean not null,
  unique (account, notice_id)
);

-- A row for every change, never a text.
create table event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  round_id bigint references round,
  item_id bigint references item,
  actor text not null,
  verb text not null,
  source text not null,
  unique (source, verb, item_id)
);

-- Open pages listen: something changed, look again.
create function tell_listeners() returns trigger language plpgsql as $$
begin
  perform pg_notify('changed', '');
  return null;
end $$;
create trigger event_is_told after insert on event for each statement execute function tell_listeners();
create trigger inbox_is_told after insert or update on inbox for each statement execute function tell_listeners();

-- Present only where a demo was played: the time it had come to.
create table demo (
  only_one boolean primary key default true check (only_one),
  now timestamptz not null
);
