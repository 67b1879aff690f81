// Draws images with sharp, in process: a line of tab-separated words in, a line with milliseconds and bytes out.
import readline from 'node:readline';
import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

sharp.cache(false);
sharp.concurrency(Number(process.argv[2]));

const written = {
  jpeg: (image) => image.jpeg({ quality: 80 }),
  webp: (image) => image.webp({ quality: 80 }),
  png: (image) => image.png(),
};

// libvips writes chroma at half or full size in both directions; the one between is left to libjpeg-turbo's program.
async function halfChroma(image, file) {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const raw = `${file}.ppm`;
  await writeFile(raw, Buffer.concat([Buffer.from(`P6\n${info.width} ${info.height}\n255\n`), data]));
  execFileSync('cjpeg', ['-quality', '90', '-sample', '2x1', '-outfile', file, raw]);
  await rm(raw);
}

const source = {
  BASELINE: (image) => image.jpeg({ quality: 90 }),
  FULL_CHROMA: (image) => image.jpeg({ quality: 90, chromaSubsampling: '4:4:4' }),
  PROGRESSIVE: (image) => image.jpeg({ quality: 90, progressive: true }),
  CMYK: (image) => image.toColourspace('cmyk').jpeg({ quality: 90 }),
  PNG: (image) => image.png({ compressionLevel: 6 }),
};

async function atOnce(count, draw) {
  const drawn = await Promise.all(Array.from({ length: Number(count) }, draw));
  return drawn[0].length;
}

const commands = {
  resize(count, file, width, format) {
    return atOnce(count, () => written[format](sharp(file).resize(Number(width))).toBuffer());
  },
  region(count, file, left, top, side, format) {
    const area = { left: Number(left), top: Number(top), width: Number(side), height: Number(side) };
    return atOnce(count, () => written[format](sharp(file).extract(area)).toBuffer());
  },
  // From the smallest level of a pyramid that is not smaller than what is wanted.
  level(count, file, sourceWidth, width, format) {
    let page = 0;
    for (let size = Number(sourceWidth) >> 1; size >= Number(width); size >>= 1) {
      page++;
    }
    return atOnce(count, () => written[format](sharp(file, { page }).resize(Number(width))).toBuffer());
  },
  async makePyramid(file, pyramid) {
    const image = sharp(file).tiff({ tile: true, pyramid: true, compression: 'jpeg', quality: 90 });
    return (await image.toFile(pyramid)).size;
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
    if (kind === 'HALF_CHROMA') {
      await halfChroma(sharp(pixels), file);
      return pixels.length;
    }
    const bytes = await source[kind](sharp(pixels)).toBuffer();
    await writeFile(file, bytes);
    return bytes.length;
  },
};

console.log(`ready\t${sharp.versions.sharp}\t${sharp.versions.vips}`);
for await (const line of readline.createInterface({ input: process.stdin })) {
  const [name, ...values] = line.split('\t');
  const start = performance.now();
  try {
    const bytes = await commands[name](...values);
    console.log(`${performance.now() - start}\t${bytes}`);
  } catch (error) {
    console.log(`failed\t${error.message.replaceAll('\n', ' ')}`);
  }
}
