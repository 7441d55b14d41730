import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql'

/**
 * The names of what is asked for below a field, along a path of fields from it: `namesUnder(info, 'data')`
 * for `{ entries { data { … } } }`. Of every type and condition, so rather too many than too few.
 */
export function namesUnder(info: GraphQLResolveInfo, ...path: string[]): Set<string> {
  let sets = setsOf(info.fieldNodes)
  for (const name of path) {
    const fields = sets.flatMap((set) => fieldsOf(set, info))
    sets = setsOf(fields.filter((field) => field.name.value === name))
  }
  return new Set(sets.flatMap((set) => fieldsOf(set, info)).map(({ name }) => name.value))
}

function setsOf(nodes: readonly { selectionSet?: SelectionSetNode }[]): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
}

type Field = { name: { value: string }; selectionSet?: SelectionSetNode }

// Validation has seen to it that fragments hold no circle.
function fieldsOf(set: SelectionSetNode, info: GraphQLResolveInfo): Field[] {
  return set.selections.flatMap((one): Field[] => {
    if (one.kind === Kind.FIELD) return [one]
    if (one.kind === Kind.INLINE_FRAGMENT) return fieldsOf(one.selectionSet, info)
    const fragment = info.fragments[one.name.value]
    return fragment ? fieldsOf(fragment.selectionSet, info) : []
  })
}
