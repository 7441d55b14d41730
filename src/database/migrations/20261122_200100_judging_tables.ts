import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// Judging. A work stands in a round under a number of its own, drawn by lot: nothing else of it is told to
// a judge. Marks are whole hundredths. What was once written to the history is never changed.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table judging_panel (
      round_id integer not null references judging_rounds (id),
      judge_id integer not null references users (id),
      added_at timestamptz(3) not null default clock_timestamp(),
      added_by integer references users (id),
      invited_at timestamptz(3),
      reminded_at timestamptz(3),
      left_at timestamptz(3),
      left_reason text,
      primary key (round_id, judge_id)
    );
    create index judging_panel_by_judge on judging_panel (judge_id);

    -- What a judge declared, for every round: “I know this author” among it. Only ever added to.
    create table judging_conflicts (
      judge_id integer not null references users (id),
      entry text not null,
      kind text not null check (kind in ('declared', 'knows-author')),
      at timestamptz(3) not null default clock_timestamp(),
      note text,
      primary key (judge_id, entry)
    );

    create table judging_works (
      round_id integer not null references judging_rounds (id),
      -- The public id, and the row behind it.
      entry text not null,
      kind text not null,
      entry_id integer not null,
      number integer not null check (number > 0),
      added_at timestamptz(3) not null default clock_timestamp(),
      gone_at timestamptz(3),
      gone_why text,
      primary key (round_id, entry),
      unique (round_id, number)
    );
    create index judging_works_by_entry on judging_works (entry);

    -- Who judges what, and what stands: the newest row of the history.
    create table judging_pairs (
      round_id integer not null,
      entry text not null,
      judge_id integer not null references users (id),
      assigned_at timestamptz(3) not null default clock_timestamp(),
      dropped_at timestamptz(3),
      dropped_why text,
      -- Hundredths of marks by criterion: { "theme": 1850 }. Null: none yet.
      marks jsonb,
      passes boolean,
      note text,
      skipped_at timestamptz(3),
      saved_at timestamptz(3),
      handed_in_at timestamptz(3),
      version integer not null default 0,
      primary key (round_id, entry, judge_id),
      foreign key (round_id, entry) references judging_works (round_id, entry)
    );
    create index judging_pairs_by_judge on judging_pairs (judge_id, round_id);

    -- A judge's order in a round that ranks: groups of equal works, the best first.
    create table judging_orders (
      round_id integer not null references judging_rounds (id),
      judge_id integer not null references users (id),
      groups jsonb not null,
      saved_at timestamptz(3) not null default clock_timestamp(),
      handed_in_at timestamptz(3),
      version integer not null default 0,
      primary key (round_id, judge_id)
    );

    -- Every saved mark, as it was.
    create table judging_history (
      id bigint generated always as identity primary key,
      round_id integer not null,
      entry text,
      judge_id integer not null,
      at timestamptz(3) not null default clock_timestamp(),
      given jsonb not null
    );
    create index judging_history_of_round on judging_history (round_id, id);

    -- Marks that were found wrong after the lock: the newest row of a mark says what a next version counts it
    -- as. What the judge handed in stays where it is. Hundredths of a criterion's mark, or 1 and 0 (no criterion).
    create table judging_corrections (
      id bigint generated always as identity primary key,
      round_id integer not null,
      entry text not null,
      judge_id integer not null,
      criterion text,
      becomes integer not null check (becomes >= 0),
      reason text not null,
      by_id integer not null references users (id),
      at timestamptz(3) not null default clock_timestamp(),
      foreign key (round_id, entry, judge_id) references judging_pairs (round_id, entry, judge_id)
    );
    create index judging_corrections_of_round on judging_corrections (round_id, id);

    -- Rounds that were stopped for a while; the one that has not ended is the pause that lasts.
    create table judging_pauses (
      id bigint generated always as identity primary key,
      round_id integer not null references judging_rounds (id),
      reason text not null,
      from_at timestamptz(3) not null default clock_timestamp(),
      to_at timestamptz(3)
    );
    create unique index judging_pauses_one on judging_pauses (round_id) where to_at is null;

    -- Who goes on, prepared over days; applied when the round is locked.
    create table judging_decisions (
      round_id integer not null,
      entry text not null,
      goes_on boolean not null,
      reason text,
      by_id integer references users (id),
      at timestamptz(3) not null default clock_timestamp(),
      primary key (round_id, entry),
      foreign key (round_id, entry) references judging_works (round_id, entry)
    );

    -- Rankings as they were locked: canonical JSON, its SHA-256, asked for by one person, confirmed by another.
    create table judging_locks (
      round_id integer not null references judging_rounds (id),
      version integer not null check (version > 0),
      text text not null,
      sha256 text not null,
      reason text,
      asked_by integer not null references users (id),
      asked_at timestamptz(3) not null,
      confirmed_by integer not null references users (id),
      confirmed_at timestamptz(3) not null default clock_timestamp(),
      primary key (round_id, version),
      check (asked_by <> confirmed_by)
    );

    -- What people decided about a level of awards: places left empty, and whom of equal works they chose.
    create table judging_level_decisions (
      round_id integer not null references judging_rounds (id),
      level text not null,
      vacant integer not null default 0 check (vacant >= 0),
      -- Public ids.
      chosen jsonb not null default '[]',
      reason text,
      by_id integer references users (id),
      at timestamptz(3) not null default clock_timestamp(),
      primary key (round_id, level)
    );

    -- A lock that somebody asked for, until another one confirms it: the hash of what was seen then.
    create table judging_lock_asks (
      round_id integer primary key references judging_rounds (id),
      version integer not null,
      sha256 text not null,
      reason text,
      by_id integer not null references users (id),
      at timestamptz(3) not null default clock_timestamp()
    );

    -- What people did to a round and why: panel, assign, ask for the lock, withdraw it, lock …
    create table judging_log (
      id bigint generated always as identity primary key,
      round_id integer not null references judging_rounds (id),
      at timestamptz(3) not null default clock_timestamp(),
      actor_id integer references users (id),
      action text not null,
      reason text,
      detail jsonb
    );
    create index judging_log_of_round on judging_log (round_id, id);

    -- Nothing that counts changes once a round is locked. Whoever locks it holds its row, and waits here
    -- for marks that are under way; they wait for him.
    create function refuse_change_of_locked() returns trigger language plpgsql as $$
    declare
      mine integer := case when tg_op = 'DELETE' then old.round_id else new.round_id end;
    begin
      perform from judging_rounds where id = mine for key share;
      if exists (select from judging_locks where round_id = mine) then
        raise exception 'round % is locked', mine using errcode = 'P0001';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$;
    create trigger judging_pairs_locked before update on judging_pairs for each row
      when ((old.handed_in_at is not null or new.handed_in_at is not null) and
        (old.marks, old.passes, old.handed_in_at, old.dropped_at)
          is distinct from (new.marks, new.passes, new.handed_in_at, new.dropped_at))
      execute function refuse_change_of_locked();
    create trigger judging_pairs_locked_in before insert on judging_pairs for each row
      when (new.handed_in_at is not null) execute function refuse_change_of_locked();
    create trigger judging_pairs_locked_out before delete on judging_pairs for each row
      when (old.handed_in_at is not null) execute function refuse_change_of_locked();
    create trigger judging_orders_locked before insert or update or delete on judging_orders
      for each row execute function refuse_change_of_locked();
    create trigger judging_history_locked before insert on judging_history
      for each row execute function refuse_change_of_locked();

    create trigger judging_history_append_only before update or delete on judging_history
      for each row execute function refuse_change();
    create trigger judging_history_no_truncate before truncate on judging_history
      for each statement execute function refuse_change();
    create trigger judging_locks_append_only before update or delete on judging_locks
      for each row execute function refuse_change();
    create trigger judging_locks_no_truncate before truncate on judging_locks
      for each statement execute function refuse_change();
    create trigger judging_corrections_append_only before update or delete on judging_corrections
      for each row execute function refuse_change();
    create trigger judging_corrections_no_truncate before truncate on judging_corrections
      for each statement execute function refuse_change();
    create trigger judging_log_append_only before update or delete on judging_log
      for each row execute function refuse_change();
    create trigger judging_log_no_truncate before truncate on judging_log
      for each statement execute function refuse_change();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table judging_corrections, judging_pauses;
    drop table judging_log, judging_locks, judging_lock_asks, judging_level_decisions, judging_decisions, judging_history, judging_orders,
      judging_pairs, judging_works, judging_conflicts, judging_panel;
    drop function refuse_change_of_locked();
  `)
}
