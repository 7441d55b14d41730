import type { Words } from '../domain/words.ts'

/** Lets people choose among a text field's values by what they are called (src/admin/elements/ChoiceField.tsx). */
export function chosenFrom<Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, Words>>,
) {
  return {
    Field: {
      path: '/src/admin/elements/ChoiceField.tsx#ChoiceField',
      clientProps: { choices: values.map((value) => ({ value, label: labels[value] })) },
    },
  }
}
