import { memo, useDeferredValue, useRef, useState, type ChangeEvent, type RefObject } from 'react'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import { SearchField } from '#app/ui/search-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { rankCatalogue, shownCategories } from '#domain/permission-groups/catalogue.ts'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { BULK_LEVELS, pickGroups, type PickerFilter } from '#domain/permission-groups/pick.ts'
import { readCatalogue } from '#domain/permission-groups/read-catalogue.ts'
import { scopeLabel } from '#domain/permission-groups/scope-fit.ts'
import type { ChosenGroup, EditorResources } from '#domain/policy/editor-policy.ts'
import { grouped } from '#domain/text/plural.ts'
import { moveByKey } from './move-by-key.ts'
import { bulkStop, PickerCategory } from './picker-category.tsx'
import styles from './permission-picker.module.css'

type PermissionPickerProps = {
  groups: PermissionGroup[]
  /** The resources of the policy: what fits them is shown first and by default alone. */
  family: EditorResources['family']
  chosen: ChosenGroup[]
  onChange: (chosen: ChosenGroup[]) => void
}

const EVERYTHING: PickerFilter = { query: '', scope: 'fitting', level: 'any', isSelectedOnly: false }
const LEVELS = [
  { value: 'any', label: 'All levels' },
  { value: 'Read', label: 'Read' },
  { value: 'Write', label: 'Write' },
  { value: 'other', label: 'Other levels' },
] as const

/**
 * Permission groups by category, one row a product, its levels side by side. One tab
 * stop; arrows, Home and End move in it.
 */
export function PermissionPicker({ groups, family, chosen, onChange }: PermissionPickerProps) {
  const [filter, setFilter] = useState(EVERYTHING)
  const list = useRef<HTMLDivElement>(null)
  // The search shows a key at once, and a new form its fields; the hundreds of rows follow.
  const shownFilter = useDeferredValue(filter, null)
  const { scopes } = readCatalogue(groups)
  const change = (part: Partial<PickerFilter>) => {
    setFilter({ ...filter, ...part })
    // The best of a search is on top.
    if (list.current) list.current.scrollTop = 0
  }

  return (
    <div
      className={styles.picker}
      role="group"
      aria-label="Permission groups"
      onKeyDown={(event) => list.current && moveByKey(event, list.current)}
    >
      <div className={styles.bar}>
        <SearchField
          label="Search permission groups"
          placeholder="Search by name, product or ID"
          value={filter.query}
          onChange={(query) => change({ query })}
        />
        <SelectField
          label="Scope"
          hideLabel
          value={filter.scope}
          options={[
            { value: 'fitting', label: 'Available for these resources' },
            { value: 'all', label: 'All scopes' },
            ...scopes.map((value) => ({ value, label: scopeLabel(value) })),
          ]}
          onChange={(event) => change({ scope: event.target.value })}
        />
        <SelectField
          label="Level"
          hideLabel
          value={filter.level}
          options={[...LEVELS]}
          onChange={(event) => {
            const level = LEVELS.find(({ value }) => value === event.target.value)?.value
            if (level) change({ level })
          }}
        />
        <Checkbox
          label="Selected only"
          checked={filter.isSelectedOnly}
          onChange={(event) => change({ isSelectedOnly: event.target.checked })}
        />
      </div>
      {shownFilter ? (
        <PickerList
          ref={list}
          groups={groups}
          family={family}
          chosen={chosen}
          filter={shownFilter}
          onChange={onChange}
          onShowAll={() => change({ scope: 'all' })}
        />
      ) : (
        <>
          <div className={styles.list} />
          <p className={`quiet ${styles.foot}`}>{groups.length} permission groups</p>
        </>
      )}
    </div>
  )
}

type PickerListProps = PermissionPickerProps & {
  filter: PickerFilter
  onShowAll: () => void
  ref: RefObject<HTMLDivElement | null>
}

/** What the filter lets through. Memoised: a key in the search must not wait for the rows. */
const PickerList = memo(function PickerList(props: PickerListProps) {
  const { groups, family, chosen, filter, onChange, onShowAll, ref } = props
  const [activeId, setActiveId] = useState<string | null>(null)
  const { index, catalogue } = readCatalogue(groups)
  const chosenIds = new Set(chosen.map(({ id }) => id))
  const picked = pickGroups(groups, index, filter, { family, chosenIds })
  const categories = shownCategories(rankCatalogue(catalogue, picked.ranks), picked.shown)
  const stops = categories.flatMap(({ category, rows }) => [
    ...BULK_LEVELS.map((level) => bulkStop(category, level)),
    ...rows.flatMap(({ ids }) => ids),
  ])
  const elsewhere = filter.query ? picked.elsewhere : 0
  const tabStop = activeId && stops.includes(activeId) ? activeId : categories[0]?.rows[0]?.ids[0]

  // One handler for all boxes, so that a row renders again only when something in it changed.
  const toggle = (event: ChangeEvent<HTMLDivElement>) => {
    const box: EventTarget = event.target
    if (!(box instanceof HTMLInputElement)) return
    const ids = box.value.split(' ')
    const others = chosen.filter(({ id }) => !ids.includes(id))
    const added = ids.map(
      (id) => chosen.find((group) => group.id === id) ?? { id, name: groupsById(groups).get(id)?.name ?? null },
    )
    onChange(box.checked ? [...others, ...added] : others)
  }

  const isEmpty = picked.shown.size === 0
  const show = elsewhere > 0 && (
    <button
      type="button"
      className={styles.show}
      onClick={({ currentTarget }) => {
        passFocus(currentTarget, { within: '[role=group]', otherwise: 'input[type=search]' })
        onShowAll()
      }}
    >
      {isEmpty ? `Show ${grouped(elsewhere)} in other scopes` : 'Show'}
    </button>
  )

  return (
    <>
      <div
        ref={ref}
        className={styles.list}
        onChange={toggle}
        onFocus={(event) => setActiveId(event.target.dataset['stop'] ?? activeId)}
      >
        {categories.map(({ category, rows }) => (
          <PickerCategory
            key={category.id}
            category={category}
            rows={rows}
            shown={picked.shown}
            terms={picked.terms.join(' ')}
            family={family}
            chosenIds={chosenIds}
            tabStop={tabStop}
          />
        ))}
        {isEmpty && (
          <div className={styles.none}>
            <p>
              No permission groups match{filter.query && ` “${filter.query}”`}
              {elsewhere > 0 && (filter.scope === 'fitting' ? ' for these resources' : ' in this scope')}.
            </p>
            {show}
          </div>
        )}
      </div>
      <div className={styles.foot}>
        <p role="status" className="quiet">
          {grouped(picked.shown.size)} of {grouped(groups.length)} permission groups
          {picked.isSimilar && ` similar to “${filter.query.trim()}”`}
          {elsewhere > 0 && ` · ${grouped(elsewhere)} more in other scopes`}
        </p>
        {!isEmpty && show}
        <p className={`quiet ${styles.keys}`} aria-hidden>
          <kbd>↑</kbd> <kbd>↓</kbd> move <kbd>Space</kbd> select
        </p>
      </div>
    </>
  )
})
