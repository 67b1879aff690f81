package dev.understudy.image;

/** What the planes of an image mean. */
public enum Samples {
    /** One plane of lightness, 0 black. */
    GRAY(1),
    /** Luma and two chroma planes as JFIF has them (BT.601, full range); the chroma planes may be subsampled. */
    YCC(3),
    /** Red, green, blue. */
    RGB(3),
    /** Cyan, magenta, yellow, black; 0 is no ink. */
    CMYK(4);

    private final int planes;

    Samples(int planes) {
        this.planes = planes;
    }

    /** How many color planes such an image has. */
    public int planes() {
        return planes;
    }
}
