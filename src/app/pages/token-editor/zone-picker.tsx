import { useQuery } from '@tanstack/react-query'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { zonesQuery } from '#app/queries/resources.ts'
import { NamedPicker } from './named-picker.tsx'
import type { PickerProps } from './picker-props.ts'

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
