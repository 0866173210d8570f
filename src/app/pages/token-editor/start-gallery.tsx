import { Copy, Ellipsis, FileBraces } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { Section } from '#app/ui/section.tsx'
import { templateById, TEMPLATES } from '#domain/operations/templates.ts'
import { RecipeLine } from './recipe-line.tsx'
import { StartOrigin } from './start-origin.tsx'
import { formNameOf, type Start } from './start.ts'
import { StartTile } from './start-tile.tsx'
import { TemplateTiles, TemplateTopics } from './template-topics.tsx'
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
const FIRST = ['dns', 'workers', 'analytics', 'r2-object-write', 'billing', 'read-all'].flatMap(
  (id) => templateById(id) ?? [],
)

/** The same number of tiles, with the chosen one among them. */
function firstWith(id: string | undefined) {
  const chosen = templateById(id)
  return !chosen || FIRST.includes(chosen) ? FIRST : [chosen, ...FIRST.slice(0, -1)]
}

/** What a new token starts with. Once that is a copy, an import or a permission, one line says so. */
export function StartGallery({ start, copiedName, onChoose }: StartGalleryProps) {
  // The start that it was unfolded at: it folds with the next one, and not while the editor asks before leaving this.
  const [unfoldedAt, setUnfoldedAt] = useState<string | null>(null)
  const [dialog, setDialog] = useState<'copy' | 'import' | null>(null)
  const tiles = useRef<HTMLFieldSetElement>(null)
  const more = useRef<HTMLButtonElement>(null)
  const isElsewhere = Boolean(start.from ?? start.brought ?? start.group)
  const isUnfolded = unfoldedAt === formNameOf(start)
  const [isWhole, setIsWhole] = useState(false)
  const chosen = isElsewhere ? undefined : start.template
  const first = isWhole ? FIRST : firstWith(chosen)
  const others = TEMPLATES.filter((template) => !first.includes(template))
  const choose = (template: string) => onChoose({ template })

  const unfold = () => {
    flushSync(() => setUnfoldedAt(formNameOf(start)))
    // The button that had the focus is gone.
    tiles.current?.querySelector('input')?.focus()
  }
  const showAll = () => {
    flushSync(() => setIsWhole(true))
    tiles.current?.querySelector<HTMLInputElement>('[role=group] input')?.focus()
  }
  const showFewer = () => {
    flushSync(() => setIsWhole(false))
    more.current?.focus()
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
          <div className={styles.gallery}>
            <fieldset ref={tiles} className={styles.topics}>
              <legend className="visually-hidden">Template</legend>
              <div className={styles.tiles}>
                <StartTile
                  id="blank"
                  title="Blank"
                  hint="Start from nothing"
                  isChosen={!isElsewhere && start.template === undefined}
                  onChoose={() => onChoose({})}
                />
                <TemplateTiles templates={first} chosen={chosen} onChoose={choose} />
                {!isWhole && (
                  <button ref={more} type="button" className={styles.tile} onClick={showAll}>
                    <Icon of={Ellipsis} />
                    <b>More templates</b>
                    <span className={styles.hint}>{others.length} for tools and purposes</span>
                  </button>
                )}
              </div>
              {isWhole && <TemplateTopics templates={others} chosen={chosen} onChoose={choose} />}
            </fieldset>
            {isWhole && (
              <div>
                <Button size="small" onClick={showFewer}>
                  Show fewer
                </Button>
              </div>
            )}
            <RecipeLine id={chosen} />
          </div>
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
