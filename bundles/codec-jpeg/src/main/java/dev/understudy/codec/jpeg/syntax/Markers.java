package dev.understudy.codec.jpeg.syntax;

/** The second bytes of JPEG markers; the first is 0xff. */
public final class Markers {

    public static final int TEM = 0x01;
    public static final int SOF0 = 0xc0;
    public static final int SOF1 = 0xc1;
    public static final int SOF2 = 0xc2;
    public static final int DHT = 0xc4;
    public static final int JPG = 0xc8;
    public static final int DAC = 0xcc;
    public static final int SOF15 = 0xcf;
    public static final int RST0 = 0xd0;
    public static final int RST7 = 0xd7;
    public static final int SOI = 0xd8;
    public static final int EOI = 0xd9;
    public static final int SOS = 0xda;
    public static final int DQT = 0xdb;
    public static final int DNL = 0xdc;
    public static final int DRI = 0xdd;
    public static final int APP0 = 0xe0;
    public static final int APP1 = 0xe1;
    public static final int APP2 = 0xe2;
    public static final int APP13 = 0xed;
    public static final int APP14 = 0xee;
    public static final int APP15 = 0xef;
    public static final int COM = 0xfe;

    private Markers() {}

    public static boolean isFrame(int marker) {
        return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
    }

    public static boolean isRestart(int marker) {
        return marker >= RST0 && marker <= RST7;
    }

    /** Whether a marker stands alone, without a segment, and means nothing between segments. */
    public static boolean isAlone(int marker) {
        return isRestart(marker) || marker == TEM;
    }

    /** Whether a marker has a segment that may stand in an image; others are damage. */
    public static boolean hasSegment(int marker) {
        return isNote(marker) || isFrame(marker) || (marker >= SOS && marker <= DRI) || marker == DHT || marker == DAC;
    }

    /** Whether an image ends: another one, such as a preview, may follow it without an end marker. */
    public static boolean isEnd(int marker) {
        return marker == EOI || marker == SOI || isFrame(marker);
    }

    /** Whether a segment says something about the image instead of being part of it. */
    public static boolean isNote(int marker) {
        return (marker >= APP0 && marker <= APP15) || marker == COM;
    }
}
