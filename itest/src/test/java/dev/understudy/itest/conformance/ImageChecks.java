package dev.understudy.itest.conformance;

import java.util.Arrays;

/** What pixels must be. */
final class ImageChecks {

    private static final int DARK = 128;

    private ImageChecks() {}

    /** {@code x,y #rrggbb ±n}, with {@code #rrggbbaa} where there is transparency. */
    static Check pixel(String rest) {
        String[] words = rest.split(" +", 2);
        return flat(words[0] + ",1,1 " + words[1]);
    }

    /** {@code x,y,width,height #rrggbb ±n}: every pixel of a rectangle. */
    static Check flat(String rest) {
        String[] words = rest.split(" +");
        int[] area = integers(words[0]);
        int[] wanted = color(words[1]);
        int tolerance = words.length > 2 ? Integer.parseInt(words[2].substring(1)) : 0;
        return exchange -> {
            ReplyImage image = exchange.image();
            for (int y = area[1]; y < area[1] + area[3]; y++) {
                for (int x = area[0]; x < area[0] + area[2]; x++) {
                    if (!alike(wanted, image.argb(x, y), tolerance)) {
                        throw new AssertionError("pixel %d,%d is #%06x, alpha %02x, instead of %s"
                                .formatted(x, y, image.argb(x, y) & 0xffffff, image.argb(x, y) >>> 24, words[1]));
                    }
                }
            }
        };
    }

    /** {@code x,y,width,height min..max}: how many per cent of a rectangle are dark. */
    static Check ink(String rest) {
        String[] words = rest.split(" +");
        int[] area = integers(words[0]);
        double[] range = Arrays.stream(words[1].split("\\.\\."))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return exchange -> {
            ReplyImage image = exchange.image();
            int dark = 0;
            for (int y = area[1]; y < area[1] + area[3]; y++) {
                for (int x = area[0]; x < area[0] + area[2]; x++) {
                    dark += (image.argb(x, y) >> 8 & 0xff) < DARK ? 1 : 0;
                }
            }
            double share = 100.0 * dark / ((double) area[2] * area[3]);
            if (share < range[0] || share > range[1]) {
                throw new AssertionError(share + " % of " + words[0] + " are dark instead of " + words[1]);
            }
        };
    }

    /** {@code x,y,width,height #rrggbb ±n}: the mean color of a rectangle, for photographs. */
    static Check mean(String rest) {
        String[] words = rest.split(" +");
        int[] area = integers(words[0]);
        int[] wanted = color(words[1]);
        int tolerance = Integer.parseInt(words[2].substring(1));
        return exchange -> {
            ReplyImage image = exchange.image();
            double[] sums = new double[3];
            for (int y = area[1]; y < area[1] + area[3]; y++) {
                for (int x = area[0]; x < area[0] + area[2]; x++) {
                    for (int c = 0; c < 3; c++) {
                        sums[c] += image.argb(x, y) >> 16 - 8 * c & 0xff;
                    }
                }
            }
            double[] mean = Arrays.stream(sums)
                    .map(sum -> sum / ((double) area[2] * area[3]))
                    .toArray();
            for (int c = 0; c < 3; c++) {
                if (Math.abs(mean[c] - wanted[c]) > tolerance) {
                    throw new AssertionError(
                            "the mean of " + words[0] + " is " + Arrays.toString(mean) + " instead of " + words[1]);
                }
            }
        };
    }

    static int[] integers(String list) {
        return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    /** Red, green, blue and alpha. */
    private static int[] color(String text) {
        long digits = Long.parseLong(text.substring(1), 16);
        long rgba = text.length() > 7 ? digits : digits << 8 | 0xff;
        return new int[] {(int) (rgba >> 24), (int) (rgba >> 16 & 0xff), (int) (rgba >> 8 & 0xff), (int) (rgba & 0xff)};
    }

    private static boolean alike(int[] wanted, int argb, int tolerance) {
        if (Math.abs(wanted[3] - (argb >>> 24)) > tolerance) {
            return false;
        }
        return wanted[3] == 0
                || Math.abs(wanted[0] - (argb >> 16 & 0xff)) <= tolerance
                        && Math.abs(wanted[1] - (argb >> 8 & 0xff)) <= tolerance
                        && Math.abs(wanted[2] - (argb & 0xff)) <= tolerance;
    }
}
