import { CopyButton } from './copy-button.tsx'
import styles from './code-block.module.css'

type CodeBlockProps = {
  label: string
  code: string
  copyable?: boolean
  /** Long lines break instead of scrolling. */ wrap?: boolean
}

/** Code to read and copy. It scrolls, so it is focusable. */
export function CodeBlock({ label, code, copyable, wrap }: CodeBlockProps) {
  return (
    <div className={styles.block}>
      <pre data-wrap={wrap || undefined} role="region" aria-label={label} tabIndex={0}>
        {code}
      </pre>
      {copyable && (
        <div className={styles.copy}>
          <CopyButton value={code} label="Copy" size="small" />
        </div>
      )}
    </div>
  )
}
