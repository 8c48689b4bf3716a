import { basename, join } from 'node:path/posix'
import mime from 'mime'
import { type Rendition, type Renditions, renditions } from '../assets/renditions.ts'
import { isPictureName } from '../check/check-pictures.ts'
import type { Artifact, Derived, Key } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import type { PictureSource, ShownPicture } from '../model/picture.ts'
import { readBytes } from '../read/read-bytes.ts'
import type { Address, Addresses } from '../render/addresses.ts'
import { artifact, derivedAsset } from './artifact.ts'
import type { Newsroom } from './newsroom.ts'
import type { MeasuredPicture } from './pictures.ts'

/** A picture and the files that its page needs. */
export interface PressedPicture {
  readonly shown: ShownPicture
  readonly keys: readonly Key[]
}

/** Makes assets of the files beside articles, each once. */
export class PicturePress {
  readonly #room: Newsroom
  readonly #to: Addresses
  readonly #pictures = new Map<string, PressedPicture>()
  readonly #documents = new Map<string, Address>()
  readonly #made = new Set<Key>()
  readonly #unknown = new Set<string>()
  #waiting: (Artifact | Derived)[] = []

  constructor(room: Newsroom, to: Addresses) {
    this.#room = room
    this.#to = to
  }

  /** By its path in the site; null for one that can't be shown, or that nobody has measured yet. */
  picture(path: string): PressedPicture | null {
    const known = this.#pictures.get(path)
    if (known !== undefined) return known
    const measured = this.#measured(path)
    if (measured === null) return null
    const pressed = this.#press(path, measured)
    this.#pictures.set(path, pressed)
    return pressed
  }

  /** Where a link to a file leads: to a picture as a whole, without what a camera noted in it; to any other file as it is. Null as for `picture`. */
  document(path: string): Address | null {
    const known = this.#documents.get(path)
    if (known !== undefined) return known
    const address = isPictureName(path) ? this.#wholePicture(path) : this.#asItIs(path, mime.getType(path) ?? 'application/octet-stream')
    if (address !== null) this.#documents.set(path, address)
    return address
  }

  /** Measure the pictures that were asked for and aren't known: a translator's own. @returns whether one can be shown now */
  async measureAsked(): Promise<boolean> {
    const found = await Promise.all([...this.#unknown].map((path) => this.#room.pictures.measure(path)))
    this.#unknown.clear()
    return found.some((one) => !('kind' in one))
  }

  /** Assets that pages asked for since it was last called. */
  takeAssets(): (Artifact | Derived)[] {
    const taken = this.#waiting
    this.#waiting = []
    return taken
  }

  #measured(path: string): MeasuredPicture | null {
    const measured = this.#room.pictures.get(path)
    if (measured === null) this.#unknown.add(path)
    return measured
  }

  #press(path: string, measured: MeasuredPicture): PressedPicture {
    const { facts } = measured
    if (facts.format === 'svg') {
      const { key, path: src } = this.#asItIs(path, 'image/svg+xml')
      return { shown: { src, width: facts.width, height: facts.height, sources: [] }, keys: [key] }
    }
    const { sources, fallback } = this.#renditions(measured)
    const keys: Key[] = []
    const add = (file: Rendition): string => {
      const { key, path: address } = this.#rendered(path, file)
      keys.push(key)
      return address
    }
    const shown: ShownPicture = {
      src: add(fallback),
      width: fallback.width,
      height: fallback.height,
      ...(facts.colour !== null && { colour: facts.colour }),
      sources: sources.map(({ quiet, files }) => this.#source(files, quiet, add)),
    }
    return { shown, keys }
  }

  #source(files: readonly Rendition[], quiet: boolean, add: (file: Rendition) => string): PictureSource {
    const srcset = files.map((file) => `${add(file)} ${file.width}w`).join(', ')
    const type = `image/${files[0]?.format}`
    const { sizes } = this.#room.site.pictures
    return { type, srcset, sizes, ...(quiet && { media: '(prefers-reduced-motion: reduce)' }) }
  }

  #wholePicture(path: string): Address | null {
    const measured = this.#measured(path)
    if (measured === null) return null
    if (measured.facts.format === 'svg') return this.#asItIs(path, 'image/svg+xml')
    return this.#rendered(path, this.#renditions(measured).full)
  }

  #renditions({ source, facts }: MeasuredPicture): Renditions {
    return renditions(source, facts, this.#room.site.pictures.widths)
  }

  #rendered(path: string, file: Rendition): Address {
    const name = nameOf(path)
    const stem = name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : name
    const extension = file.format === 'jpeg' ? 'jpg' : file.format
    const address = this.#to.asset(`${stem}-${file.width}.${extension}`, file.digest)
    this.#add(derivedAsset(address, file.digest, `image/${file.format}`, () => this.#room.pictures.render(path, file)))
    return address
  }

  #asItIs(path: string, contentType: string): Address {
    const body = readBytes(join(this.#room.root, path), path)
    const address = this.#to.asset(nameOf(path), digest(body))
    this.#add(artifact({ kind: 'asset', address, contentType, body }))
    return address
  }

  #add(asset: Artifact | Derived): void {
    if (this.#made.has(asset.key)) return
    this.#made.add(asset.key)
    this.#waiting.push(asset)
  }
}

/** In small letters: copies of one picture are one asset, however their names are written. */
function nameOf(path: string): string {
  return basename(path).toLowerCase()
}
