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
}

/** Every group with its scope, what it is for, who uses it, and its id, by category. */
export function CatalogueTable({ accountId, categories, terms, usesOf, isPartial, isReadOnly }: CatalogueTableProps) {
  return (
    <div className={styles.catalogue}>
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
                />
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
