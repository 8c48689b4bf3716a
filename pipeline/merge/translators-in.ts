const translator = /^\s*Translator:\s*(.+?)\s*$/i

/** Names from `# Translator: Ada Lovelace <ada@example.org>`, each once; addresses stay in the file. */
export function translatorsIn(comments: readonly string[]): string[] {
  return [...new Set(comments.flatMap((comment) => translator.exec(comment)?.[1]?.replace(/\s*<[^>]*>$/, '') ?? []))]
}
