import { upperFirst } from '#domain/resources/families.ts'
import { plural, withArticle } from '#domain/text/plural.ts'
import { ChoiceList, type PickerProps } from './choice-list.tsx'

/** Resources of a kind that this app only knows from the catalogue: nothing lists them, so ids are typed. */
export function TypedPicker({ family, chosen, ...rest }: PickerProps) {
  const { noun, pattern, patternWords, scope } = family
  return (
    <ChoiceList
      {...rest}
      label={upperFirst(plural(noun))}
      noun={noun}
      options={[]}
      extra={chosen.map((id) => ({ value: id, label: id }))}
      chosen={chosen}
      inputLabel="Add by id"
      inputHint="One or many, separated by spaces, commas or lines."
      resolve={(word) => {
        // What is copied from a policy has the scope before the id.
        const id = word.startsWith(`${scope}.`) ? word.slice(scope.length + 1) : word
        return pattern.test(id) ? id : null
      }}
      unresolved={(word) => `${word} is not ${withArticle(noun)} id (${patternWords}).`}
    />
  )
}
