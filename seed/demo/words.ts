/**
 * The words of the demo: plainly invented people, workplaces, titles and texts, deterministic by seed.
 */
export {}
