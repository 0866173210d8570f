import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { Ellipsis, GripVertical } from 'lucide-react'
import { useId, useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { Help } from '#app/parts/help/help.tsx'
import { PolicySentence } from '#app/parts/policy-sentence.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { zonesQuery } from '#app/queries/resources.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { Menu } from '#app/ui/menu.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { toApi, type EditorPolicy } from '#domain/policy/editor-policy.ts'
import { policyProblems } from './form-problems.ts'
import { policyRow, type FormValues } from './form-values.ts'
import { PolicyFields } from './policy-fields.tsx'
import { SameNote } from './same-note.tsx'
import { useStoredToken } from './stored-token.ts'
import styles from './policy-card.module.css'

const PolicyMenu = lazyComponent(() => import('./policy-menu.tsx'), 'PolicyMenu')

type PolicyCardProps = {
  index: number
  count: number
  catalogue: UseQueryResult<PermissionGroup[]>
  /** Added by hand: open, whatever it holds. */
  isNew: boolean
  /** The index of an earlier policy that is the same. */
  twin: number | null
  isDragged: boolean
  /** The side that a dragged card would be dropped at. */
  drop: 'before' | 'after' | undefined
  onInsert: (index: number, row: FormValues['policies'][number]) => void
  onMove: (from: number, to: number) => void
  onRemove: (index: number) => void
}

const EFFECTS = [
  { value: 'allow' as const, label: 'Allow' },
  { value: 'deny' as const, label: 'Deny', tone: 'critical' as const },
]

/** A policy: its fields, or folded to its sentence. Its values are in the form, so that folding loses none. */
export function PolicyCard(props: PolicyCardProps) {
  const { index, count, catalogue, onInsert, onRemove } = props
  const accountId = useAccountId()
  const stored = useStoredToken()
  const { control, trigger } = useFormContext<FormValues>()
  const { field, fieldState } = useController({ control, name: `policies.${index}.policy` })
  const typed = useController({ control, name: `policies.${index}.typed` })
  const policy: EditorPolicy = field.value
  const [isOpen, setIsOpen] = useState(
    () =>
      props.isNew ||
      count === 1 ||
      Boolean(typed.field.value) ||
      policyProblems(policy, { accountId, stored, catalogue: catalogue.data }).length > 0,
  )
  const error = fieldState.error ?? typed.fieldState.error
  // A problem opens the card that it is in.
  if (error && !isOpen) setIsOpen(true)
  const titleId = useId()
  const [title, menuLabel] = [`Policy ${index + 1}`, `More actions for policy ${index + 1}`]

  const toggle = async () => {
    if (!isOpen) setIsOpen(true)
    // What is missing is said before the card folds over it.
    else if (await trigger([field.name, typed.field.name], { shouldFocus: true })) setIsOpen(false)
  }

  return (
    <section
      className={styles.card}
      aria-labelledby={titleId}
      data-policy
      data-effect={policy.kind === 'visual' ? policy.effect : undefined}
      data-invalid={error ? true : undefined}
      data-folded={!isOpen || undefined}
      data-dragged={props.isDragged || undefined}
      data-drop={props.drop}
    >
      <div className={styles.head}>
        {count > 1 && (
          <button
            type="button"
            data-handle
            className={styles.handle}
            aria-label={`Reorder policy ${index + 1}`}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            title="Drag to reorder, or press Alt and an arrow key"
          >
            <Icon of={GripVertical} />
          </button>
        )}
        <h3 id={titleId}>{title}</h3>
        <div className={styles.middle}>
          {!isOpen && <FoldedPolicy policy={toApi(policy, accountId)} catalogue={catalogue.data} />}
          {isOpen && policy.kind === 'visual' && (
            <>
              <Segmented
                legend={`Effect of policy ${index + 1}`}
                hideLegend
                size="small"
                name={`${field.name}.effect`}
                value={policy.effect}
                options={EFFECTS}
                onChange={(effect) => field.onChange({ ...policy, effect })}
              />
              <Help topic="effect" />
            </>
          )}
        </div>
        <div className={styles.actions}>
          <Button
            size="small"
            data-opens-policy
            aria-expanded={isOpen}
            aria-label={isOpen ? `Done with policy ${index + 1}` : `Edit policy ${index + 1}`}
            onClick={() => void toggle()}
          >
            {isOpen ? 'Done' : 'Edit'}
          </Button>
          <Menu label={menuLabel} icon={<Icon of={Ellipsis} />} load={PolicyMenu.preload}>
            <PolicyMenu
              label={menuLabel}
              index={index}
              count={count}
              onDuplicate={() => onInsert(index + 1, policyRow(policy))}
              onMove={props.onMove}
              onRemove={onRemove}
            />
          </Menu>
        </div>
      </div>
      {props.twin !== null && <SameNote index={index} twin={props.twin} onRemove={() => onRemove(index)} />}
      {/* A place for the focus when the API refuses the policy as a whole, also while it is folded. */}
      <div ref={field.ref} tabIndex={-1} className={styles.body}>
        {isOpen && (
          <PolicyFields
            index={index}
            policy={policy}
            error={fieldState.error}
            typed={{ field: typed.field, error: typed.fieldState.error?.message }}
            name={field.name}
            catalogue={catalogue}
            onChange={field.onChange}
            onInsert={onInsert}
          />
        )}
      </div>
    </section>
  )
}

function FoldedPolicy({ policy, catalogue }: { policy: unknown; catalogue: PermissionGroup[] | undefined }) {
  const zones = useQuery(zonesQuery(useAccountId()))
  return <PolicySentence policy={policy} zones={zones.data} catalogue={catalogue} />
}
