import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useQuery } from '@tanstack/react-query'
import { flushSync } from 'react-dom'
import { useJudgedTokens } from '#app/parts/findings/use-judged-tokens.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { filterCountsQuery } from '#app/queries/filter-counts.ts'
import { isComing } from '#app/queries/is-coming.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Popover } from '#app/ui/popover.tsx'
import type { InventoryIndex } from '#domain/inventory/entries.ts'
import { FACETS, type FacetName } from '#domain/inventory/facet-names.ts'
import { FACET } from '#domain/inventory/facets.ts'
import { readValues, type Filters } from '#domain/inventory/filters.ts'
import type { QueryContext } from '#domain/inventory/query.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { FacetValues } from './facet-values.tsx'
import styles from './filters.module.css'
import { asksJudged, type ListSearch } from './list-search.ts'
import type { FilterOpening } from './use-filter-opening.ts'

type FilterPopoverProps = FilterOpening & {
  /** The toolbar's filters. */
  anchor: RefObject<HTMLElement | null>
  opener: RefObject<HTMLElement | null>
  search: ListSearch
  /** The filters, the index and the moment that the listed tokens belong to. */
  filters: Filters
  index: InventoryIndex
  context: QueryContext
  /** How many tokens are listed; `null` before any are loaded. */
  found: number | null
  hiddenExpired: number
  /** How far loading is: the counts are of that part. */
  loaded: string | null
  onChange: (change: Partial<ListSearch>) => void
  onClose: () => void
}

/** The filters at the left, the values of one of them at the right; on a phone one after the other. */
export function FilterPopover(props: FilterPopoverProps) {
  const { anchor, opener, offset, search, filters, index, context, found, hiddenExpired, loaded, onChange, onClose } =
    props
  const id = useId()
  const accountId = useAccountId()
  const [facet, setFacet] = useState<FacetName>(props.facet ?? FACETS[0])
  // Other filters count what these leave.
  const needsJudged = facet === 'finding' || facet === 'level' || asksJudged(search)
  const { judged, ruleTitles, isPending } = useJudgedTokens(accountId, needsJudged)
  const needsCatalogue = facet === 'group' || search.group !== ''
  const groups = useQuery({ ...permissionGroupsQuery(accountId), enabled: needsCatalogue })
  const catalogue = groups.data
  const { data, isPlaceholderData } = useQuery(filterCountsQuery(index, filters, { ...context, catalogue, judged }))
  const { counts, countedBy } = data ?? {}
  const isUnjudged = needsJudged && (!judged || (countedBy && !countedBy.judged))
  const isUncertain =
    (needsJudged && (isPending || countedBy?.judged !== judged)) ||
    (needsCatalogue && (isComing(groups) || countedBy?.catalogue !== catalogue))
  const [pane, setPane] = useState<'filters' | 'values'>(props.facet ? 'values' : 'filters')
  const panes = useRef<HTMLDivElement>(null)
  const focusOn = (selector: string) => panes.current?.querySelector<HTMLElement>(selector)?.focus()

  const choose = (next: FacetName) => flushSync(() => setFacet(next))
  const goTo = (next: typeof pane) => flushSync(() => setPane(next))
  const onTabKey = (event: KeyboardEvent) => {
    const at = FACETS.indexOf(facet)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: FACETS.length - 1 }[event.key]
    if (next !== undefined) {
      choose(FACETS.at(next % FACETS.length) ?? facet)
      focusOn(SELECTED)
    } else if (event.key === 'ArrowRight') {
      goTo('values')
      focusOn(FIRST_VALUE)
    } else return
    event.preventDefault()
  }

  return (
    <Popover
      className={styles.popover ?? ''}
      anchor={anchor}
      opener={opener}
      offset={offset}
      label="Filters"
      onClose={onClose}
    >
      <div ref={panes} className={styles.panes} data-pane={pane}>
        <div className={styles.facets}>
          <div role="tablist" aria-label="Filter by" aria-orientation="vertical" tabIndex={-1} onKeyDown={onTabKey}>
            {FACETS.map((name) => (
              <button
                key={name}
                type="button"
                role="tab"
                id={`${id}-${name}`}
                aria-selected={name === facet}
                aria-controls={`${id}-values`}
                tabIndex={name === facet ? 0 : -1}
                onClick={() => {
                  choose(name)
                  goTo('values')
                  // Only a phone has it, in the place of the filters.
                  focusOn(`.${styles.back}`)
                }}
              >
                <span>{FACET[name].label}</span>
                <span className="quiet">{readValues(name, search[name]).length || ''}</span>
                <Icon of={ChevronRight} />
              </button>
            ))}
          </div>
          <Checkbox
            label={<>Hide expired {hiddenExpired > 0 && <span className="quiet">{grouped(hiddenExpired)}</span>}</>}
            checked={!search.include_expired}
            onChange={({ target }) => onChange({ include_expired: !target.checked })}
          />
        </div>
        <div
          role="tabpanel"
          id={`${id}-values`}
          className={styles.panel}
          aria-labelledby={`${id}-${facet}`}
          aria-busy={!counts || isPlaceholderData || isUncertain || undefined}
        >
          <button
            type="button"
            className={styles.back}
            onClick={() => {
              goTo('filters')
              focusOn(SELECTED)
            }}
          >
            <Icon of={ChevronLeft} />
            All filters
          </button>
          {isUnjudged ? (
            <p className={`quiet ${styles.none}`}>Checking tokens…</p>
          ) : counts ? (
            <FacetValues
              key={facet}
              facet={facet}
              written={search[facet]}
              counts={counts[facet]}
              isUncertain={isUncertain}
              isLoaded={found !== null}
              index={index}
              zoneNames={context.zoneNames}
              ruleTitles={ruleTitles}
              onChange={onChange}
              onLeave={() => {
                goTo('filters')
                focusOn(SELECTED)
              }}
            />
          ) : (
            <p className={`quiet ${styles.none}`}>Counting…</p>
          )}
          {loaded && <p className={`quiet ${styles.none}`}>{loaded} loaded</p>}
        </div>
        <div className={styles.foot}>
          <Button tone="quiet" onClick={() => onChange({ [facet]: '' })}>
            Clear
          </Button>
          <Button tone="primary" onClick={onClose}>
            Show {found === null ? 'tokens' : count(found, 'token')}
          </Button>
        </div>
      </div>
    </Popover>
  )
}

const SELECTED = '[role="tab"][aria-selected="true"]'
const FIRST_VALUE = '[role="tabpanel"] input:not(:disabled)'
