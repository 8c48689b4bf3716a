import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * A screenshot with few colours, a third of its size or less: pages have few.
 *
 * @param png as Chromium writes it, 8 bits a channel, not interlaced
 * @param colours at most 256; 16 and fewer take half a byte a pixel
 */
export function palettePng(png: Uint8Array, colours = 256): Uint8Array {
  const { width, height, step, data } = decode(Buffer.from(png))
  const pixels = unfilter(data, width * step, height, step)
  const { palette, indexes } = quantise(pixels, step, colours)
  const depth = colours > 16 ? 8 : 4
  const rows = packed(indexes, width, depth)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, 3, 0, 0, 0], 8)
  const chunks = [
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([signature, ...chunks])
}

/** Rows of palette indexes, each after a byte that says: no filter. */
function packed(indexes: Uint8Array, width: number, depth: 4 | 8): Buffer {
  const stride = Math.ceil((width * depth) / 8) + 1
  const rows = Buffer.alloc((indexes.length / width) * stride)
  for (const [pixel, index] of indexes.entries()) {
    const column = pixel % width
    const at = Math.floor(pixel / width) * stride + 1 + ((column * depth) >> 3)
    rows[at] = (rows[at] ?? 0) | (depth === 4 && column % 2 === 0 ? index << 4 : index)
  }
  return rows
}

interface Decoded {
  readonly width: number
  readonly height: number
  /** Bytes of a pixel. */
  readonly step: 3 | 4
  readonly data: Buffer
}

function decode(png: Buffer): Decoded {
  const [depth, colour] = [png[24], png[25]]
  if (depth !== 8 || (colour !== 2 && colour !== 6) || png[28] !== 0)
    throw new Error(`no screenshot: ${depth} bits of colour type ${colour}`)
  const parts: Buffer[] = []
  for (let at = signature.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const body = at + 8
    if (png.toString('latin1', at + 4, body) === 'IDAT') parts.push(png.subarray(body, body + png.readUInt32BE(at)))
  }
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), step: colour === 2 ? 3 : 4, data: inflateSync(Buffer.concat(parts)) }
}

/** PNG's five filters, undone. @param stride bytes of a row @param step bytes of a pixel */
function unfilter(data: Buffer, stride: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(stride * height)
  for (let row = 0; row < height; row++) {
    const filter = data[row * (stride + 1)]
    for (let column = 0; column < stride; column++) {
      const at = row * stride + column
      const left = column < step ? 0 : (out[at - step] ?? 0)
      const above = out[at - stride] ?? 0
      const corner = column < step ? 0 : (out[at - stride - step] ?? 0)
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0
      out[at] = (data[at + row + 1] ?? 0) + guess
    }
  }
  return out
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}

type Rgb = readonly [red: number, green: number, blue: number]

interface Colour {
  /** Its first five bits a channel. */
  readonly cell: number
  readonly rgb: Rgb
  /** Pixels. */
  readonly weight: number
}

function quantise(pixels: Uint8Array, step: number, limit: number): { palette: Buffer; indexes: Uint8Array } {
  const cells = new Uint16Array(pixels.length / step)
  const sums = new Map<number, [weight: number, red: number, green: number, blue: number]>()
  for (let pixel = 0; pixel < cells.length; pixel++) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(pixel * step, pixel * step + 3)
    const cell = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3)
    cells[pixel] = cell
    const sum = sums.get(cell) ?? [0, 0, 0, 0]
    sums.set(cell, [sum[0] + 1, sum[1] + red, sum[2] + green, sum[3] + blue])
  }
  const colours = Array.from(sums, ([cell, [weight, ...sum]]) => ({
    cell,
    weight,
    rgb: sum.map((part) => part / weight) as unknown as Rgb,
  }))
  const boxes = partition(colours, limit)
  const indexOf = new Map(boxes.flatMap((box, index) => box.map(({ cell }) => [cell, index] as const)))
  const palette = Buffer.from(boxes.flatMap((box) => channels.map((channel) => Math.round(mean(box, channel)))))
  return { palette, indexes: Uint8Array.from(cells, (cell) => indexOf.get(cell) ?? 0) }
}

const channels = [0, 1, 2] as const

/** Boxes of colours that are near each other: the one that is worst off is cut in two at its mean, again and again. */
function partition(colours: readonly Colour[], limit: number): (readonly Colour[])[] {
  const boxes = [worst(colours)]
  while (boxes.length < limit) {
    boxes.sort((a, b) => b.error - a.error)
    const { box, channel, error } = boxes[0] as Worst
    if (error === 0) break
    const middle = mean(box, channel)
    boxes.splice(0, 1, worst(box.filter(({ rgb }) => rgb[channel] <= middle)), worst(box.filter(({ rgb }) => rgb[channel] > middle)))
  }
  return boxes.map(({ box }) => box)
}

interface Worst {
  readonly box: readonly Colour[]
  readonly channel: (typeof channels)[number]
  /** Squares of what its colours lie off its mean in that channel. */
  readonly error: number
}

function worst(box: readonly Colour[]): Worst {
  const errors = channels.map((channel) => {
    const middle = mean(box, channel)
    return { box, channel, error: box.reduce((sum, { rgb, weight }) => sum + weight * (rgb[channel] - middle) ** 2, 0) }
  })
  return errors.reduce((one, other) => (other.error > one.error ? other : one))
}

function mean(box: readonly Colour[], channel: (typeof channels)[number]): number {
  const [sum, weight] = box.reduce(([sum, all], colour) => [sum + colour.weight * colour.rgb[channel], all + colour.weight], [0, 0])
  return (sum ?? 0) / (weight ?? 1)
}

function chunk(name: string, body: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const frame = Buffer.alloc(4)
  frame.writeUInt32BE(body.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(typed))
  return Buffer.concat([frame, typed, check])
}
