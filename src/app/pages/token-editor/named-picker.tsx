import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Named } from '#app/api/resources.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { workersQuery, zonesQuery } from '#app/queries/resources.ts'
import { withArticle } from '#domain/text/plural.ts'
import { ChoiceList, type PickerProps } from './choice-list.tsx'

type NamedPickerProps = PickerProps & {
  label: string
  list: UseQueryResult<Named[]>
  /** A typed word as a name is compared: in small letters. */
  toName: (word: string) => string
}

/** Resources that the API lists by name, with an id that the policy holds. */
function NamedPicker({ family, list, toName, chosen, ...rest }: NamedPickerProps) {
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

/** Workers by name where the credential may list them; by typed id where not. */
export function WorkerPicker(props: PickerProps) {
  const workers = useQuery(workersQuery(useAccountId()))
  return <NamedPicker {...props} label="Workers" list={workers} toName={(word) => word.toLowerCase()} />
}

/** Zones by name where the credential may list them; by typed name or id where not. */
export function ZonePicker(props: PickerProps) {
  const zones = useQuery(zonesQuery(useAccountId()))
  return <NamedPicker {...props} label="Zones" list={zones} toName={hostOf} />
}

/** People paste what the browser's address bar holds. */
const hostOf = (word: string) =>
  word
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/\.$/, '')
