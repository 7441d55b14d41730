import type { RunIn } from '../run-in.ts'

/**
 * Lets a person go who objected: what nobody ruled on yet is taken back, and who they are is forgotten. What
 * was objected and ruled stays. For a transaction.
 */
export async function leaveObjections(run: RunIn, participant: number): Promise<void> {
  const open = await run<{ id: number; state: string }>(
    `select id, state from objections where participant_id = $1::int and state in ('filed', 'accepted') order by id for update`,
    [participant],
  )
  for (const { id, state } of open) {
    await run(
      `insert into objection_log (objection_id, action, "from", "to") values ($1, 'withdraw', $2, 'withdrawn')`,
      [id, state],
    )
  }
  await run(
    `update objections set objector_name = null, objector_contact = null, updated_at = now(),
       due_at = case when state in ('filed', 'accepted') then null else due_at end,
       state = case when state in ('filed', 'accepted') then 'withdrawn' else state end
     where participant_id = $1::int`,
    [participant],
  )
}
