import { useId } from 'react'
import { TOPICS, type ListedTemplate, type Topic } from '#domain/operations/templates/listed-template.ts'
import { StartTile } from './start-tile.tsx'
import styles from './start-gallery.module.css'

type TemplateTilesProps = {
  templates: readonly ListedTemplate[]
  chosen: string | undefined
  onChoose: (id: string) => void
}

export const TemplateTiles = ({ templates, chosen, onChoose }: TemplateTilesProps) =>
  templates.map(({ id, topic, title, hint }) => (
    <StartTile
      key={id}
      id={id}
      topic={topic}
      title={title}
      hint={hint}
      isChosen={chosen === id}
      onChoose={() => onChoose(id)}
    />
  ))

/** Templates under the headings of their topics. */
export function TemplateTopics(props: TemplateTilesProps) {
  return (Object.keys(TOPICS) as Topic[]).map((topic) => {
    const templates = props.templates.filter((template) => template.topic === topic)
    return templates.length > 0 && <TemplateTopic key={topic} {...props} title={TOPICS[topic]} templates={templates} />
  })
}

function TemplateTopic({ title, ...tiles }: TemplateTilesProps & { title: string }) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className={styles.topic}>
      <h3 id={id}>{title}</h3>
      <div className={styles.tiles}>
        <TemplateTiles {...tiles} />
      </div>
    </div>
  )
}
