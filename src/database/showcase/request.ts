import type { PayloadRequest } from 'payload'

/** The part of a request on whose transaction all of this runs. */
export type Req = Pick<PayloadRequest, 'payload' | 'transactionID'> & PayloadRequest

/**
 * What is locked while a row is made. `around`: the names that it copies, so that a rename either is
 * read or waits and then finds the row; the entry itself is locked by who changes it. `all`: the entry
 * too. `none`: reading only.
 */
export type Lock = 'all' | 'around' | 'none'
