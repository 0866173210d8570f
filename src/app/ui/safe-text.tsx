import styles from './safe-text.module.css'

type SafeTextProps = { segments: { text: string; hidden: boolean }[] }

/** Text whose invisible parts are spelled out in boxes, kept from turning what stands around it. */
export function SafeText({ segments }: SafeTextProps) {
  const [only, ...others] = segments
  // Nearly every name, and there are many on a page.
  if (only && !only.hidden && others.length === 0) return <bdi>{only.text}</bdi>
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
