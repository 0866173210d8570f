import { Download, Upload } from 'lucide-react'
import { useState } from 'react'
import type { ChangeSuppressions } from '#app/parts/kept-choices.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { downloadText } from '#app/ui/download-text.ts'
import { Icon } from '#app/ui/icon.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import { Time } from '#app/ui/time.tsx'
import { writeSuppressions, type Suppressed, type Suppression } from '#domain/findings/suppressions.ts'
import { grouped } from '#domain/text/plural.ts'
import type { Token } from '#domain/token/token.ts'
import { nameInText } from '#domain/token/name.ts'
import { ruleOf, TO_SEARCH } from './finding-view.ts'
import styles from './findings.module.css'
import { ImportSuppressions } from './import-suppressions.tsx'
import { MoreLines } from './more-lines.tsx'

type SuppressedSectionProps = {
  suppressed: readonly Suppressed[]
  /** All that are stored, also those whose fact is gone or whose end has come. */
  all: Suppression[]
  tokens: ReadonlyMap<string, Token>
  onChange: (change: ChangeSuppressions) => boolean
}

/** The findings that were accepted, with the reasons; always visible. */
export function SuppressedSection({ suppressed, all, tokens, onChange }: SuppressedSectionProps) {
  const [isImporting, setIsImporting] = useState(false)
  const unused = all.length - suppressed.length
  return (
    <Card role="region" aria-labelledby="suppressed">
      <div className={styles.groupHead}>
        <h2 id="suppressed">Suppressed ({grouped(suppressed.length)})</h2>
        {unused > 0 && <span className="quiet">{grouped(unused)} more that no finding needs now</span>}
        <div className={styles.headActions}>
          <Button
            size="small"
            tone="quiet"
            icon={<Icon of={Download} />}
            disabled={all.length === 0}
            aria-label="Export the suppressed findings"
            onClick={() => downloadText('suppressed-findings.json', 'application/json', writeSuppressions(all))}
          >
            Export
          </Button>
          <Button
            size="small"
            tone="quiet"
            icon={<Icon of={Upload} />}
            aria-label="Import suppressed findings…"
            onClick={() => setIsImporting(true)}
          >
            Import…
          </Button>
        </div>
      </div>
      {suppressed.length === 0 ? (
        <p className={styles.none}>A finding that you accept is listed here, with your reason.</p>
      ) : (
        <ul className={styles.suppressed}>
          <MoreLines name="suppressed" items={suppressed} keyOf={({ finding }) => finding.fingerprint}>
            {({ finding, suppression }) => {
              const token = tokens.get(finding.tokenId ?? '')
              const { title } = ruleOf(finding.rule)
              return (
                <li>
                  <p>
                    <b>{token ? <TokenName name={token.name} /> : 'The account'}</b> {title}
                  </p>
                  <p className="quiet">
                    “{suppression.reason}”{suppression.by && `, ${suppression.by}`},{' '}
                    {suppression.until !== null && 'until '}
                    <Time value={suppression.until} missing="for good" format="date" />
                  </p>
                  <Button
                    size="small"
                    tone="quiet"
                    aria-label={`Restore “${title}”${token ? ` of ${nameInText(token)}` : ''}`}
                    onClick={({ currentTarget }) => {
                      passFocus(currentTarget, { ...TO_SEARCH, kin: `.${styles.suppressed} button` })
                      onChange((before) => before.filter(({ fingerprint }) => fingerprint !== finding.fingerprint))
                    }}
                  >
                    Restore
                  </Button>
                </li>
              )
            }}
          </MoreLines>
        </ul>
      )}
      {isImporting && <ImportSuppressions all={all} onImport={onChange} onClose={() => setIsImporting(false)} />}
    </Card>
  )
}
