import { Note } from '#app/ui/note.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { AdvancedPolicy } from '#domain/policy/editor-policy.ts'
import styles from './token-editor.module.css'

type AdvancedPolicyFieldProps = {
  policy: AdvancedPolicy
  error: string | undefined
  onChange: (json: string) => void
}

/** A policy the builder cannot express is edited as what it is, so that nothing of it gets lost. */
export function AdvancedPolicyField({ policy, error, onChange }: AdvancedPolicyFieldProps) {
  return (
    <>
      <Note tone="info" title="Advanced policy">
        <p>The form can’t show all of this policy. Edit it as JSON; it’s sent unchanged otherwise.</p>
      </Note>
      <TextAreaField
        label="Policy as JSON"
        className={styles.code}
        rows={Math.min(24, policy.json.split('\n').length + 1)}
        spellCheck={false}
        value={policy.json}
        onChange={(event) => onChange(event.target.value)}
        error={error}
      />
    </>
  )
}
