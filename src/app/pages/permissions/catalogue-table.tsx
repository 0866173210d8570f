import { TriangleAlert } from 'lucide'
import { Chip } from '#app/ui/chip.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useLasting } from '#app/ui/use-lasting.ts'
import { hasAccountTokenSupport, type CatalogueCategory } from '#domain/permission-groups/catalogue.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { scopeLabel } from '#domain/permission-groups/scope-fit.ts'
import styles from './permissions.module.css'

type CatalogueTableProps = { categories: CatalogueCategory[]; isStale: boolean }

/** Every group with its scope, what it is for, and its id, by category. */
export function CatalogueTable({ categories, isStale }: CatalogueTableProps) {
  const isDim = useLasting(isStale)
  return (
    <div className={styles.catalogue} aria-busy={isStale} data-dim={isDim || undefined}>
      {categories.map((category) => (
        <section key={category.id}>
          <h2>{category.label}</h2>
          <ul>
            {category.products.flatMap((product) =>
              product.groups.map(({ group }) => <CatalogueRow key={group.id} group={group} />),
            )}
          </ul>
        </section>
      ))}
    </div>
  )
}

function CatalogueRow({ group }: { group: PermissionGroup }) {
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        <b>{group.name}</b>
        {group.scopes.map((scope) => (
          <Chip key={scope} tone="neutral" shape="level" title={scope}>
            {scopeLabel(scope)}
          </Chip>
        ))}
        {!group.isSelectable && (
          <Chip tone="neutral" shape="level" title="The app’s own credential may not grant it">
            Not selectable
          </Chip>
        )}
        {!hasAccountTokenSupport(group) && (
          <Chip
            tone="caution"
            shape="level"
            icon={<Icon of={TriangleAlert} />}
            title="Cloudflare’s documentation lists this product as not taking account tokens"
          >
            May not work
          </Chip>
        )}
      </span>
      <span className={styles.description}>{group.description}</span>
      <span className={styles.id}>
        <code>{group.id}</code>
        <CopyButton value={group.id} label={`Copy the id of ${group.name}`} size="small" tone="quiet" iconOnly />
      </span>
    </li>
  )
}
