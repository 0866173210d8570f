import { Section } from '#app/ui/section.tsx'
import { IpLimitFields } from './ip-limit-fields.tsx'
import { ValidityFields } from './validity-fields.tsx'
import styles from './token-editor.module.css'

/** From where and for how long the token can be used. */
export function LimitsSection() {
  return (
    <Section title="Limits">
      <div className={`stack ${styles.limits}`}>
        <IpLimitFields />
        <ValidityFields />
      </div>
    </Section>
  )
}
