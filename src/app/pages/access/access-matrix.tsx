import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { listedOf } from '#app/parts/inventory/count-words.ts'
import { useGrown } from '#app/parts/inventory/use-grown.ts'
import { LevelMark } from '#app/parts/level-mark.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { useTypedSearch } from '#app/parts/use-typed-search.ts'
import type { useAccountReach } from '#app/parts/findings/use-account-reach.ts'
import { matrixQuery } from '#app/queries/matrix.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { isPartial } from '#domain/inventory/inventory.ts'
import { LEVEL_LABELS } from '#domain/reach/level-labels.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { sideButtonId } from './compare-side.ts'
import { MatrixGrid } from './matrix-grid.tsx'
import { columnsShown, inOrder, withWords, worksAt } from './matrix-view.ts'
import styles from './matrix.module.css'

type AccessMatrixProps = Pick<ReturnType<typeof useAccountReach>, 'inventory' | 'activity' | 'catalogue' | 'reach'>

const LEGEND = ['none', 'read', 'run', 'change', 'everywhere', 'denied', 'unknown'] as const
const IN_PLACE = { replace: true, resetScroll: false }

/** What every token can do, by family of products. */
export function AccessMatrix({ inventory, activity, catalogue, reach }: AccessMatrixProps) {
  const accountId = useAccountId()
  const now = useNow()
  const [search, onSearch] = usePageSearch('/accounts/$accountId/access')
  const { typed, words, isSecret, type, finish } = useTypedSearch(search.find ?? '', (find) =>
    onSearch({ find: find || undefined }, IN_PLACE),
  )
  const { data: matrix } = useQuery(matrixQuery(useGrown(reach, activity.kind === 'reading'), catalogue))
  const open = useMemo(() => new Set(search.open?.split(',')), [search.open])
  const columns = useMemo(() => (matrix ? columnsShown(matrix, catalogue, open) : []), [matrix, catalogue, open])
  const isWritten = search.at === 'written'
  const isByName = search.order === 'name'
  const ordered = useMemo(() => matrix && inOrder(matrix.rows, isByName), [matrix, isByName])
  const working = useMemo(
    () => (isWritten ? ordered : ordered?.filter((reach) => worksAt(reach, now))),
    [ordered, isWritten, now],
  )
  const shown = useMemo(() => working && withWords(working, words), [working, words])
  const isInactive = (reach: TokenReach) => !worksAt(reach, now)
  const left = (ordered?.length ?? 0) - (working?.length ?? 0)
  const toggle = (family: string) => {
    const rest = [...open].filter((one) => one !== family)
    onSearch({ open: (open.has(family) ? rest : [...rest, family]).join(',') || undefined }, IN_PLACE)
  }
  const compare = (a?: string) => {
    if (a) onSearch({ a }, IN_PLACE)
    document.getElementById(sideButtonId((a ?? search.a) ? 'b' : 'a'))?.focus()
  }

  return (
    <section aria-labelledby="matrix">
      <div className={styles.title}>
        <h2 id="matrix">Matrix</h2>
        <p className="quiet">
          {isWritten ? 'All tokens' : 'Tokens that work now'} by product, {isByName ? 'by name' : 'widest first'}
        </p>
        <Button size="small" onClick={() => compare()}>
          Compare two tokens
        </Button>
      </div>
      <Card>
        <div className={styles.tools}>
          <SearchField
            label="Filter the matrix"
            placeholder="Filter by name or ID"
            value={typed}
            onChange={type}
            onBlur={finish}
          />
          <Segmented
            legend="Order of tokens"
            hideLegend
            size="small"
            name="matrix-order"
            value={isByName ? 'name' : 'breadth'}
            options={[
              { value: 'breadth', label: 'Widest first' },
              { value: 'name', label: 'By name' },
            ]}
            onChange={(order) => onSearch({ order: order === 'name' ? order : undefined }, IN_PLACE)}
          />
          <ul className={styles.legend} aria-label="Legend">
            {LEGEND.map((level) => (
              <li key={level}>
                <LevelMark level={level} />
                {LEVEL_LABELS[level]}
              </li>
            ))}
            <li>
              <b>3</b> resources, <b>−1</b> denied within all
            </li>
          </ul>
        </div>
        {isSecret && (
          <p className={styles.nothing}>This looks like a token’s secret, so it stays out of the address.</p>
        )}
        {!shown ? (
          activity.kind !== 'failed' && (
            <div className={styles.nothing}>
              <Skeleton lines={8} />
            </div>
          )
        ) : shown.length > 0 && columns.length > 0 ? (
          <MatrixGrid
            accountId={accountId}
            catalogue={catalogue}
            tokens={shown}
            columns={columns}
            open={open}
            isInactive={isInactive}
            onToggle={toggle}
            onCompare={compare}
          />
        ) : (
          <p className={styles.nothing}>
            {words.trim() && shown.length === 0
              ? `No tokens match “${words.trim()}”.`
              : shown.length === 0
                ? 'There are no tokens to show.'
                : 'No token has a permission.'}
          </p>
        )}
        {shown && (
          <div className={styles.foot}>
            <p role="status">
              {listedOf(shown.length, inventory)}
              {isPartial(inventory) &&
                inventory.isCounted &&
                ` (${grouped(ordered?.length ?? 0)} of ${grouped(inventory.totalCount ?? 0)} read)`}
              {left > 0 && `. ${count(left, 'token')} that ${left === 1 ? 'doesn’t' : 'don’t'} work now left out`}
              {!catalogue && '. Products aren’t grouped: the permission groups of the account couldn’t be read'}
            </p>
            <p className={styles.keys}>
              <kbd>↑</kbd> <kbd>↓</kbd> <kbd>←</kbd> <kbd>→</kbd> move <kbd>Enter</kbd> why
            </p>
          </div>
        )}
      </Card>
    </section>
  )
}
