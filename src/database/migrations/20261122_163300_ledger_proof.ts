import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

// What is sealed of the ledger: one tree (RFC 9162) over the votes and voids of all rounds, growing with
// each head. A row's number in it is given here, without a gap; `votes` and `vote_voids` know nothing of
// it. Leaves lie in parts that never change; none reaches over a multiple of 1,024, so that the
// subtrees from level 10 up, kept in ledger_nodes, stand on whole blocks of leaves.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- Public keys under which heads were signed: the old ones stay, or old heads could not be checked.
    create table ledger_keys (
      -- RFC 7638 thumbprint.
      id text primary key,
      public bytea not null check (octet_length(public) = 32),
      since timestamptz(3) not null default clock_timestamp()
    );

    create table ledger_heads (
      number integer primary key check (number >= 0),
      ledger text not null,
      size bigint not null,
      root bytea not null check (octet_length(root) = 32),
      previous bytea not null,
      at timestamptz(3) not null,
      key_id text not null references ledger_keys (id),
      signature bytea not null check (octet_length(signature) = 64),
      -- Hashes of the tree's whole subtrees, largest first: all that the next head needs of this one.
      peaks bytea not null,
      -- The last rows that are in it, in the order of (tx, id): what comes behind them is not sealed yet.
      votes_tx bigint not null,
      votes_id bigint not null,
      voids_tx bigint not null,
      voids_id bigint not null
    );

    create table ledger_leaves (
      from_seq bigint primary key,
      head integer not null references ledger_heads (number),
      kind text not null check (kind in ('vote', 'void')),
      -- Of votes or of vote_voids, in the order of the tree.
      ids bigint[] not null,
      span int8range not null,
      hashes bytea not null check (octet_length(hashes) = 32 * cardinality(ids)),
      -- The pseudonyms of votes: rows can be made again without the key, and after it was changed.
      voters bytea check ((voters is null) = (kind = 'void') and octet_length(voters) = octet_length(hashes)),
      check (from_seq / 1024 = (from_seq + cardinality(ids) - 1) / 1024)
    );
    create index ledger_leaves_by_id on ledger_leaves using gist (span);
    -- Hashes cannot be made shorter: it is not tried.
    alter table ledger_leaves alter column hashes set storage external;

    create table ledger_nodes (
      level smallint not null check (level >= 10),
      index bigint not null,
      hash bytea not null check (octet_length(hash) = 32),
      primary key (level, index)
    );

    create trigger ledger_keys_append_only before update or delete on ledger_keys
      for each row execute function refuse_change();
    create trigger ledger_keys_no_truncate before truncate on ledger_keys
      for each statement execute function refuse_change();
    create trigger ledger_heads_append_only before update or delete on ledger_heads
      for each row execute function refuse_change();
    create trigger ledger_heads_no_truncate before truncate on ledger_heads
      for each statement execute function refuse_change();
    create trigger ledger_leaves_append_only before update or delete on ledger_leaves
      for each row execute function refuse_change();
    create trigger ledger_leaves_no_truncate before truncate on ledger_leaves
      for each statement execute function refuse_change();
    create trigger ledger_nodes_append_only before update or delete on ledger_nodes
      for each row execute function refuse_change();
    create trigger ledger_nodes_no_truncate before truncate on ledger_nodes
      for each statement execute function refuse_change();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table ledger_nodes, ledger_leaves, ledger_heads, ledger_keys`)
}
