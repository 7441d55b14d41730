type Waiting<Key, Value> = {
  key: Key
  resolve: (value: Value | undefined) => void
  reject: (error: unknown) => void
}

const mostAtOnce = 500
const mostUnderWay = 2

/**
 * Reads many things one by one as if each were asked for alone, but in one statement for all that were
 * asked for while the ones before were being read. Nobody waits who is alone.
 *
 * @param read gives what it finds of these
 */
export function gathered<Key, Value>(
  read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let waiting: Waiting<Key, Value>[] = []
  let underWay = 0

  const next = () => {
    if (underWay >= mostUnderWay || waiting.length === 0) return
    const batch = waiting.slice(0, mostAtOnce)
    waiting = waiting.slice(mostAtOnce)
    underWay += 1
    read(batch.map(({ key }) => key))
      .then(
        (found) => batch.forEach(({ key, resolve }) => resolve(found.get(key))),
        (error: unknown) => batch.forEach(({ reject }) => reject(error)),
      )
      .finally(() => {
        underWay -= 1
        next()
      })
  }
  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject })
      // Those of the same moment go together.
      if (waiting.length === 1) setImmediate(next)
    })
}
