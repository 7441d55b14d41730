// Node has it from 22 on; without it the packets of node-av 6 silently stay empty. Only this room
// and the demo's encoder, which live in processes of their own, are given it.
type Resolvers = { withResolvers?: () => object }
;(Promise as Resolvers).withResolvers ??= () => {
  let resolve: unknown
  let reject: unknown
  const promise = new Promise<unknown>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
