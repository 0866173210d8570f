import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { CodeBlock } from '#app/ui/code-block.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { TokenDraft } from '#domain/token/request-body.ts'
import { requestBody } from './form-values.ts'
import { useStoredToken } from './stored-token.ts'
import styles from './form-summary.module.css'

/** The exact body that will be sent. Folded: its sentences are above. */
export function RequestBodyFold({ draft }: { draft: TokenDraft }) {
  const [isOpen, setIsOpen] = useState(false)
  const body = requestBody(draft, useStoredToken())
  return (
    <details className={styles.fold} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <Icon of={ChevronRight} />
        Request body <span className="quiet">{sizeOf(JSON.stringify(body))}</span>
      </summary>
      {isOpen && <CodeBlock label="Request body" code={JSON.stringify(body, null, 2)} copyable wrap />}
    </details>
  )
}

/** "812 B", "1.1 kB", as it is sent. */
function sizeOf(text: string): string {
  const bytes = new TextEncoder().encode(text).length
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`
}
