import styles from './safe-text.module.css'

type SafeTextProps = { segments: { text: string; hidden: boolean }[] }

/** Text whose invisible parts are spelled out in boxes, kept from turning what stands around it. */
export function SafeText({ segments }: SafeTextProps) {
  return (
    <bdi>
      {segments.map(({ text, hidden }, index) =>
        hidden ? (
          <span key={index} className={styles.hidden} title="An invisible character">
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </bdi>
  )
}
