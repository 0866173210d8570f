import { useQuery } from '@tanstack/react-query'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { bucketsQuery } from '#app/queries/resources.ts'
import { ChoiceList, type PickerProps } from './choice-list.tsx'

/** R2 bucket names: lower case letters, digits and hyphens (schema `r2_bucket_name`). */
const TYPED = /^(?:([a-z-]+)[:/])?([a-z0-9][a-z0-9-]{1,62}[a-z0-9])$/

/** R2 buckets with their jurisdiction, which is part of the resource key. */
export function BucketPicker(props: PickerProps) {
  const buckets = useQuery(bucketsQuery(useAccountId()))
  const listed = buckets.data ?? []

  return (
    <ChoiceList
      {...props}
      label="R2 buckets"
      noun="bucket"
      options={listed.map((value) => ({ value, label: labelOf(value) }))}
      extra={props.chosen
        .filter((value) => !listed.includes(value))
        .map((value) => ({
          value,
          label: labelOf(value),
          note: buckets.data ? 'not among the buckets this app can list' : '',
        }))}
      list={buckets}
      inputLabel="Add by name"
      inputHint="Write eu:name for a bucket of another jurisdiction."
      resolve={(word) => {
        const [, jurisdiction = 'default', name] = TYPED.exec(word) ?? []
        return name ? `${jurisdiction}/${name}` : null
      }}
      unresolved={(word) => `${word} is not a bucket name: 3–64 small letters, digits and hyphens.`}
    />
  )
}

function labelOf(value: string): string {
  const [jurisdiction, name = ''] = value.split('/')
  return jurisdiction === 'default' ? name : `${name} (${jurisdiction})`
}
