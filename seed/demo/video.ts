/**
 * Short videos for the demo: moving generated frames with sound.
 */
export {}
