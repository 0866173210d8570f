import { Checkbox } from '#app/ui/checkbox.tsx'
import type { CatalogueCategory, ShownCategory } from '#domain/permission-groups/catalogue.ts'
import { BULK_LEVELS, bulkOf, type BulkLevel } from '#domain/permission-groups/pick.ts'
import type { EditorResources } from '#domain/policy/editor-policy.ts'
import { PickerRow } from './picker-row.tsx'
import styles from './permission-picker.module.css'

type PickerCategoryProps = ShownCategory & {
  shown: ReadonlySet<string>
  terms: string
  family: EditorResources['family']
  chosenIds: ReadonlySet<string>
  tabStop: string | undefined
}

/** A category: its products, and all of its groups of a level at once. */
export function PickerCategory({ category, rows, shown, terms, family, chosenIds, tabStop }: PickerCategoryProps) {
  const groups = category.products.flatMap((product) => product.groups.map(({ group }) => group))
  const bulks = BULK_LEVELS.map((level) => ({ level, ...bulkOf(groups, level, { shown, family, chosenIds }) }))

  return (
    <div role="group" aria-label={category.label} className={styles.group}>
      <div className={styles.category} data-row>
        <h3>{category.label}</h3>
        {bulks.map(({ level, ids, state }) => {
          const stop = bulkStop(category, level)
          if (ids.length < 2) return null
          return (
            <Checkbox
              key={level}
              label={
                <>
                  All {level} <span className="visually-hidden">in {category.label}</span> ({ids.length})
                </>
              }
              value={ids.join(' ')}
              checked={state === 'all'}
              indeterminate={state === 'some'}
              tabIndex={tabStop === stop ? 0 : -1}
              data-stop={stop}
              onChange={handledByList}
            />
          )
        })}
      </div>
      {rows.map(({ product, ids }) => (
        <PickerRow
          key={product.key}
          product={product}
          // Text compares by value; a new list would render every row at every change.
          shownIds={ids.join(' ')}
          chosenIds={ids.filter((id) => chosenIds.has(id)).join(' ')}
          terms={terms}
          family={family}
          tabStop={tabStop && ids.includes(tabStop) ? tabStop : null}
        />
      ))}
    </div>
  )
}

/** Identifies the box for all groups of a level. */
export const bulkStop = ({ id }: CatalogueCategory, level: BulkLevel): string => `all:${id}:${level}`

const handledByList = () => {}
