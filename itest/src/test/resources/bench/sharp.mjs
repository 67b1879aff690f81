// Draws images with sharp, in process, one at a time: a line of tab-separated words in, a line with milliseconds and bytes out.
import readline from 'node:readline';
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

sharp.cache(false);
sharp.concurrency(Number(process.argv[2]));

const written = {
  jpeg: (image) => image.jpeg({ quality: 80 }),
  webp: (image) => image.webp({ quality: 80 }),
  png: (image) => image.png(),
};

const source = {
  jpeg: (image) => image.jpeg({ quality: 90 }),
  jpeg444: (image) => image.jpeg({ quality: 90, chromaSubsampling: '4:4:4' }),
  progressive: (image) => image.jpeg({ quality: 90, progressive: true }),
  cmyk: (image) => image.toColourspace('cmyk').jpeg({ quality: 90 }),
  png: (image) => image.png({ compressionLevel: 6 }),
};

const commands = {
  async resize(file, width, format) {
    return written[format](sharp(file).resize(Number(width))).toBuffer();
  },
  async region(file, left, top, side, format) {
    const area = { left: Number(left), top: Number(top), width: Number(side), height: Number(side) };
    return written[format](sharp(file).extract(area)).toBuffer();
  },
  // A wall of photographs at their own size, so that a large source is as hard to decode as a photograph of its size.
  async make(file, width, height, kind, ...photographs) {
    const wall = { width: Number(width), height: Number(height), channels: 3, background: '#888' };
    const tiles = [];
    let left = 0;
    let top = 0;
    for (let i = 0; top < Number(height); i++) {
      const tile = await sharp(photographs[i % photographs.length]).resize(1000, 750, { fit: 'cover' })
        .extract({ left: 0, top: 0, width: Math.min(1000, Number(width) - left), height: Math.min(750, Number(height) - top) })
        .png({ compressionLevel: 0 }).toBuffer();
      tiles.push({ input: tile, left, top });
      left += 1000;
      if (left >= Number(width)) {
        left = 0;
        top += 750;
      }
    }
    const pixels = await sharp({ create: wall }).composite(tiles).png({ compressionLevel: 0 }).toBuffer();
    const bytes = await source[kind](sharp(pixels)).toBuffer();
    await writeFile(file, bytes);
    return bytes;
  },
};

console.log(`ready\t${sharp.versions.sharp}\t${sharp.versions.vips}`);
for await (const line of readline.createInterface({ input: process.stdin })) {
  const [name, ...values] = line.split('\t');
  const start = performance.now();
  try {
    const bytes = await commands[name](...values);
    console.log(`${performance.now() - start}\t${bytes.length}`);
  } catch (error) {
    console.log(`failed\t${error.message.replaceAll('\n', ' ')}`);
  }
}
