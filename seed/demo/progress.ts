/**
 * A progress bar for a terminal, one line per tenth elsewhere.
 */
export {}
