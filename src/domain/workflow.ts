/** The door of the workflow: the table, the decision over it, and what follows from a state. */
export * from './workflow/table.ts'
export * from './workflow/labels.ts'
export * from './workflow/decision.ts'
export * from './workflow/reach.ts'
