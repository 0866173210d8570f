import { useQuery } from '@tanstack/react-query'
import { bucketsQuery } from '#app/queries/resources.ts'
import { ChoiceList, type TypedText } from './choice-list.tsx'

type ChosenBucket = { jurisdiction: string; name: string }

type BucketPickerProps = {
  accountId: string
  chosen: ChosenBucket[]
  error: string | undefined
  typed: TypedText
  onChange: (buckets: ChosenBucket[]) => void
}

/** R2 bucket names: lower case letters, digits and hyphens (schema `r2_bucket_name`). */
const TYPED = /^(?:([a-z-]+):)?([a-z0-9][a-z0-9-]{1,62}[a-z0-9])$/

/** R2 buckets with their jurisdiction, which is part of the resource key. */
export function BucketPicker({ accountId, chosen, error, typed, onChange }: BucketPickerProps) {
  const buckets = useQuery(bucketsQuery(accountId))
  const listed = buckets.data ?? []

  return (
    <ChoiceList
      label="R2 buckets"
      noun="bucket"
      options={listed.map((value) => ({ value, label: labelOf(value) }))}
      extra={chosen
        .map(toValue)
        .filter((value) => !listed.includes(value))
        .map((value) => ({
          value,
          label: labelOf(value),
          note: buckets.data ? 'not among the buckets this app can list' : '',
        }))}
      chosen={chosen.map(toValue)}
      error={error}
      typed={typed}
      isLoading={buckets.isPending}
      failure={buckets.error}
      inputLabel="Add by name"
      inputHint="Write eu:name for a bucket of another jurisdiction."
      resolve={(word) => {
        const match = TYPED.exec(word)
        return match?.[2] ? toValue({ jurisdiction: match[1] ?? 'default', name: match[2] }) : null
      }}
      unresolved={(word) => `${word} is not a bucket name: 3–64 small letters, digits and hyphens.`}
      onChange={(values) => onChange(values.map(fromValue))}
    />
  )
}

/** A bucket name holds no slash, so this splits again without doubt. */
const toValue = ({ jurisdiction, name }: ChosenBucket) => `${jurisdiction}/${name}`

function fromValue(value: string): ChosenBucket {
  const slash = value.indexOf('/')
  return { jurisdiction: value.slice(0, slash), name: value.slice(slash + 1) }
}

function labelOf(value: string): string {
  const { jurisdiction, name } = fromValue(value)
  return jurisdiction === 'default' ? name : `${name} (${jurisdiction})`
}
