/**
 * Short melodies for the demo, synthesised and encoded here.
 */
export {}
