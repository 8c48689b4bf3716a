import sharp, { type Sharp } from 'sharp'

/** A picture of soft colours that a camera might have taken. */
export function photo(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) pixels.set([(x * 200) / width, (y * 255) / height, 255 - (x * 200) / width], (y * width + x) * 3)
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}
