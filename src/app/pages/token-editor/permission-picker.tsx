import { TriangleAlert } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { ALIASES } from '#domain/permission-groups/aliases.ts'
import { buildCatalogue, hasAccountTokenSupport, type CatalogueProduct } from '#domain/permission-groups/catalogue.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { groupFits, scopeLabel } from '#domain/permission-groups/scope-fit.ts'
import { buildSearchIndex, markMatches, searchGroups } from '#domain/permission-groups/search.ts'
import type { ChosenGroup, EditorResources } from '#domain/policy/editor-policy.ts'
import styles from './permission-picker.module.css'

type PermissionPickerProps = {
  groups: PermissionGroup[]
  /** The resources of the policy: what fits them is shown first and by default alone. */
  family: EditorResources['family']
  chosen: ChosenGroup[]
  onChange: (chosen: ChosenGroup[]) => void
}

const FITTING = 'fitting'
const ALL = 'all'

/** Permission groups by category, one row a product, its levels side by side. */
export function PermissionPicker({ groups, family, chosen, onChange }: PermissionPickerProps) {
  const [query, setQuery] = useState('')
  const [scope, setScope] = useState(FITTING)
  const [isSelectedOnly, setIsSelectedOnly] = useState(false)
  // Typing stays instant; the rows follow in the next frame.
  const typed = useDeferredValue(query)
  const found = searchGroups(buildSearchIndex(groups, ALIASES), typed)
  const chosenIds = new Set(chosen.map(({ id }) => id))
  const scopes = [...new Set(groups.flatMap((group) => group.scopes))]
  const shown = groups.filter(
    (group) =>
      found.ids.has(group.id) &&
      (!isSelectedOnly || chosenIds.has(group.id)) &&
      (scope === ALL ||
        (scope === FITTING ? groupFits(group, family) || chosenIds.has(group.id) : group.scopes.includes(scope))),
  )
  const elsewhere = scope === ALL ? 0 : groups.filter((group) => found.ids.has(group.id)).length - shown.length

  const toggle = (group: PermissionGroup, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, { id: group.id, name: group.name }] : chosen.filter(({ id }) => id !== group.id))

  return (
    <div className={styles.picker} role="group" aria-label="Permission groups">
      <div className={styles.bar}>
        <SearchField
          label="Search permission groups"
          placeholder="Search by name, product or id"
          value={query}
          onChange={setQuery}
        />
        <SelectField
          label="Scope"
          hideLabel
          value={scope}
          options={[
            { value: FITTING, label: 'Fits the resources' },
            { value: ALL, label: 'All scopes' },
            ...scopes.map((value) => ({ value, label: scopeLabel(value) })),
          ]}
          onChange={(event) => setScope(event.target.value)}
        />
        <Checkbox
          label="Selected only"
          checked={isSelectedOnly}
          onChange={(event) => setIsSelectedOnly(event.target.checked)}
        />
      </div>
      <p role="status" className={styles.count}>
        {shown.length} of {groups.length} permission groups
        {elsewhere > 0 && typed && !isSelectedOnly && `; ${elsewhere} more match in other scopes`}
      </p>
      <div className={styles.list}>
        {buildCatalogue(shown).map((category) => (
          <section key={category.id} aria-label={category.label}>
            <div className={styles.category}>
              <h3>{category.label}</h3>
            </div>
            {category.products.map((product) => (
              <ProductRow
                key={product.key}
                product={product}
                terms={found.terms}
                chosenIds={chosenIds}
                family={family}
                onToggle={toggle}
              />
            ))}
          </section>
        ))}
        {shown.length === 0 && <p className={styles.none}>No permission group matches{typed && ` “${typed}”`}.</p>}
      </div>
    </div>
  )
}

type ProductRowProps = {
  product: CatalogueProduct
  terms: string[]
  chosenIds: Set<string>
  family: EditorResources['family']
  onToggle: (group: PermissionGroup, isChosen: boolean) => void
}

function ProductRow({ product, terms, chosenIds, family, onToggle }: ProductRowProps) {
  const first = product.groups[0]?.group
  return (
    <div className={styles.row}>
      <span className={styles.product}>
        <span>
          {markMatches(product.name, terms).map(({ text, isMatch }, index) =>
            isMatch ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
          )}
        </span>
        <Chip tone="neutral" shape="level">
          {scopeLabel(product.scope)}
        </Chip>
        {first && !hasAccountTokenSupport(first) && (
          <Chip
            tone="caution"
            shape="level"
            icon={<TriangleAlert />}
            title="This product does not take account tokens yet"
          >
            May not work
          </Chip>
        )}
      </span>
      <span className={styles.levels}>
        {product.groups.map(({ group, level }) => (
          <LevelCheckbox
            key={group.id}
            group={group}
            level={level}
            isChosen={chosenIds.has(group.id)}
            isMisfit={chosenIds.has(group.id) && !groupFits(group, family)}
            onToggle={onToggle}
          />
        ))}
      </span>
    </div>
  )
}

type LevelCheckboxProps = {
  group: PermissionGroup
  level: string
  isChosen: boolean
  isMisfit: boolean
  onToggle: (group: PermissionGroup, isChosen: boolean) => void
}

function LevelCheckbox({ group, level, isChosen, isMisfit, onToggle }: LevelCheckboxProps) {
  const scope = group.scopes.map(scopeLabel).join(', ')
  const reason = group.isSelectable ? undefined : 'Your own access does not include this'
  return (
    <span
      className={styles.level}
      data-level={level}
      data-misfit={isMisfit || undefined}
      title={reason ?? group.description ?? undefined}
    >
      <Checkbox
        label={level || 'Full'}
        // The visible word is short; the name says which group of which scope.
        aria-label={`${group.name} (${scope})${reason ? `, not selectable: ${reason}` : ''}`}
        checked={isChosen}
        disabled={!group.isSelectable && !isChosen}
        onChange={(event) => onToggle(group, event.target.checked)}
      />
    </span>
  )
}
