/**
 * The plan of the demo: which units, people, entries and steps, as pure data.
 */
export {}
