import { useQuery } from '@tanstack/react-query'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { bucketsQuery } from '#app/queries/resources.ts'
import { ChoiceList, type PickerProps } from './choice-list.tsx'
import { readBucket } from './typed-word.ts'

/** R2 buckets with their jurisdiction, which is part of the resource key. */
export function BucketPicker(props: PickerProps) {
  const accountId = useAccountId()
  const buckets = useQuery(bucketsQuery(accountId))

  return (
    <ChoiceList
      {...props}
      label="R2 buckets"
      noun="bucket"
      options={(buckets.data ?? []).map((value) => ({ value, label: labelOf(value) }))}
      labelOf={labelOf}
      list={buckets}
      entries="Bucket names, or eu:name for another jurisdiction"
      resolve={(word) => readBucket(word, accountId)}
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
