import type { Picture } from './picture.js'

/** A picture in pixels, twice as many as its size: sharp on paper and on a projector. */
export async function pngOf({ text, width, height }: Picture): Promise<Blob> {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    await image.decode()
  } finally {
    URL.revokeObjectURL(image.src)
  }
  const canvas = document.createElement('canvas')
  canvas.width = 2 * width
  canvas.height = 2 * height
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}
