import { useQuery } from '@tanstack/react-query'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { bucketsQuery } from '#app/queries/resources.ts'
import { ChoiceList, type PickerProps } from './choice-list.tsx'

/** R2 bucket names: lower case letters, digits and hyphens (schema `r2_bucket_name`). */
const TYPED = /^(?:([a-z-]+)[:/])?([a-z0-9][a-z0-9-]{1,62}[a-z0-9])$/

/** R2 buckets with their jurisdiction, which is part of the resource key. */
export function BucketPicker(props: PickerProps) {
  const buckets = useQuery(bucketsQuery(useAccountId()))

  return (
    <ChoiceList
      {...props}
      label="R2 buckets"
      noun="bucket"
      options={(buckets.data ?? []).map((value) => ({ value, label: labelOf(value) }))}
      labelOf={labelOf}
      list={buckets}
      entries="Bucket names, or eu:name for another jurisdiction"
      resolve={(word) => {
        const [, jurisdiction = 'default', name] = TYPED.exec(word) ?? []
        return name ? `${jurisdiction}/${name}` : null
      }}
      unresolved={(word) =>
        `“${word}” isn’t a bucket name. Bucket names have 3–64 lowercase letters, digits or hyphens.`
      }
    />
  )
}

function labelOf(value: string): string {
  const [jurisdiction, name = ''] = value.split('/')
  return jurisdiction === 'default' ? name : `${name} (${jurisdiction})`
}
