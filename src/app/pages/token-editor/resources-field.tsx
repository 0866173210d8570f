import { Suspense } from 'react'
import { Help } from '#app/parts/help/help.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { Note } from '#app/ui/note.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { blankResources, type EditorResources } from '#domain/policy/editor-resources.ts'
import { familyOf, offeredFamilies } from '#domain/resources/families.ts'
import { BucketPicker } from './bucket-picker.tsx'
import type { TypedText } from './choice-list.tsx'
import type { PickerProps } from './choice-list.tsx'
import { WorkerPicker, ZonePicker } from './named-picker.tsx'
import { TypedPicker } from './typed-picker.tsx'
import styles from './token-editor.module.css'

// Few policies need it.
const OtherKeysField = lazyComponent(() => import('./other-keys-field.tsx'), 'OtherKeysField')

type ResourcesFieldProps = {
  name: string
  resources: EditorResources
  error: string | undefined
  typed: TypedText
  catalogue: PermissionGroup[] | undefined
  onChange: (resources: EditorResources) => void
}

const OTHER = {
  value: 'other' as const,
  label: 'Other',
  hint: 'Advanced: raw resource keys, sent as typed.',
}

/** One family of resources a policy, as the API wants it. */
export function ResourcesField(props: ResourcesFieldProps) {
  const { name, resources, error, typed, catalogue, onChange } = props
  const family = resources.family === 'other' ? null : familyOf(resources.family)
  const scopes = [...(catalogue ?? []).flatMap((group) => group.scopes), ...(family ? [family.scope] : [])]
  const options = [...offeredFamilies(scopes).map(({ id, label }) => ({ value: id, label })), OTHER]
  const { hint } = family ?? OTHER
  const caution = family?.reach === 'chosen' ? family.caution : undefined

  return (
    <div className={`stack ${styles.fields}`}>
      <p className={styles.label}>
        Resources <Help topic="resources" />
      </p>
      <Segmented<EditorResources['family']>
        legend="Resources"
        hideLegend
        name={`${name}.family`}
        value={resources.family}
        options={options}
        onChange={(chosen) => onChange(blankResources(chosen))}
      />
      {hint && <p className="quiet">{hint}</p>}
      {caution && <Note tone="info">{caution}</Note>}
      {family?.reach === 'chosen' && 'ids' in resources && (
        <FamilyPicker
          key={family.id}
          family={family}
          chosen={resources.ids}
          error={error}
          typed={typed}
          onChange={(ids) => onChange({ family: family.id, ids })}
        />
      )}
      {resources.family === 'other' && (
        <Suspense fallback={<Skeleton lines={3} />}>
          <OtherKeysField
            entries={resources.entries}
            error={error}
            onChange={(entries) => onChange({ family: 'other', entries })}
          />
        </Suspense>
      )}
    </div>
  )
}

/** Three kinds are listed by name, each in its own way; all others are typed. */
function FamilyPicker(props: PickerProps) {
  if (!props.family.isListed) return <TypedPicker {...props} />
  switch (props.family.id) {
    case 'zones':
      return <ZonePicker {...props} />
    case 'buckets':
      return <BucketPicker {...props} />
    case 'workers':
      return <WorkerPicker {...props} />
    default:
      return <TypedPicker {...props} />
  }
}
