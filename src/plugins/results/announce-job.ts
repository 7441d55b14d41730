/** The job that tells people of a list once its notice has opened. */
export const announceJob = 'announce-results'
