import { join } from 'node:path'
import type { PictureFacts, PictureFault } from '../assets/measure-picture.ts'
import type { Rendition } from '../assets/renditions.ts'
import { KeptFiles } from '../cache/kept-files.ts'
import { type Digest, digest } from '../model/digest.ts'
import { readBytes } from '../read/read-bytes.ts'

export interface MeasuredPicture {
  /** Of its bytes. */
  readonly source: Digest
  readonly facts: PictureFacts
}

/** Counted up where the same bytes are to be measured anew. */
const measure = 1

/**
 * The pictures of a site: what is known of them, and the files that are made of them.
 *
 * Both are kept in `.colophon/pictures`, by the digest of a picture's bytes: an unchanged picture is decoded and encoded once on a machine.
 */
export class Pictures {
  readonly #root: string
  readonly #kept: KeptFiles
  readonly #known = new Map<string, MeasuredPicture | PictureFault>()

  constructor(root: string) {
    this.#root = root
    this.#kept = new KeptFiles(join(root, '.colophon/pictures'))
  }

  /**
   * At the end of a run: let go of what no run has needed for 60 days.
   *
   * @returns why nothing can be kept on this machine; null where it can
   */
  settle(now: Date): string | null {
    this.#kept.forgetUnused(new Date(now.getTime() - 60 * 24 * 60 * 60 * 1000))
    return this.#kept.trouble
  }

  /** Find out about a picture, by its path in the site. @throws {Failure} `disk-failed`, `pictures-unavailable` */
  async measure(path: string): Promise<MeasuredPicture | PictureFault> {
    const known = this.#known.get(path)
    if (known !== undefined) return known
    const bytes = readBytes(join(this.#root, path), path)
    const source = digest(bytes)
    const found = this.#recall(source) ?? (await this.#find(source, bytes))
    const measured = found.kind === 'fault' ? found : named(path, { source, facts: found })
    this.#known.set(path, measured)
    return measured
  }

  /** What was measured; null for a file that wasn't, or can't be shown. */
  get(path: string): MeasuredPicture | null {
    const known = this.#known.get(path)
    return known === undefined || 'kind' in known ? null : known
  }

  /** Why a file can't be shown; null where it can. */
  async faultOf(path: string): Promise<string | null> {
    const measured = await this.measure(path)
    return 'kind' in measured ? measured.why : null
  }

  /** The bytes of a file made of a picture. @throws {Failure} `picture-failed`, `disk-failed` */
  async render(path: string, rendition: Rendition): Promise<Uint8Array> {
    return await this.once(`${rendition.digest}.${rendition.format}`, async () => {
      const { encodePicture } = await import('../assets/encode-picture.ts')
      return await encodePicture(readBytes(join(this.#root, path), path), rendition, path)
    })
  }

  /** What was made under this name before, where it is still there. @param name of all that it is made from */
  async once(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const kept = this.#kept.get(name)
    if (kept !== null) return kept
    const bytes = await make()
    this.#kept.set(name, bytes)
    return bytes
  }

  #recall(source: Digest): PictureFacts | PictureFault | null {
    const kept = this.#kept.get(factsName(source))
    return kept === null ? null : (JSON.parse(Buffer.from(kept).toString('utf8')) as PictureFacts | PictureFault)
  }

  async #find(source: Digest, bytes: Uint8Array): Promise<PictureFacts | PictureFault> {
    const { measurePicture } = await import('../assets/measure-picture.ts')
    const found = await measurePicture(bytes)
    this.#kept.set(factsName(source), JSON.stringify(found))
    return found
  }
}

/** Servers tell browsers by the name that a file is SVG, and editors expect to see there what it is. */
function named(path: string, measured: MeasuredPicture): MeasuredPicture | PictureFault {
  const isSvg = measured.facts.format === 'svg'
  if (isSvg === /\.svg$/i.test(path)) return measured
  return { kind: 'fault', why: isSvg ? 'it is an SVG, expected a name that ends in `.svg`.' : 'it is no SVG, expected another name.' }
}

function factsName(source: Digest): string {
  return `${source}.${measure}.json`
}
