-- What stands between opening and report: the coordinator decides, and owners pass things on.

-- A deadline of its own, where somebody got more (or less) time than the round. Null: the round's.
alter table item add column deadline timestamptz;
-- Sent back with a question: open again although the old answer stands, until a newer one is said.
alter table item add column question text;
alter table item add column question_by text;
alter table item add column question_at timestamptz;
-- Who answers this item in this round, where it is not as in the people sheet. Null: as there.
alter table item add column own_responders text[];
alter table item add column dropped_by text;
alter table item add column dropped_at timestamptz;

-- Entered by the coordinator for somebody: who entered it, and where it came from ("by e-mail, 24 November").
alter table answer add column entered_by text;
alter table answer add column entered_from text;
alter table answer add check ((entered_by is null) = (entered_from is null));

alter table round add column cancelled_because text;

-- A comment as the coordinator put it. It belongs to one revision: a newer answer is not edited by an older edit.
create table edit (
  id bigint generated always as identity primary key,
  item_id bigint not null,
  revision int not null,
  comment text not null check (length(comment) <= 3000),
  edited_by text not null,
  at timestamptz not null,
  foreign key (item_id, revision) references answer (item_id, revision)
);
create index edit_item on edit (item_id, revision);
create trigger edit_is_append_only before update or delete on edit for each row execute function refuse_change();

-- What a row says where units differ, or instead of what they said. The newest counts; a null status takes the decision back.
create table decision (
  id bigint generated always as identity primary key,
  round_id bigint not null references round,
  measure text not null,
  status text,
  comment text check (length(comment) <= 3000),
  decided_by text not null,
  at timestamptz not null,
  foreign key (round_id, status) references round_status (round_id, status)
);
create index decision_row on decision (round_id, measure);
create trigger decision_is_append_only before update or delete on decision for each row execute function refuse_change();

-- Somebody is asked to take an item over. Theirs when they accept; until then the giver answers.
create table hand_over (
  id bigint generated always as identity primary key,
  item_id bigint not null references item,
  from_person text not null references person,
  to_person text not null references person,
  reason text not null,
  offered_at timestamptz not null,
  settled_at timestamptz,
  outcome text check (outcome in ('accepted', 'declined', 'taken-back')),
  check (from_person <> to_person),
  check ((settled_at is null) = (outcome is null))
);
create unique index one_open_offer on hand_over (item_id) where settled_at is null;

-- A colleague is asked for a text; the item stays where it is.
create table text_request (
  id bigint generated always as identity primary key,
  item_id bigint not null references item,
  from_person text not null references person,
  to_person text not null references person,
  question text not null,
  asked_at timestamptz not null,
  text text check (length(text) <= 3000),
  given_at timestamptz,
  check (from_person <> to_person),
  check ((text is null) = (given_at is null))
);

-- An owner thinks a measure is no longer relevant; the coordinator decides.
create table drop_proposal (
  id bigint generated always as identity primary key,
  item_id bigint not null references item,
  proposed_by text not null references person,
  reason text not null,
  at timestamptz not null,
  settled_at timestamptz
);
create unique index one_open_proposal on drop_proposal (item_id) where settled_at is null;

-- Who answers from now on, where it is not as in the people sheet: for a measure of a plan, or for a unit.
create table contact_override (
  plan text not null,
  measure text,                                                           -- null: the unit in every measure of the plan
  unit text not null,
  people text[] not null,
  set_by text not null,
  at timestamptz not null,
  unique nulls not distinct (plan, measure, unit)
);

-- Headings the coordinator has read through, and readers who have read the draft. `heading` is its place: "2/1".
create table approval (
  round_id bigint not null references round,
  heading text not null,
  approved_by text not null,
  at timestamptz not null,
  primary key (round_id, heading)
);
create table reading (
  round_id bigint not null references round,
  heading text not null,
  person_id text not null references person,
  asked_at timestamptz not null,
  read_at timestamptz,
  primary key (round_id, heading, person_id)
);

-- Further kinds of news.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
  'ask', 'remind', 'deputy', 'trial', 'deputy-asked', 'ready', 'digest', 'published', 'summary',
  'sent-back', 'hand-over', 'hand-over-answered', 'answered-for', 'edited', 'dropped', 'drop-proposed', 'deadline-moved',
  'reader-asked', 'corrected', 'cancelled', 'text-asked', 'text-given'));
-- What a piece of news is about beside the round: an item, an offer, a request.
alter table notice add column item_id bigint references item;
alter table notice add column thing_id bigint;
