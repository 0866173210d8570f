import { Segmented } from '#app/ui/segmented.tsx'
import type { EditorResources } from '#domain/policy/editor-policy.ts'
import { BucketPicker } from './bucket-picker.tsx'
import type { TypedText } from './choice-list.tsx'
import { OtherKeysField } from './other-keys-field.tsx'
import { ZonePicker } from './zone-picker.tsx'
import styles from './token-editor.module.css'

type ResourcesFieldProps = {
  accountId: string
  name: string
  resources: EditorResources
  error: string | undefined
  typed: TypedText
  onChange: (resources: EditorResources) => void
}

type Family = EditorResources['family']

const FAMILIES: { value: Family; label: string }[] = [
  { value: 'account', label: 'This account' },
  { value: 'all-zones', label: 'All zones' },
  { value: 'zones', label: 'Chosen zones' },
  { value: 'all-buckets', label: 'All R2 buckets' },
  { value: 'buckets', label: 'Chosen buckets' },
  { value: 'other', label: 'Other' },
]

const HINTS: Record<Family, string> = {
  account: 'Account-level settings and products: Workers, members, billing, and the like.',
  'all-zones': 'Every zone of the account, those added later included.',
  zones: 'Only the zones named below.',
  'all-buckets': 'Every R2 bucket of the account, those made later included.',
  buckets: 'Only the R2 buckets named below.',
  other: 'Resource keys as the API takes them, kept exactly as typed.',
}

/** One family of resources a policy, as the API wants it. */
export function ResourcesField({ accountId, name, resources, error, typed, onChange }: ResourcesFieldProps) {
  return (
    <div className={styles.fields}>
      <Segmented
        legend="Resources"
        name={`${name}.family`}
        value={resources.family}
        options={FAMILIES}
        onChange={(family) => onChange(blankResources(family))}
      />
      <p className={styles.why}>{HINTS[resources.family]}</p>
      {resources.family === 'zones' && (
        <ZonePicker
          accountId={accountId}
          chosen={resources.zoneIds}
          error={error}
          typed={typed}
          onChange={(zoneIds) => onChange({ family: 'zones', zoneIds })}
        />
      )}
      {resources.family === 'buckets' && (
        <BucketPicker
          accountId={accountId}
          chosen={resources.buckets}
          error={error}
          typed={typed}
          onChange={(buckets) => onChange({ family: 'buckets', buckets })}
        />
      )}
      {resources.family === 'other' && (
        <OtherKeysField
          entries={resources.entries}
          error={error}
          onChange={(entries) => onChange({ family: 'other', entries })}
        />
      )}
    </div>
  )
}

function blankResources(family: Family): EditorResources {
  if (family === 'zones') return { family, zoneIds: [] }
  if (family === 'buckets') return { family, buckets: [] }
  if (family === 'other') return { family, entries: [{ key: '', value: '*' }] }
  return { family }
}
