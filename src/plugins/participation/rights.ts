import type { Payload } from 'payload'
import type { Rights } from '../../domain/participation/rights.ts'
import { collectOwnData } from './rights-collect.ts'
import { leave } from './rights-erase.ts'

/** What a person may ask for: all that is kept of them, and to be forgotten. */
export function openRights(payload: Payload): Rights {
  return {
    collect: (asking) => collectOwnData(payload, asking),
    erase: (asking) => leave(payload, asking),
  }
}
