import { gitOutput } from './git-output.ts'

/** Texts out of git's store, by their names there; a name that it doesn't know is left out. */
export async function blobTexts(root: string, blobs: Iterable<string>): Promise<Map<string, string>> {
  const names = [...new Set(blobs)]
  const texts = new Map<string, string>()
  if (names.length === 0) return texts
  const output = await gitOutput(root, ['cat-file', '--batch'], `${names.join('\n')}\n`)
  for (let at = 0; output !== null && at < output.length; ) {
    const end = output.indexOf('\n', at)
    const [name = '', kind, size] = output.toString('latin1', at, end).split(' ')
    at = end + 1
    if (kind !== 'blob') continue
    texts.set(name, output.toString('utf8', at, at + Number(size)))
    at += Number(size) + 1
  }
  return texts
}
