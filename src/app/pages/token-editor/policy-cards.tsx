import type { UseQueryResult } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { Help } from '#app/parts/help/help.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Button } from '#app/ui/button.tsx'
import { FieldError } from '#app/ui/field-error.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { blankPolicy } from '#domain/policy/editor-policy.ts'
import { repeatedPolicies } from '#domain/policy/repeated-policies.ts'
import { policyRow, type FormValues } from './form-values.ts'
import { PolicyCard } from './policy-card.tsx'
import { useDragOrder } from './use-drag-order.ts'
import styles from './policy-card.module.css'

/** The policies in order, each a card of its own. */
export function PolicyCards({ catalogue }: { catalogue: UseQueryResult<PermissionGroup[]> }) {
  const accountId = useAccountId()
  const { control } = useFormContext<FormValues>()
  const { fields, append, remove, insert, move } = useFieldArray({ control, name: 'policies' })
  // The last one that was added here; it opens, whatever it holds.
  const [added, setAdded] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const nextFocus = useRef<{ before: typeof fields; find: () => HTMLElement | null | undefined } | null>(null)
  const twins = useWatch({
    control,
    name: 'policies',
    compute: (rows) =>
      repeatedPolicies(
        rows.map(({ policy }) => policy),
        accountId,
      ),
  })

  // The focus is outside React: it follows a card that moves, and passes to a neighbour of one that goes. Not before the
  // list has changed: a slow render that began earlier may come first.
  useLayoutEffect(() => {
    if (!nextFocus.current || nextFocus.current.before === fields) return
    nextFocus.current.find()?.focus()
    nextFocus.current = null
  })

  const focusOn = (selector: string, index: number) => {
    const find = () => {
      const all = list.current?.querySelectorAll<HTMLElement>(selector)
      return all?.[Math.min(index, all.length - 1)] ?? list.current?.querySelector<HTMLElement>('[data-adds-policy]')
    }
    nextFocus.current = { before: fields, find }
  }
  const moveCard = (from: number, to: number) => {
    move(from, to)
    setSaid(`Policy ${from + 1} is now policy ${to + 1} of ${fields.length}.`)
    focusOn('[data-handle]', to)
  }
  const removeCard = (index: number) => {
    remove(index)
    setSaid(`Policy ${index + 1} deleted.`)
    focusOn('[data-opens-policy]', index)
  }
  const insertCard = (index: number, row: FormValues['policies'][number]) => {
    setAdded(index)
    insert(index, row)
    setSaid(`Policy ${index + 1} added.`)
  }
  const { drag, handlers } = useDragOrder(moveCard)

  return (
    <section className={styles.policies} aria-labelledby="policies" ref={list}>
      <div className={styles.top}>
        <h2 id="policies">
          Policies <Help topic="policy" />
        </h2>
        <p className="quiet">A deny always wins over an allow.</p>
      </div>
      <div role="presentation" className={styles.list} {...handlers}>
        {fields.map((field, index) => (
          <PolicyCard
            key={field.id}
            index={index}
            count={fields.length}
            catalogue={catalogue}
            isNew={added === index}
            twin={twins[index] ?? null}
            isDragged={drag?.from === index}
            drop={drag?.to === index && drag.from !== index ? (drag.to < drag.from ? 'before' : 'after') : undefined}
            onInsert={insertCard}
            onMove={moveCard}
            onRemove={removeCard}
          />
        ))}
      </div>
      <PoliciesProblem />
      <div>
        <Button
          icon={<Icon of={Plus} />}
          data-adds-policy
          onClick={() => {
            setAdded(fields.length)
            append(policyRow(blankPolicy()))
          }}
        >
          Add policy
        </Button>
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </section>
  )
}

function PoliciesProblem() {
  const { policies } = useFormContext<FormValues>().formState.errors
  // React Hook Form keeps it at either place: as the form was sent, or as the list changed.
  return <FieldError>{policies?.message ?? policies?.root?.message}</FieldError>
}
