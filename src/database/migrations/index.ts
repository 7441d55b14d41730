import * as migration_20261122_070942_initial from './20261122_070942_initial';
import * as migration_20261122_080000_append_only from './20261122_080000_append_only';
import * as migration_20261122_081000_services_as_text from './20261122_081000_services_as_text';
import * as migration_20261122_090000_search_grams from './20261122_090000_search_grams';
import * as migration_20261122_090100_scope_counts from './20261122_090100_scope_counts';
import * as migration_20261122_100000_showcase from './20261122_100000_showcase';
import * as migration_20261122_125237_taking_part from './20261122_125237_taking_part';
import * as migration_20261122_130000_participants from './20261122_130000_participants';
import * as migration_20261122_130100_identities from './20261122_130100_identities';
import * as migration_20261122_130200_own_entries from './20261122_130200_own_entries';
import * as migration_20261122_130300_uploads from './20261122_130300_uploads';
import * as migration_20261122_130400_likeness from './20261122_130400_likeness';
import * as migration_20261122_130500_content_safety from './20261122_130500_content_safety';
import * as migration_20261122_130600_renditions_shown from './20261122_130600_renditions_shown';
import * as migration_20261122_163147_voting from './20261122_163147_voting';
import * as migration_20261122_163200_votes from './20261122_163200_votes'
import * as migration_20261122_163300_ledger_proof from './20261122_163300_ledger_proof'
import * as migration_20261122_163400_vote_risk from './20261122_163400_vote_risk'
import * as migration_20261122_163500_upload_pieces from './20261122_163500_upload_pieces'
import * as migration_20261122_200000_judging from './20261122_200000_judging'
import * as migration_20261122_200100_judging_tables from './20261122_200100_judging_tables'
import * as migration_20261122_200200_results_tables from './20261122_200200_results_tables'
import * as migration_20261122_200300_certificates from './20261122_200300_certificates'
import * as migration_20261122_200400_outbox from './20261122_200400_outbox'

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
  {
    up: migration_20261122_125237_taking_part.up,
    down: migration_20261122_125237_taking_part.down,
    name: '20261122_125237_taking_part',
  },
  {
    up: migration_20261122_130000_participants.up,
    down: migration_20261122_130000_participants.down,
    name: '20261122_130000_participants',
  },
  {
    up: migration_20261122_130100_identities.up,
    down: migration_20261122_130100_identities.down,
    name: '20261122_130100_identities',
  },
  {
    up: migration_20261122_130200_own_entries.up,
    down: migration_20261122_130200_own_entries.down,
    name: '20261122_130200_own_entries',
  },
  {
    up: migration_20261122_130300_uploads.up,
    down: migration_20261122_130300_uploads.down,
    name: '20261122_130300_uploads',
  },
  {
    up: migration_20261122_130400_likeness.up,
    down: migration_20261122_130400_likeness.down,
    name: '20261122_130400_likeness',
  },
  {
    up: migration_20261122_130500_content_safety.up,
    down: migration_20261122_130500_content_safety.down,
    name: '20261122_130500_content_safety',
  },
  {
    up: migration_20261122_130600_renditions_shown.up,
    down: migration_20261122_130600_renditions_shown.down,
    name: '20261122_130600_renditions_shown',
  },
  {
    up: migration_20261122_163147_voting.up,
    down: migration_20261122_163147_voting.down,
    name: '20261122_163147_voting'
  },
  {
    up: migration_20261122_163200_votes.up,
    down: migration_20261122_163200_votes.down,
    name: '20261122_163200_votes',
  },
  {
    up: migration_20261122_163300_ledger_proof.up,
    down: migration_20261122_163300_ledger_proof.down,
    name: '20261122_163300_ledger_proof',
  },
  {
    up: migration_20261122_163400_vote_risk.up,
    down: migration_20261122_163400_vote_risk.down,
    name: '20261122_163400_vote_risk',
  },
  {
    up: migration_20261122_163500_upload_pieces.up,
    down: migration_20261122_163500_upload_pieces.down,
    name: '20261122_163500_upload_pieces',
  },
  {
    up: migration_20261122_200000_judging.up,
    down: migration_20261122_200000_judging.down,
    name: '20261122_200000_judging',
  },
  {
    up: migration_20261122_200100_judging_tables.up,
    down: migration_20261122_200100_judging_tables.down,
    name: '20261122_200100_judging_tables',
  },
  {
    up: migration_20261122_200200_results_tables.up,
    down: migration_20261122_200200_results_tables.down,
    name: '20261122_200200_results_tables',
  },
  {
    up: migration_20261122_200300_certificates.up,
    down: migration_20261122_200300_certificates.down,
    name: '20261122_200300_certificates',
  },
  {
    up: migration_20261122_200400_outbox.up,
    down: migration_20261122_200400_outbox.down,
    name: '20261122_200400_outbox',
  },
];
