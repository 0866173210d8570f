import { Copy, Ellipsis, FileBraces } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { Section } from '#app/ui/section.tsx'
import { TEMPLATES } from '#domain/operations/templates.ts'
import { StartOrigin } from './start-origin.tsx'
import { formNameOf, type Start } from './start.ts'
import { StartTile } from './start-tile.tsx'
import styles from './start-gallery.module.css'

const CopyTokenDialog = lazyComponent(() => import('./copy-token-dialog.tsx'), 'CopyTokenDialog')
const ImportDialog = lazyComponent(() => import('#app/parts/import-dialog.tsx'), 'ImportDialog')

type StartGalleryProps = {
  start: Start
  /** The name of the token that is copied, once it is known. */
  copiedName: string | undefined
  onChoose: (start: Start) => void
}

/** Shown at once: two rows of tiles, so that the form is in view. */
const FIRST = new Set(['dns', 'workers', 'analytics', 'billing', 'read-all', 'r2-object-write'])

/** What a new token starts with. Once that is a copy, an import or a permission, one line says so. */
export function StartGallery({ start, copiedName, onChoose }: StartGalleryProps) {
  // The start that it was unfolded at: it folds with the next one, and not while the editor asks before leaving this.
  const [unfoldedAt, setUnfoldedAt] = useState<string | null>(null)
  const [dialog, setDialog] = useState<'copy' | 'import' | null>(null)
  const tiles = useRef<HTMLFieldSetElement>(null)
  const isElsewhere = Boolean(start.from ?? start.brought ?? start.group)
  const isUnfolded = unfoldedAt === formNameOf(start)
  const isFirst = ({ id }: { id: string }) => FIRST.has(id)
  // A chosen template is in view.
  const [isWhole, setIsWhole] = useState(() => start.template !== undefined && !FIRST.has(start.template))
  const others = TEMPLATES.filter((template) => !isFirst(template))
  const shown = [...TEMPLATES.filter(isFirst), ...(isWhole ? others : [])]

  const unfold = () => {
    flushSync(() => setUnfoldedAt(formNameOf(start)))
    // The button that had the focus is gone.
    tiles.current?.querySelector('input')?.focus()
  }
  const showAll = () => {
    flushSync(() => setIsWhole(true))
    tiles.current?.querySelector<HTMLInputElement>(`[value="${others[0]?.id}"]`)?.focus()
  }

  return (
    <Card>
      {isElsewhere && !isUnfolded ? (
        <StartOrigin start={start} copiedName={copiedName} onChange={unfold} />
      ) : (
        <Section
          title="Start with"
          actions={
            <>
              <Button size="small" tone="quiet" icon={<Icon of={Copy} />} onClick={() => setDialog('copy')}>
                Copy a token
              </Button>
              <Button size="small" tone="quiet" icon={<Icon of={FileBraces} />} onClick={() => setDialog('import')}>
                Paste JSON
              </Button>
            </>
          }
        >
          <fieldset ref={tiles} className={styles.tiles}>
            <legend className="visually-hidden">Template</legend>
            <StartTile
              id="blank"
              title="Blank"
              hint="Start from nothing"
              isChosen={!isElsewhere && start.template === undefined}
              onChoose={() => onChoose({})}
            />
            {shown.map(({ id, title, hint }) => (
              <StartTile
                key={id}
                id={id}
                title={title}
                hint={hint}
                isChosen={!isElsewhere && start.template === id}
                onChoose={() => onChoose({ template: id })}
              />
            ))}
            {!isWhole && (
              <button type="button" className={styles.tile} onClick={showAll}>
                <Icon of={Ellipsis} />
                <b>More templates</b>
                <span className={styles.hint}>{others.length} for other purposes</span>
              </button>
            )}
          </fieldset>
        </Section>
      )}
      <Suspense>
        {dialog === 'copy' && (
          <CopyTokenDialog
            onClose={() => setDialog(null)}
            onChoose={(from) => {
              setDialog(null)
              onChoose({ from })
            }}
          />
        )}
        {dialog === 'import' && <ImportDialog isInEditor onClose={() => setDialog(null)} />}
      </Suspense>
    </Card>
  )
}
