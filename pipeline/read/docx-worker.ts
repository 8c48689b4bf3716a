import { parentPort, workerData } from 'node:worker_threads'
import mammoth from 'mammoth'

/** What the worker makes of a Word document. */
export interface DocxHtml {
  readonly html: string
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly notes: readonly string[]
}

/** Headings, lists, quotations and notes by their styles; Word's own names, in every language of its interface. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Caption'] => p:fresh",
]

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
}

async function convert(bytes: Uint8Array): Promise<DocxHtml> {
  const pictures: { name: string; bytes: Uint8Array }[] = []
  const unknown: string[] = []
  const convertImage = mammoth.images.imgElement(async (image) => {
    const ending = ENDINGS[image.contentType]
    if (ending === undefined) {
      unknown.push(`A picture of the type ${image.contentType} left out.`)
      return { src: '' }
    }
    const name = `picture-${pictures.length + 1}.${ending}`
    pictures.push({ name, bytes: new Uint8Array(await image.readAsBuffer()) })
    return { src: name }
  })
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: STYLES, convertImage, externalFileAccess: false },
  )
  return { html: value, pictures, notes: [...new Set([...unknown, ...messages.map(({ message }) => message)])] }
}

void convert(workerData as Uint8Array).then((converted) => parentPort?.postMessage(converted))
