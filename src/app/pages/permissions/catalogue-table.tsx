import type { GroupUses } from '#domain/inventory/group-uses.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { CatalogueRow } from './catalogue-row.tsx'
import styles from './permissions.module.css'

export type CatalogueTableProps = {
  accountId: string
  categories: { id: string; label: string; groups: PermissionGroup[] }[]
  /** Words to mark, joined by spaces. */
  terms: string
  /** `null` until the first tokens are known. */
  usesOf: ((groupId: string) => GroupUses) | null
  /** Whether there are tokens that are not counted yet. */
  isPartial: boolean
  isReadOnly: boolean
  hasIds: boolean
}

/** Every group with its scope, what it is for and who uses it, by category; on demand with its ID. */
export function CatalogueTable(props: CatalogueTableProps) {
  const { accountId, categories, terms, usesOf, isPartial, isReadOnly, hasIds } = props
  return (
    <div className={styles.catalogue} data-ids={hasIds || undefined}>
      {categories.map((category) => (
        <section key={category.id}>
          <h2>{category.label}</h2>
          <ul>
            {category.groups.map((group) => {
              const uses = usesOf?.(group.id)
              return (
                <CatalogueRow
                  key={group.id}
                  accountId={accountId}
                  group={group}
                  terms={terms}
                  allowed={uses?.allowed ?? null}
                  denied={uses?.denied ?? 0}
                  isPartial={isPartial}
                  isReadOnly={isReadOnly}
                  hasId={hasIds}
                />
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
