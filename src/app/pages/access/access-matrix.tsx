import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { listedOf } from '#app/parts/inventory/count-words.ts'
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
import { LEVEL_LABELS } from '#domain/reach/matrix-cell.ts'
import { count } from '#domain/text/plural.ts'
import { sideButtonId } from './compare-side.ts'
import { MatrixGrid } from './matrix-grid.tsx'
import { columnsShown, tokensShown } from './matrix-view.ts'
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
  const { data: matrix } = useQuery(matrixQuery(reach, catalogue))
  const open = useMemo(() => new Set(search.open?.split(',')), [search.open])
  const columns = useMemo(() => (matrix ? columnsShown(matrix, catalogue, open) : []), [matrix, catalogue, open])
  const isWritten = search.at === 'written'
  const isByName = search.order === 'name'
  const shown = useMemo(
    () => matrix && tokensShown(matrix, { words, isByName, now: isWritten ? null : now }),
    [matrix, words, isByName, isWritten, now],
  )
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
        ) : shown.tokens.length > 0 && columns.length > 0 ? (
          <MatrixGrid
            accountId={accountId}
            catalogue={catalogue}
            tokens={shown.tokens}
            columns={columns}
            open={open}
            isInactive={shown.isInactive}
            onToggle={toggle}
            onCompare={compare}
          />
        ) : (
          <p className={styles.nothing}>
            {words.trim() && shown.tokens.length === 0
              ? `No tokens match “${words.trim()}”.`
              : shown.tokens.length === 0
                ? 'There are no tokens to show.'
                : 'No token has a permission.'}
          </p>
        )}
        {shown && (
          <div className={styles.foot}>
            <p role="status">
              {listedOf(shown.tokens.length, inventory)}
              {isPartial(inventory) &&
                inventory.isCounted &&
                `, ${inventory.tokens.length} of ${inventory.totalCount} read`}
              {shown.left > 0 &&
                `. ${count(shown.left, 'token')} that ${shown.left === 1 ? 'doesn’t' : 'don’t'} work now left out`}
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
