import { upperFirst } from '#domain/resources/families.ts'
import { plural, withArticle } from '#domain/text/plural.ts'
import { ChoiceList, type PickerProps } from './choice-list.tsx'

/** Resources of a kind that this app only knows from the catalogue: nothing lists them, so ids are typed. */
export function TypedPicker({ family, ...rest }: PickerProps) {
  const { noun, pattern, patternWords, scope } = family
  return (
    <ChoiceList
      {...rest}
      label={upperFirst(plural(noun))}
      noun={noun}
      options={[]}
      labelOf={(id) => id}
      entries="IDs"
      resolve={(word) => {
        // What is copied from a policy has the scope before the id.
        const id = word.startsWith(`${scope}.`) ? word.slice(scope.length + 1) : word
        return pattern.test(id) ? id : null
      }}
      unresolved={(word) => `“${word}” isn’t ${withArticle(noun)} ID (${patternWords}).`}
    />
  )
}
