import type { Root } from 'nlcst'
import retextEnglish from 'retext-english'
import retextEquality from 'retext-equality'
import retextIntensify from 'retext-intensify'
import retextPassive from 'retext-passive'
import retextProfanities from 'retext-profanities'
import retextReadability from 'retext-readability'
import retextSimplify from 'retext-simplify'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { Passage } from '../passage.ts'
import type { RuleOptions } from '../rule.ts'

/** What a plugin says of a text; offsets in the passage's words. */
export interface ProseMessage {
  readonly start: number
  readonly end: number
  readonly message: string
  readonly expected: readonly string[]
}

/** Retext's plugins over passages. */
export interface Prose {
  run(plugin: ProsePlugin, passage: Passage, options: RuleOptions): readonly ProseMessage[]
}

const plugins = {
  equality: retextEquality,
  intensify: retextIntensify,
  passive: retextPassive,
  profanities: retextProfanities,
  readability: retextReadability,
  simplify: retextSimplify,
}

export type ProsePlugin = keyof typeof plugins

type Processor = (tree: Root, file: VFile) => void

/** The plugins, whose parse of a passage is made once for all of them. They know English; other passages have nothing said of them. */
export function createProse(): Prose {
  const parser = unified().use(retextEnglish)
  const trees = new WeakMap<Passage, Root>()
  const processors = new Map<string, Processor>()
  const treeOf = (passage: Passage) => {
    const tree = trees.get(passage) ?? parser.parse(passage.words)
    trees.set(passage, tree)
    return tree
  }
  return {
    run(plugin, passage, options) {
      if (passage.language !== 'en' || passage.words.trim() === '') return []
      const name = JSON.stringify([plugin, options])
      const processor = processors.get(name) ?? processorOf(plugin, options)
      processors.set(name, processor)
      const file = new VFile(passage.words)
      processor(treeOf(passage), file)
      return file.messages.flatMap(({ reason, place, expected }) => {
        const [start, end] = place !== undefined && 'start' in place ? [place.start.offset, place.end.offset] : []
        if (start === undefined || end === undefined || end <= start) return []
        return [{ start, end, message: reason, expected: expected ?? [] }]
      })
    },
  }
}

function processorOf(plugin: ProsePlugin, options: RuleOptions): Processor {
  const processor = unified().use(plugins[plugin], options).freeze()
  return (tree, file) => void processor.runSync(tree, file)
}
