package dev.understudy.image;

/**
 * What a file says about its image before any pixel is decoded.
 *
 * @param format lower-case name of the file format: jpeg, png, gif, tiff, webp, bmp, psd, svg
 * @param width stored columns, before the orientation is applied
 * @param height stored rows, before the orientation is applied
 * @param orientation how to turn the stored image
 * @param samples what the decoded planes will mean
 * @param bitsPerSample as stored, 1..32
 * @param alpha whether there is transparency
 * @param profile whether an ICC profile is embedded
 * @param resolution pixels an inch, 0 when the file does not say
 * @param smallerInFile the file holds the image smaller as well, at 1/2, 1/4 and so on of its size down to 1 of this: a power
 *     of 2; 1 when it is there at its full size alone
 * @param progressive whether the pixels come in passes that refine each other, so that a decoder keeps more than the pixels
 * @param multiplied whether the file has its colors multiplied by their opacity; those of the decoded planes are not
 */
public record ImageInfo(
        String format,
        int width,
        int height,
        Orientation orientation,
        Samples samples,
        int bitsPerSample,
        boolean alpha,
        boolean profile,
        double resolution,
        int smallerInFile,
        boolean progressive,
        boolean multiplied) {

    public ImageInfo {
        if (Integer.bitCount(smallerInFile) != 1) {
            throw new IllegalArgumentException("1/" + smallerInFile + " of the size");
        }
    }

    /** Of an image whose colors are not multiplied by their opacity. */
    public ImageInfo(
            String format,
            int width,
            int height,
            Orientation orientation,
            Samples samples,
            int bitsPerSample,
            boolean alpha,
            boolean profile,
            double resolution,
            int smallerInFile,
            boolean progressive) {
        this(
                format,
                width,
                height,
                orientation,
                samples,
                bitsPerSample,
                alpha,
                profile,
                resolution,
                smallerInFile,
                progressive,
                false);
    }

    /** Of an image that is in its file at its full size alone, in one pass. */
    public ImageInfo(
            String format,
            int width,
            int height,
            Orientation orientation,
            Samples samples,
            int bitsPerSample,
            boolean alpha,
            boolean profile,
            double resolution) {
        this(format, width, height, orientation, samples, bitsPerSample, alpha, profile, resolution, 1, false);
    }

    /** Columns as the photographer saw them. */
    public int uprightWidth() {
        return orientation.swapsSides() ? height : width;
    }

    /** Rows as the photographer saw them. */
    public int uprightHeight() {
        return orientation.swapsSides() ? width : height;
    }

    /** What a pixel takes while it is decoded: its samples as they are stored, in whole bytes, and once more as planes. */
    public int bytesPerPixel() {
        int stored = (bitsPerSample + Byte.SIZE - 1) / Byte.SIZE;
        return (samples.planes() + (alpha ? 1 : 0)) * (stored + 1);
    }

    /** How many pixels there are. */
    public long area() {
        return (long) width * height;
    }
}
