package dev.understudy.itest.hostile;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What can become of a sound file. */
enum Damage {
    /** The end is missing. */
    CUT {
        @Override
        byte[] apply(byte[] file, FormatFields anatomy, Random random) {
            int length = random.nextInt(8) == 0 ? random.nextInt(64) : random.nextInt(file.length);
            return Arrays.copyOf(file, length);
        }
    },
    /** Some bits are wrong, anywhere. */
    FLIPS {
        @Override
        byte[] apply(byte[] file, FormatFields anatomy, Random random) {
            byte[] flipped = file.clone();
            for (int i = random.nextInt(20); i >= 0; i--) {
                flipped[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return flipped;
        }
    },
    /** Some of the first bytes are others. */
    HEAD {
        @Override
        byte[] apply(byte[] file, FormatFields anatomy, Random random) {
            byte[] changed = file.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                changed[random.nextInt(Math.min(file.length, 240))] = (byte) random.nextInt(256);
            }
            return changed;
        }
    },
    /** A length, a count or an offset is a lie. */
    LENGTH {
        @Override
        byte[] apply(byte[] file, FormatFields anatomy, Random random) {
            return lied(file, anatomy.lengths(file), random);
        }
    },
    /** A width or a height is, and all sums are right. */
    SIZE {
        @Override
        byte[] apply(byte[] file, FormatFields anatomy, Random random) {
            byte[] lied = lied(file, anatomy.sizes(file), random);
            anatomy.mend(lied);
            return lied;
        }
    },
    /** The color profile is none. */
    PROFILE {
        @Override
        byte[] apply(byte[] file, FormatFields anatomy, Random random) {
            byte[] profile = new byte[200 + random.nextInt(400)];
            random.nextBytes(profile);
            if (random.nextBoolean()) {
                new Field(0, 4, true).write(profile, profile.length);
                System.arraycopy(new byte[] {'a', 'c', 's', 'p'}, 0, profile, 36, 4);
            }
            byte[] profiled = anatomy.withProfile(file, profile);
            return profiled == file ? FLIPS.apply(file, anatomy, random) : profiled;
        }
    },
    /** A stretch is lost, comes twice, or is all the same. */
    STRETCH {
        @Override
        byte[] apply(byte[] file, FormatFields anatomy, Random random) {
            int from = random.nextInt(file.length);
            int to = from + random.nextInt(Math.min(4096, file.length - from));
            int kind = random.nextInt(3);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(file, 0, kind == 1 ? to : from);
            if (kind == 2) {
                byte[] same = new byte[to - from];
                Arrays.fill(same, (byte) random.nextInt(256));
                out.writeBytes(same);
            }
            out.write(file, kind == 1 ? from : to, file.length - (kind == 1 ? from : to));
            return out.toByteArray();
        }
    },
    /** The beginning is followed by noise. */
    NOISE {
        @Override
        byte[] apply(byte[] file, FormatFields anatomy, Random random) {
            byte[] noise = file.clone();
            int from = random.nextInt(Math.min(file.length, 2000));
            byte[] rest = new byte[file.length - from];
            random.nextBytes(rest);
            System.arraycopy(rest, 0, noise, from, rest.length);
            return noise;
        }
    };

    /** The damaged file; may be sound by chance. */
    abstract byte[] apply(byte[] file, FormatFields anatomy, Random random);

    private static byte[] lied(byte[] file, List<Field> fields, Random random) {
        byte[] lied = file.clone();
        Field field = fields.get(random.nextInt(fields.size()));
        if (field.isInside(file)) {
            long[] lies = {0, 1, -1, 0x7fffffff, field.read(file) + 1, field.read(file) - 1, random.nextInt(), 0xfffe};
            field.write(lied, lies[random.nextInt(lies.length)]);
        }
        return lied;
    }
}
