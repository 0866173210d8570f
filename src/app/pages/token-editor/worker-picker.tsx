import { useQuery } from '@tanstack/react-query'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { workersQuery } from '#app/queries/resources.ts'
import { NamedPicker } from './named-picker.tsx'
import type { PickerProps } from './picker-props.ts'

/** Workers by name where the credential may list them; by typed id where not. */
export function WorkerPicker(props: PickerProps) {
  const workers = useQuery(workersQuery(useAccountId()))
  return <NamedPicker {...props} label="Workers" list={workers} toName={(word) => word.toLowerCase()} />
}
