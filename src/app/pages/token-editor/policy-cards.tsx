import type { UseQueryResult } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { Button } from '#app/ui/button.tsx'
import { FieldError } from '#app/ui/field-error.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { blankPolicy } from '#domain/policy/editor-policy.ts'
import { policyRow, type FormValues } from './form-values.ts'
import { PolicyCard } from './policy-card.tsx'
import styles from './token-editor.module.css'

/** The policies in order, each a card of its own. */
export function PolicyCards({ catalogue }: { catalogue: UseQueryResult<PermissionGroup[]> }) {
  const { control } = useFormContext<FormValues>()
  const { fields, append, remove, insert } = useFieldArray({ control, name: 'policies' })

  return (
    <>
      {fields.map((field, index) => (
        <PolicyCard
          key={field.id}
          index={index}
          catalogue={catalogue}
          isInView={index === 0}
          onInsert={insert}
          onRemove={remove}
        />
      ))}
      <PoliciesProblem />
      <div className={styles.addPolicy}>
        <Button icon={<Icon of={Plus} />} data-adds-policy onClick={() => append(policyRow(blankPolicy()))}>
          Add a policy
        </Button>
      </div>
    </>
  )
}

function PoliciesProblem() {
  const { policies } = useFormContext<FormValues>().formState.errors
  // React Hook Form keeps it at either place: as the form was sent, or as the list changed.
  return <FieldError>{policies?.message ?? policies?.root?.message}</FieldError>
}
