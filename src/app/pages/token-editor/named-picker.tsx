import type { UseQueryResult } from '@tanstack/react-query'
import type { Named } from '#app/api/resources.ts'
import { withArticle } from '#domain/text/plural.ts'
import { ChoiceList } from './choice-list.tsx'
import type { PickerProps } from './picker-props.ts'

type NamedPickerProps = PickerProps & {
  label: string
  list: UseQueryResult<Named[]>
  /** A typed word as a name is compared: in small letters. */
  toName: (word: string) => string
}

/** Resources that the API lists by name, with an id that the policy holds. */
export function NamedPicker({ family, list, toName, chosen, ...rest }: NamedPickerProps) {
  const { noun, pattern, patternWords } = family
  const ids = new Set(list.data?.map(({ id }) => id))
  const byName = new Map(list.data?.map(({ id, name }) => [name.toLowerCase(), id]))

  return (
    <ChoiceList
      {...rest}
      noun={noun}
      options={list.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      extra={chosen
        .filter((id) => !ids.has(id))
        .map((id) => ({ value: id, label: id, note: list.data ? `not among the ${noun}s this app can list` : '' }))}
      chosen={chosen}
      list={list}
      inputLabel="Add by name or id"
      inputHint="One or many, separated by spaces, commas or lines."
      resolve={(word) => byName.get(toName(word)) ?? (pattern.test(word.toLowerCase()) ? word.toLowerCase() : null)}
      unresolved={(word) => `No ${noun} called ${word} here, and it is not ${withArticle(noun)} id (${patternWords}).`}
    />
  )
}
