const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none"><rect fill="#c8102e" height="48" rx="11" width="48"/><g stroke="#fff" stroke-linecap="round"><path d="M12.5 15.5c7-4.6 16-4.6 23 0M24 12.4v23.2M10.5 32.5c8 5 19 5 27 0" stroke-width="4.4"/><path d="M14.5 19c-2.6 4-2.6 7 0 10.4M33.5 19c2.6 4 2.6 7 0 10.4" opacity=".6" stroke-width="2.8"/></g><circle cx="24" cy="24" fill="#ffd166" r="4.4" stroke="#c8102e" stroke-width="2"/></svg>`

/** The mark as an address of its own, so that the browser's tab needs no file. */
export const favicon = `data:image/svg+xml,${encodeURIComponent(drawing)}`
