/** In place of a field whose value is shown elsewhere: the form still holds it, lists can show it. */
export function Nothing() {
  return null
}
