import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { ButtonLink, Link } from '#app/parts/link.tsx'
import { LevelMark } from '#app/parts/level-mark.tsx'
import { paths } from '#app/parts/paths.ts'
import { PolicySentence } from '#app/parts/policy-sentence.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { zonesQuery } from '#app/queries/resources.ts'
import { Button } from '#app/ui/button.tsx'
import { Popover } from '#app/ui/popover.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { cellSentence, NO_ACCESS, unlessCut } from '#domain/reach/matrix-cell.ts'
import { cellsOf, columnsReader, type MatrixColumn } from '#domain/reach/matrix.ts'
import { policiesFor } from '#domain/reach/matrix-why.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { nameInText } from '#domain/token/name.ts'
import styles from './matrix.module.css'

type MatrixWhyProps = {
  anchor: RefObject<HTMLElement | null>
  reach: TokenReach
  column: MatrixColumn
  catalogue: PermissionGroup[] | undefined
  isInactive: boolean
  onCompare: (tokenId: string) => void
  onClose: () => void
}

/** Why a cell is what it is: the policies behind it, and what they come to. */
export function MatrixWhy({ anchor, reach, column, catalogue, isInactive, onCompare, onClose }: MatrixWhyProps) {
  const accountId = useAccountId()
  const zones = useQuery({ ...zonesQuery(accountId), throwOnError: false })
  const { token, isCut } = reach
  const policies = policiesFor(reach, column, { accountId, catalogue })
  const columnsOf = columnsReader(catalogue)
  const cell = unlessCut(cellsOf(reach, columnsOf).get(column.key) ?? NO_ACCESS, isCut)
  return (
    <Popover
      anchor={anchor}
      label={`${nameInText(token)}, ${column.label}`}
      align="start"
      className={styles.why ?? ''}
      onClose={onClose}
    >
      <h3>
        <TokenName name={token.name} /> · {column.label}
      </h3>
      {policies.length > 0 ? (
        <ul>
          {policies.map(({ index, level, policy }) => (
            <li key={index}>
              <LevelMark level={level} />
              <div>
                <Link href={`${paths.token(accountId, token.id)}?view=json&policy=${index + 1}`}>
                  Policy {index + 1}
                </Link>
                <PolicySentence policy={policy} zones={zones.data} catalogue={catalogue} />
                {level === 'none' && (
                  <p className="quiet">It reaches nothing: the permission is for other resources.</p>
                )}
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {isCut ? 'No policy that can be read' : 'No policy'} names {column.label}.
        </p>
      )}
      <div className={styles.so}>
        <p>{cellSentence(cell, column.label, accountId)}</p>
        {isCut && <p>Token Desk can’t read all of its policies, so it may hold more.</p>}
        {isInactive && <p>It doesn’t work now.</p>}
      </div>
      <div className={styles.actions}>
        <ButtonLink size="small" href={paths.token(accountId, token.id)}>
          Open token
        </ButtonLink>
        <Button
          size="small"
          tone="quiet"
          onClick={() => {
            onClose()
            onCompare(token.id)
          }}
        >
          Compare
        </Button>
      </div>
    </Popover>
  )
}
