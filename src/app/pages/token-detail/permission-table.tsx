import { useState } from 'react'
import { DeprecationChip } from '#app/parts/deprecation-chip.tsx'
import { LevelMark } from '#app/parts/level-mark.tsx'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Button } from '#app/ui/button.tsx'
import type { PermissionCell, PermissionRow } from '#domain/reach/permission-rows.ts'
import type { Named } from '#domain/resources/listing.ts'
import { grouped } from '#domain/text/plural.ts'
import { PermissionResources } from './permission-resources.tsx'
import styles from './permissions.module.css'

type PermissionTableProps = {
  tokenId: string
  rows: PermissionRow[]
  zones: { data: Named[] | undefined; isPending: boolean }
  hasIds: boolean
}

/** The others are rendered on request, so that the findings below the table are near the top of the page. */
const MANY_ROWS = 20

/** Words up to this length stay on one line; an unknown effect may be any text. */
const SHORT = 20

/** Products by level. On a phone a row is a block without its empty levels. */
export function PermissionTable({ tokenId, rows, zones, hasIds }: PermissionTableProps) {
  const accountId = useAccountId()
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? rows : rows.slice(0, MANY_ROWS)

  return (
    <>
      <div className={styles.scroller}>
        <table className={styles.table} aria-label="Permissions" data-ids={hasIds || undefined}>
          <thead>
            <tr>
              {['Product', 'Read', 'Write', 'Other', 'Resources', 'Policy'].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, policy, policyId, product, cells, targets, resources, isReadIncluded }) => (
              <tr key={key}>
                <th scope="row">
                  {product === null ? (
                    <span className={styles.none}>No permission groups</span>
                  ) : product.isNamed ? (
                    product.name
                  ) : (
                    <code>{product.name}</code>
                  )}
                </th>
                <Levels cells={cells.read} hasIds={hasIds} otherwise={isReadIncluded ? 'In Write' : null} />
                <Levels cells={cells.write} hasIds={hasIds} />
                <Levels cells={cells.other} hasIds={hasIds} />
                <td className={styles.resources}>
                  <PermissionResources
                    targets={targets}
                    areZonesPending={zones.isPending}
                    areZonesKnown={!!zones.data}
                  />
                  {hasIds &&
                    Object.entries(resources).map(([name, value]) => (
                      <code key={name}>
                        {typeof value === 'string' ? `${name}: ${value}` : `${name}: ${JSON.stringify(value)}`}
                      </code>
                    ))}
                </td>
                <td data-label="Policy">
                  <Link
                    href={`${paths.token(accountId, tokenId)}?view=json&policy=${policy}`}
                    aria-label={`Policy ${policy} in JSON`}
                    replace
                    resetScroll={false}
                  >
                    {policy}
                  </Link>
                  {hasIds && <code>{policyId ?? 'No ID'}</code>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > MANY_ROWS && (
        <p className={styles.more}>
          <Button size="small" onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? 'Show fewer' : `Show all ${grouped(rows.length)}`} rows
          </Button>
        </p>
      )}
    </>
  )
}

type LevelsProps = {
  cells: PermissionCell[]
  hasIds: boolean
  /** What is said in the place of no permission. */
  otherwise?: string | null
}

function Levels({ cells, hasIds, otherwise = null }: LevelsProps) {
  if (cells.length === 0) {
    return (
      <td data-empty>
        {otherwise ?? (
          <>
            <span aria-hidden>–</span>
            <span className="visually-hidden">None</span>
          </>
        )}
      </td>
    )
  }
  return (
    <td>
      {cells.map(({ id, words, level, deprecation, meta }) => (
        <span key={id} className={styles.levels}>
          <span className={styles.level} data-short={words.length <= SHORT || undefined}>
            <LevelMark level={level} />
            {words}
            {level === 'everywhere' && <span className="visually-hidden">, everywhere</span>}
          </span>
          {deprecation && <DeprecationChip deprecation={deprecation} />}
          {hasIds && (
            <code>
              {id}
              {meta && ` ${meta}`}
            </code>
          )}
        </span>
      ))}
    </td>
  )
}
