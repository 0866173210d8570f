import { TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { DeprecationChip } from '#app/parts/deprecation-chip.tsx'
import { hasUser } from '#app/parts/kept-in-tab.ts'
import { ownTokenName } from '#app/parts/own-token-words.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { hasAccountTokenSupport, type CatalogueProduct } from '#domain/permission-groups/catalogue.ts'
import { groupKind } from '#domain/permission-groups/level.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { groupFits, scopeLabel } from '#domain/permission-groups/scope-fit.ts'
import { markMatches } from '#domain/permission-groups/search.ts'
import type { EditorResources } from '#domain/policy/editor-policy.ts'
import { lowerFirst } from '#domain/resources/families.ts'
import styles from './permission-picker.module.css'

type PickerRowProps = {
  product: CatalogueProduct
  /** Ids of the levels in view and of those chosen, and the words to mark: each joined by spaces. */
  shownIds: string
  chosenIds: string
  terms: string
  family: EditorResources['family']
  /** The box of this row that the Tab key stops at, if it is in this row. */
  tabStop: string | null
}

/** One product in one scope, its levels side by side. Memoised: it renders again only when something in it changed. */
export const PickerRow = memo(function PickerRow(props: PickerRowProps) {
  const { product, terms, family, tabStop } = props
  const shown = new Set(props.shownIds.split(' '))
  const chosen = new Set(props.chosenIds.split(' '))
  const [first] = product.groups
  const scopes = first?.group.scopes.map(scopeLabel).join(', ') ?? ''
  const isMisfit = first !== undefined && !groupFits(first.group, family)
  const reads = product.groups.some(({ level }) => level === 'Read')
  const writes = product.groups.find(({ group, level }) => /^(Write|Edit)$/.test(level) && chosen.has(group.id))
  const ending = product.groups.filter(({ group }) => group.deprecation !== null && shown.has(group.id))

  return (
    <div className={styles.row} data-row data-misfit={isMisfit || undefined}>
      <span className={styles.product}>
        <span>
          {markMatches(product.name, terms.split(' ').filter(Boolean)).map(({ text, isMatch }, index) =>
            isMatch ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
          )}
        </span>
        <Chip tone="neutral">{scopes}</Chip>
        {isMisfit && <span className={styles.remark}>Needs {lowerFirst(scopes)} resources</span>}
        {reads && writes && <span className={styles.remark}>{writes.level} includes Read</span>}
        {ending.map(
          ({ group, level }) =>
            group.deprecation && (
              <DeprecationChip key={group.id} deprecation={group.deprecation} of={levelText(group, level)} />
            ),
        )}
        {first && !hasAccountTokenSupport(first.group) && (
          <Chip tone="caution" icon={TriangleAlert} title="Not supported for account tokens yet">
            Unsupported
          </Chip>
        )}
      </span>
      <span className={styles.levels}>
        {product.groups
          .filter(({ group }) => shown.has(group.id))
          .map(({ group, level }) => (
            <PickerLevel
              key={group.id}
              group={group}
              level={level}
              isChosen={chosen.has(group.id)}
              isMisfit={chosen.has(group.id) && !groupFits(group, family)}
              isTabStop={tabStop === group.id}
            />
          ))}
      </span>
    </div>
  )
})

type PickerLevelProps = {
  group: PermissionGroup
  level: string
  isChosen: boolean
  isMisfit: boolean
  isTabStop: boolean
}

/** Memoised: a search marks words in every row, and its boxes stay as they are. */
const PickerLevel = memo(function PickerLevel({ group, level, isChosen, isMisfit, isTabStop }: PickerLevelProps) {
  return (
    <span
      className={styles.level}
      data-level={level}
      data-misfit={isMisfit || undefined}
      title={group.isSelectable ? (group.description ?? undefined) : notSelectable()}
    >
      <Checkbox
        label={levelText(group, level)}
        // The visible word is short; the name says which group of which scope.
        aria-label={nameOf(group)}
        value={group.id}
        checked={isChosen}
        // What was granted before may always be taken away.
        disabled={!group.isSelectable && !isChosen}
        tabIndex={isTabStop ? 0 : -1}
        data-stop={group.id}
        onChange={handledByList}
      />
    </span>
  )
})

/** The word beside the box. What a name without a level allows is only known where it is said. */
const levelText = (group: PermissionGroup, level: string) =>
  level || (groupKind(group) === 'change' ? 'Full' : 'Access')

const notSelectable = () => `${ownTokenName(hasUser())} can’t grant this`

function nameOf({ name, scopes, isSelectable, deprecation }: PermissionGroup): string {
  const full = `${name} (${scopes.map(scopeLabel).join(', ')})${deprecation ? ', deprecated' : ''}`
  return isSelectable ? full : `${full}, not selectable: ${notSelectable()}`
}

const handledByList = () => {}
