/**
 * The command `npm run demo`.
 */
export {}
