import { FieldFrame } from './field-frame.tsx'
import styles from './field.module.css'

type FileFieldProps = { label: string; accept: string; onFile: (file: File) => void }

/** A native file input. The same file can be chosen again. */
export function FileField({ label, accept, onFile }: FileFieldProps) {
  return (
    <FieldFrame label={label}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept={accept}
          className={styles.file}
          onClick={({ currentTarget }) => {
            currentTarget.value = ''
          }}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file) onFile(file)
          }}
        />
      )}
    </FieldFrame>
  )
}
