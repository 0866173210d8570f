import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'
import styles from './code-block.module.css'

type CodeBlockProps = {
  label: string
  code: string
  copyable?: boolean
  /** Long lines continue on the next instead of scrolling. */
  wrap?: boolean
  /** The code with colours, in place of the plain text. */
  children?: ReactNode
}

/** Code to read and copy. It scrolls, so it is focusable. */
export function CodeBlock({ label, code, copyable, wrap, children }: CodeBlockProps) {
  return (
    <div className={styles.block}>
      <pre role="region" aria-label={label} tabIndex={0} data-wrap={wrap || undefined}>
        {children || code}
      </pre>
      {copyable && (
        <div className={styles.copy}>
          <CopyButton value={code} label="Copy" size="small" />
        </div>
      )}
    </div>
  )
}
