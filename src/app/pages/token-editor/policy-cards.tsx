import type { UseQueryResult } from '@tanstack/react-query'
import { Plus } from 'lucide'
import { useFieldArray, useFormContext } from 'react-hook-form'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { blankPolicy } from '#domain/policy/editor-policy.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useLater } from '#app/ui/use-later.ts'
import { NO_POLICY } from './form-problems.ts'
import { policyRow, type FormValues } from './form-values.ts'
import { PolicyCard } from './policy-card.tsx'
import styles from './token-editor.module.css'

type PolicyCardsProps = { accountId: string; catalogue: UseQueryResult<PermissionGroup[]> }

/** More than fit on a screen. */
const FIRST_CARDS = 2

/** The policies in order, each a card of its own. */
export function PolicyCards({ accountId, catalogue }: PolicyCardsProps) {
  const { control } = useFormContext<FormValues>()
  const { fields, append, remove, insert } = useFieldArray({
    control,
    name: 'policies',
    rules: {
      validate: (policies) => (policies.length > 0 ? true : NO_POLICY),
    },
  })

  // The first of many are there at once; the rest comes in between, so that no click waits for it.
  const isWhole = useLater()

  return (
    <>
      {(isWhole ? fields : fields.slice(0, FIRST_CARDS)).map((field, index) => (
        <PolicyCard
          key={field.id}
          accountId={accountId}
          index={index}
          catalogue={catalogue}
          onDuplicate={(policy) => insert(index + 1, policyRow(policy))}
          onAddAfter={(policy) => insert(index + 1, policyRow(policy))}
          onRemove={() => remove(index)}
        />
      ))}
      <PoliciesProblem />
      <div className={styles.addPolicy}>
        <Button icon={<Icon of={Plus} />} onClick={() => append(policyRow(blankPolicy()))}>
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
