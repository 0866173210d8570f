import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { workersQuery, zonesQuery } from '#app/queries/resources.ts'
import { upperFirst } from '#domain/resources/families.ts'
import type { Named } from '#domain/resources/listing.ts'
import { plural, withArticle } from '#domain/text/plural.ts'
import { ChoiceList, type PickerProps } from './choice-list.tsx'
import { withoutKey, withoutWildcard } from './typed-word.ts'

type NamedPickerProps = PickerProps & {
  label: string
  list: UseQueryResult<Named[]>
  /** What can be typed, and one of it: "Domains or zone IDs", "domain". */
  entries: string
  listed: string
  /** A typed word as a name is compared: in small letters. */
  toName: (word: string) => string
}

/** Resources that the API lists by name, with an id that the policy holds. */
function NamedPicker({ family, list, entries, listed, toName, ...rest }: NamedPickerProps) {
  const { noun, pattern, patternWords, scope } = family
  const byName = new Map(list.data?.map(({ id, name }) => [name.toLowerCase(), id]))
  const hasNames = byName.size > 0
  const enterId = `Enter ${withArticle(noun)} ID (${patternWords}).`

  return (
    <ChoiceList
      {...rest}
      noun={noun}
      options={list.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      labelOf={(id) => id}
      list={list}
      entries={hasNames ? entries : `${upperFirst(noun)} IDs`}
      resolve={(typed) => {
        const word = withoutKey(typed, scope)
        return byName.get(toName(word)) ?? (pattern.test(word.toLowerCase()) ? word.toLowerCase() : null)
      }}
      unresolved={(word) => {
        if (list.isSuccess && !hasNames) return `Token Desk sees no ${plural(noun)} in this account. ${enterId}`
        // What was not read may well be there.
        if (!hasNames) return `Token Desk can’t look up “${word}” without the list of ${plural(noun)}. ${enterId}`
        const domain = noun === 'zone' ? withoutWildcard(word) : null
        if (domain) return `“${word}” isn’t a zone. Enter ${domain}: a zone includes its subdomains.`
        return `No ${noun} “${word}” in this account. Enter a ${listed} or ${withArticle(noun)} ID (${patternWords}).`
      }}
    />
  )
}

/** Workers by name where the credential may list them; by typed id where not. */
export function WorkerPicker(props: PickerProps) {
  const workers = useQuery(workersQuery(useAccountId()))
  return (
    <NamedPicker
      {...props}
      label="Workers"
      entries="Names or Worker IDs"
      listed="name"
      list={workers}
      toName={(word) => word.toLowerCase()}
    />
  )
}

/** Zones by name where the credential may list them; by typed name or id where not. */
export function ZonePicker(props: PickerProps) {
  const zones = useQuery(zonesQuery(useAccountId()))
  return (
    <NamedPicker {...props} label="Zones" entries="Domains or zone IDs" listed="domain" list={zones} toName={hostOf} />
  )
}

/** People paste what the browser's address bar holds. */
const hostOf = (word: string) =>
  word
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/\.$/, '')
