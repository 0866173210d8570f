import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import * as v from 'valibot'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { savedViews, storeViews, type SavedView } from '#app/parts/saved-views.ts'
import { readSearch, writeSearch } from '#app/parts/search-text.ts'
import { TypedDialog } from '#app/parts/typed-dialog.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Button } from '#app/ui/button.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import { TextField } from '#app/ui/text-field.tsx'
import { FACETS } from '#domain/inventory/facet-names.ts'
import { FACET } from '#domain/inventory/facets.ts'
import { readFilters } from '#domain/inventory/filters.ts'
import { COLUMNS } from './list-columns.tsx'
import { looksLikeSecret } from '#domain/secret/looks-like-secret.ts'
import { listDefaults, listSearch, type ListSearch } from './list-search.ts'
import styles from './views.module.css'

type ViewsDialogProps = { search: ListSearch; onClose: () => void }

const MAX_NAME = 60

/** What was done last, and the views before that where one was deleted. */
type Done = { text: string; deleted: { name: string; before: SavedView[] } | null }

/** The named views of this browser: open one, save the present one, rename or delete one. */
export function ViewsDialog({ search, onClose }: ViewsDialogProps) {
  const accountId = useAccountId()
  const [views, setViews] = useState(() => savedViews(accountId))
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string>()
  const [done, setDone] = useState<Done | null>(null)
  const [renamed, setRenamed] = useState<SavedView | null>(null)

  const keep = (next: SavedView[], text: string, deleted: Done['deleted'] = null) => {
    const isStored = storeViews(accountId, next)
    if (isStored) setViews(next)
    else setProblem('Browser storage is blocked.')
    setDone(isStored ? { text, deleted } : null)
    return isStored
  }
  const save = () => {
    const wanted = name.trim()
    if (!wanted) {
      setProblem('Enter a name.')
      return
    }
    if (looksLikeSecret(wanted)) {
      setProblem('This looks like a secret. Enter another name.')
      return
    }
    const isTaken = views.some((other) => other !== renamed && other.name === wanted)
    if (renamed && isTaken) {
      setProblem(`Another view is named “${wanted}”.`)
      return
    }
    const shown = readSearch(writeSearch({ ...search, page: 1 }, listDefaults))
    const isKept = renamed
      ? keep(
          views.map((view) => (view === renamed ? { ...view, name: wanted } : view)),
          `Renamed “${renamed.name}” to “${wanted}”.`,
        )
      : keep(
          [...views.filter((other) => other.name !== wanted), { name: wanted, search: shown }],
          `${isTaken ? 'Replaced' : 'Saved'} “${wanted}”.`,
        )
    if (isKept) {
      setRenamed(null)
      setName('')
    }
  }
  const rename = (view: SavedView | null) => {
    setRenamed(view)
    setName(view?.name ?? '')
    setDone(null)
    setProblem(undefined)
  }
  const remove = (view: SavedView) => {
    if (view === renamed) rename(null)
    const others = views.filter((other) => other !== view)
    keep(others, `Deleted “${view.name}”.`, { name: view.name, before: views })
  }

  return (
    <TypedDialog
      title="Saved views"
      description="Save this search, filters and sort order in this browser."
      onClose={onClose}
    >
      <div className={`stack ${styles.all}`}>
        {views.length > 0 && (
          <ul className={styles.views} aria-label="Saved views">
            {views.map((view) => (
              <li key={view.name}>
                <Link
                  href={paths.tokens(accountId) + writeSearch(view.search)}
                  onClick={onClose}
                  data-autofocus={view === views[0] || undefined}
                >
                  <b>{view.name}</b>
                  <span className="quiet">{describe(v.parse(listSearch, view.search))}</span>
                </Link>
                <IconButton
                  label={`Rename the view ${view.name}`}
                  icon={<Icon of={Pencil} />}
                  onClick={({ currentTarget }) => {
                    rename(view)
                    passFocus(currentTarget, NAME_FIELD)
                  }}
                />
                <IconButton
                  label={`Delete the view ${view.name}`}
                  icon={<Icon of={Trash2} />}
                  onClick={({ currentTarget }) => {
                    passFocus(currentTarget, { ...NAME_FIELD, kin: `.${styles.views} button:last-child` })
                    remove(view)
                  }}
                />
              </li>
            ))}
          </ul>
        )}
        <form
          className={`stack ${styles.save}`}
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <TextField
            label={renamed ? `New name of “${renamed.name}”` : 'View name'}
            data-autofocus={views.length === 0 || undefined}
            hint={describe(renamed ? v.parse(listSearch, renamed.search) : search)}
            maxLength={MAX_NAME}
            value={name}
            autoComplete="off"
            onChange={(event) => {
              setName(event.target.value)
              setDone(null)
              setProblem(undefined)
            }}
            error={problem}
          />
          <div className={styles.line}>
            <Button type="submit">{renamed ? 'Rename view' : 'Save view'}</Button>
            {renamed && (
              <Button
                tone="quiet"
                onClick={({ currentTarget }) => {
                  passFocus(currentTarget, NAME_FIELD)
                  rename(null)
                }}
              >
                Cancel
              </Button>
            )}
            <p role="status" className="quiet">
              {done?.text}
            </p>
            {done?.deleted && (
              <Button
                size="small"
                onClick={({ currentTarget }) => {
                  passFocus(currentTarget, NAME_FIELD)
                  if (done.deleted) keep(done.deleted.before, `Restored “${done.deleted.name}”.`)
                }}
              >
                Undo
              </Button>
            )}
          </div>
        </form>
      </div>
    </TypedDialog>
  )
}

const NAME_FIELD = { within: `.${styles.all}`, otherwise: `.${styles.save} input` }

const HEADINGS = new Map<string, string>(COLUMNS.map(({ name, heading }) => [name, heading]))

/** "“dns”, Status (1), sorted by Name": what a saved view shows. */
function describe(search: ListSearch): string {
  const filters = readFilters(search)
  const parts = [
    ...(filters.q ? [`“${filters.q}”`] : []),
    ...FACETS.flatMap((facet) =>
      filters[facet].length > 0 ? [`${FACET[facet].label} (${filters[facet].length})`] : [],
    ),
    ...(search.include_expired ? ['including expired'] : []),
    ...(search.sort === 'issued' ? [] : [`sorted by ${HEADINGS.get(search.sort)}`]),
  ]
  return parts.join(', ') || 'All tokens, newest first'
}
