import type { UseQueryResult } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useEffect } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { blankPolicy } from '#domain/policy/editor-policy.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useGradually } from '#app/ui/use-later.ts'
import { noPolicyProblem } from './form-problems.ts'
import { policyRow, type FormValues } from './form-values.ts'
import { CARD_HEIGHT, PolicyCard } from './policy-card.tsx'
import { useStoredToken } from './stored-token.ts'
import styles from './token-editor.module.css'

type PolicyCardsProps = {
  accountId: string
  catalogue: UseQueryResult<PermissionGroup[]>
  /** All policies are there and judge themselves. */
  onWhole: () => void
}

/** At first more than fit on a screen; then as many as a slow laptop lays out in a frame. */
const PACE = { first: 2, step: 3, isInView: false }

/** The policies in order, each a card of its own. */
export function PolicyCards({ accountId, catalogue, onWhole }: PolicyCardsProps) {
  const { control } = useFormContext<FormValues>()
  const stored = useStoredToken()
  const { fields, append, remove, insert } = useFieldArray({
    control,
    name: 'policies',
    rules: {
      validate: (policies) => noPolicyProblem(policies.length, stored) ?? true,
    },
  })

  // The first of many are there at once; the rest comes in between, so that no click waits for it.
  const drawn = useGradually(fields.length, PACE)
  const isWhole = drawn === fields.length

  // The form is told, not asked: until then there is nothing it could send.
  useEffect(() => {
    if (isWhole) onWhole()
  }, [isWhole, onWhole])

  return (
    <>
      {fields.slice(0, drawn).map((field, index) => (
        <PolicyCard
          key={field.id}
          accountId={accountId}
          index={index}
          catalogue={catalogue}
          isInView={index < PACE.first}
          onInsert={insert}
          onRemove={remove}
        />
      ))}
      {!isWhole && <div style={{ height: (fields.length - drawn) * CARD_HEIGHT }} />}
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
  const { formState } = useFormContext<FormValues>()
  const message = formState.errors.policies?.root?.message
  return message ? (
    <p role="alert" className={styles.problem}>
      {message}
    </p>
  ) : null
}
