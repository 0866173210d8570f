import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import styles from './field.module.css'

type FileFieldProps = Pick<FieldTexts, 'label' | 'hint' | 'error'> & { accept: string; onFile: (file: File) => void }

/** A native file input. The same file can be chosen again. */
export function FileField({ accept, onFile, ...texts }: FileFieldProps) {
  return (
    <FieldFrame {...texts}>
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
