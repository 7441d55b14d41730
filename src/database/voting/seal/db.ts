import type pg from 'pg'

/** Whatever asks PostgreSQL: a pool, one of its clients, a client of one's own. */
export type Db = Pick<pg.ClientBase, 'query'>
