import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { Suspense, useState } from 'react'
import { paths } from '#app/parts/paths.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import type { TokenOutcome } from '#app/queries/bulk-tokens.ts'
import { useInventory } from '#app/queries/inventory.ts'
import { tokenListQuery } from '#app/queries/tokens.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import { isPartial } from '#domain/inventory/inventory.ts'
import { grouped } from '#domain/text/plural.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { InventoryProgress } from '#app/parts/inventory/inventory-progress.tsx'
import { apiFilter, type ListSearch } from './list-search.ts'
import { SelectionActions, type SelectionCommand } from './selection-actions.tsx'
import styles from './selection.module.css'
import { useMatcher } from './use-matches.ts'
import type { Selection } from './use-selection.ts'

const BulkDialog = lazyComponent(() => import('#app/parts/bulk/bulk-code.ts'), 'BulkDialog')
const ExportDialog = lazyComponent(() => import('#app/parts/export/export-dialog.tsx'), 'ExportDialog')

type SelectionBarProps = { search: ListSearch; words: string; selection: Selection }

/** How many tokens are selected, a button that selects all matches, and the bulk actions. */
export function SelectionBar({ search, words, selection }: SelectionBarProps) {
  const accountId = useAccountId()
  const isReadOnly = useReadOnly(accountId)
  const navigate = useNavigate()
  const [isReading, setIsReading] = useState(false)
  const [open, setOpen] = useState<Exclude<SelectionCommand, 'compare'> | null>(null)
  const inventory = useInventory(accountId, false)
  const isComplete = !isPartial(inventory.inventory)
  const { matching, isUnsure, dependsOnAll } = useMatcher(search, words)
  const isFound = isComplete && !isUnsure
  const matches = isFound ? matching(inventory.inventory.tokens) : []
  const page = useQuery({ ...tokenListQuery(accountId, apiFilter(search)), enabled: false, throwOnError: false })
  const counted = [page.data, inventory.inventory].find((one) => one?.isCounted)?.totalCount ?? null
  const total = isFound ? matches.length : isUnsure || dependsOnAll ? null : counted
  const tokens = [...selection.tokens.values()]
  // A selected token may have changed since: a bulk action is planned on the latest version.
  const newest = () => {
    const known = new Map(
      [...inventory.inventory.tokens, ...(page.data?.tokens ?? [])].map((token) => [token.id, token]),
    )
    return tokens.map((token) => known.get(token.id) ?? token)
  }
  const isAll = isFound && matches.every(({ id }) => selection.tokens.has(id))

  const selectAll = async (pressed: HTMLElement) => {
    const bar = pressed.closest('[data-bottom-bar]')
    setIsReading(true)
    const whole = await inventory.readWhole()
    setIsReading(false)
    // Where the selection was cleared in the meantime, the bar is gone.
    if (!whole || !bar?.isConnected) return
    if (document.activeElement === pressed) passFocus(pressed, { within: `.${styles.line}`, otherwise: '[data-clear]' })
    selection.dispatch({ kind: 'set', tokens: matching(whole.tokens), isSelected: true })
  }

  const begin = (command: SelectionCommand) => {
    const [a, b] = tokens
    if (command === 'compare') void navigate({ href: paths.access(accountId, { a: a?.id, b: b?.id }) })
    else setOpen(command)
  }

  // A dialog that could not be loaded closes without outcomes.
  const finish = (outcomes: ReadonlyMap<string, TokenOutcome> = new Map()) => {
    setOpen(null)
    const settled = tokens.flatMap((token) => {
      const outcome = outcomes.get(token.id)
      if (outcome?.kind === 'done') return [{ token, after: outcome.token }]
      return outcome?.kind === 'conflict' ? [{ token, after: outcome.theirs }] : []
    })
    const gone = settled.flatMap(({ token, after }) => (after ? [] : [token]))
    selection.dispatch({ kind: 'set', tokens: gone, isSelected: false })
    selection.dispatch({ kind: 'set', tokens: settled.flatMap(({ after }) => after ?? []), isSelected: true })
  }

  return (
    <div className={styles.bar} role="group" aria-label="Selection" data-bottom-bar>
      {(isReading || inventory.activity.kind !== 'idle') && !isComplete && <InventoryProgress {...inventory} />}
      <div className={styles.line}>
        <span className={styles.count}>{grouped(tokens.length)} selected</span>
        {!isAll && total !== null && total > tokens.length && (
          <Button size="small" tone="quiet" busy={isReading} onClick={(event) => void selectAll(event.currentTarget)}>
            Select all {grouped(total)}
          </Button>
        )}
        <SelectionActions amount={tokens.length} isReadOnly={isReadOnly} onOpen={begin} />
        <IconButton
          label="Clear selection"
          icon={<Icon of={X} />}
          data-clear
          onClick={({ currentTarget }) => {
            passFocus(currentTarget, { within: 'main', otherwise: 'table input[type="checkbox"]' })
            selection.dispatch({ kind: 'clear' })
          }}
        />
      </div>
      <Suspense>
        {open === 'export' && <ExportDialog accountId={accountId} tokens={newest()} onClose={() => setOpen(null)} />}
        {open !== null && open !== 'export' && <BulkDialog kind={open} tokens={newest()} onClose={finish} />}
      </Suspense>
    </div>
  )
}
