package dev.understudy.itest.conformance;

import java.util.TreeSet;

/**
 * What the markers of a JPEG file say.
 *
 * @param frame the start-of-frame marker's second byte
 * @param components color components
 * @param sampling horizontal and vertical factor of the first component, as {@code 0xhv}
 * @param dpi pixels an inch in the JFIF header, 0 for none
 * @param scans how many scans there are
 */
record JpegFacts(int frame, int components, int sampling, int dpi, int scans) {

    static JpegFacts of(byte[] file) {
        int dpi = 0;
        int at = 2;
        while (at + 9 < file.length) {
            int marker = file[at + 1] & 0xff;
            if (marker == 0xe0 && file[at + 4] == 'J' && file[at + 11] == 1) {
                dpi = two(file, at + 12);
            }
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                return new JpegFacts(marker, file[at + 9], file[at + 11] & 0xff, dpi, scans(file, at));
            }
            at += 2 + two(file, at + 2);
        }
        throw new AssertionError("a JPEG without a frame");
    }

    /** Behind the frame, what looks like the start of a scan is one. */
    private static int scans(byte[] file, int frame) {
        int scans = 0;
        for (int i = frame; i + 1 < file.length; i++) {
            scans += (file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == 0xda ? 1 : 0;
        }
        return scans;
    }

    TreeSet<String> words() {
        TreeSet<String> words = new TreeSet<>();
        words.add(frame == 0xc2 ? "progressive" : "baseline");
        words.add(components == 1 ? "gray" : sampling == 0x11 ? "4:4:4" : sampling == 0x22 ? "4:2:0" : "subsampled");
        words.add(dpi + "dpi");
        words.add(scans + "scans");
        return words;
    }

    private static int two(byte[] file, int at) {
        return (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
    }
}
