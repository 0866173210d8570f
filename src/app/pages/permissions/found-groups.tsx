import { SearchX } from 'lucide-react'
import { memo } from 'react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { RetryButton } from '#app/parts/retry-button.tsx'
import { inventoryIndex } from '#app/queries/inventory-index.ts'
import { useInventory } from '#app/queries/inventory.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { groupUses } from '#domain/inventory/group-uses.ts'
import { hasAllTokens } from '#domain/inventory/inventory.ts'
import { buildCatalogue, rankCatalogue, type CatalogueCategory } from '#domain/permission-groups/catalogue.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { Scope } from '#domain/resources/scope.ts'
import { readCatalogue } from '#domain/permission-groups/read-catalogue.ts'
import { searchGroups } from '#domain/permission-groups/search.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { AskApi } from './ask-api.tsx'
import { CatalogueTable, type CatalogueTableProps } from './catalogue-table.tsx'
import styles from './permissions.module.css'

type FoundGroupsProps = {
  groups: PermissionGroup[]
  words: string
  /** Empty for all. */
  scope: Scope
  hasIds: boolean
  onShowAll: () => void
}

/** The matches of search and scope in the catalogue, best first, with the number of tokens that use each group. */
export const FoundGroups = memo(function FoundGroups(props: FoundGroupsProps) {
  const { groups, words, scope, hasIds, onShowAll } = props
  const accountId = useAccountId()
  const isReadOnly = useReadOnly(accountId)
  const { inventory, activity, resume } = useInventory(accountId, true)
  const { index, catalogue } = readCatalogue(groups)
  const { ids, ranks, terms, isSimilar } = searchGroups(index, words)
  const isFound = ({ id, scopes }: PermissionGroup) => ids.has(id) && (scope === '' || scopes.includes(scope))
  const shown = groups.filter(isFound).length
  const isWhole = inventory.totalCount !== null && hasAllTokens(inventory)

  const name = words.trim()
  const table = (categories: CatalogueTableProps['categories']) => (
    <CatalogueTable
      accountId={accountId}
      categories={categories}
      terms={terms.join(' ')}
      usesOf={inventory.totalCount === null ? null : groupUses(inventoryIndex(accountId, inventory.tokens), groups)}
      isPartial={!isWhole}
      isReadOnly={isReadOnly}
      hasIds={hasIds}
    />
  )

  return (
    <>
      <p className={`quiet ${styles.count}`}>
        <span role="status">
          {count(shown, 'permission group')}
          {isSimilar && shown > 0 && ` similar to “${name}”`}
        </span>
        <span>
          {isWhole
            ? `Usage from ${count(inventory.tokens.length, 'token')}`
            : inventory.totalCount === null
              ? activity.kind !== 'failed' && 'Counting tokens…'
              : `Usage from ${grouped(inventory.tokens.length)} of ${count(inventory.totalCount, 'token')} so far`}
          {activity.kind === 'failed' && !isWhole && ' Some tokens couldn’t be loaded.'}
        </span>
        {(activity.kind === 'failed' || activity.kind === 'stopped') && !isWhole && (
          <RetryButton failure={activity.kind === 'failed' ? activity.failure : null} onClick={resume} />
        )}
      </p>
      {shown > 0 ? (
        table(keepGroups(rankCatalogue(catalogue, ranks), isFound))
      ) : (
        <EmptyState icon={SearchX} title="No permissions found" actions={<Button onClick={onShowAll}>Show all</Button>}>
          {name && <p>No permission groups match “{name}”.</p>}
        </EmptyState>
      )}
      {shown === 0 && name && (
        <div className={styles.ask}>
          <AskApi key={`${name} ${scope}`} name={name} scope={scope}>
            {(others) => table(keepGroups(buildCatalogue(others), () => true))}
          </AskApi>
        </div>
      )}
    </>
  )
})

/** The catalogue with the wanted groups only. */
const keepGroups = (catalogue: CatalogueCategory[], isWanted: (group: PermissionGroup) => boolean) =>
  catalogue.flatMap(({ products, ...category }) => {
    const groups = products.flatMap((product) => product.groups.map(({ group }) => group).filter(isWanted))
    return groups.length > 0 ? [{ ...category, groups }] : []
  })
