import { useQuery } from '@tanstack/react-query'
import { zonesQuery } from '#app/queries/resources.ts'
import { ChoiceList, type TypedText } from './choice-list.tsx'

type ZonePickerProps = {
  accountId: string
  chosen: string[]
  error: string | undefined
  typed: TypedText
  onChange: (zoneIds: string[]) => void
}

const ZONE_ID = /^[0-9a-f]{32}$/i

/** Zones by name where the credential may list them; by typed name or id where not. */
export function ZonePicker({ accountId, chosen, error, typed, onChange }: ZonePickerProps) {
  const zones = useQuery(zonesQuery(accountId))
  const byName = new Map(zones.data?.map(({ id, name }) => [name.toLowerCase(), id]))
  const unknown = zones.data ? chosen.filter((id) => !zones.data.some((zone) => zone.id === id)) : chosen

  return (
    <ChoiceList
      label="Zones"
      noun="zone"
      options={zones.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      extra={unknown.map((id) => ({
        value: id,
        label: id,
        note: zones.data ? 'not among the zones this app can list' : '',
      }))}
      chosen={chosen}
      error={error}
      typed={typed}
      isLoading={zones.isPending}
      failure={zones.error}
      inputLabel="Add by name or id"
      inputHint="One or many, separated by spaces, commas or lines."
      resolve={(word) => byName.get(hostOf(word)) ?? (ZONE_ID.test(word) ? word.toLowerCase() : null)}
      unresolved={(word) => `No zone called ${word} here, and it is not a zone id (32 characters, 0–9 and a–f).`}
      onChange={onChange}
    />
  )
}

/** People paste what the browser's address bar holds. */
const hostOf = (word: string) =>
  word
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/\.$/, '')
