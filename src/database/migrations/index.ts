import * as migration_20261122_070942_initial from './20261122_070942_initial'
import * as migration_20261122_080000_append_only from './20261122_080000_append_only'
import * as migration_20261122_081000_services_as_text from './20261122_081000_services_as_text'
import * as migration_20261122_090000_search_grams from './20261122_090000_search_grams'
import * as migration_20261122_090100_scope_counts from './20261122_090100_scope_counts'
import * as migration_20261122_100000_showcase from './20261122_100000_showcase'

export const migrations = [
  {
    up: migration_20261122_070942_initial.up,
    down: migration_20261122_070942_initial.down,
    name: '20261122_070942_initial',
  },
  {
    up: migration_20261122_080000_append_only.up,
    down: migration_20261122_080000_append_only.down,
    name: '20261122_080000_append_only',
  },
  {
    up: migration_20261122_081000_services_as_text.up,
    down: migration_20261122_081000_services_as_text.down,
    name: '20261122_081000_services_as_text',
  },
  {
    up: migration_20261122_090000_search_grams.up,
    down: migration_20261122_090000_search_grams.down,
    name: '20261122_090000_search_grams',
  },
  {
    up: migration_20261122_090100_scope_counts.up,
    down: migration_20261122_090100_scope_counts.down,
    name: '20261122_090100_scope_counts',
  },
  {
    up: migration_20261122_100000_showcase.up,
    down: migration_20261122_100000_showcase.down,
    name: '20261122_100000_showcase',
  },
]
