package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.io.FileBuffer;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.util.ArrayList;
import java.util.List;

/** Writes JPEG images, for files of their own or within others, from planes that stay as they are. */
public final class JpegWriter {

    /** The longest side in pixels: a little less than the format's own limit, as other programs have it. */
    public static final int MAX_SIDE = 65_500;

    private static final int MOST_INKS = 4;
    private static final int BYTES_A_PIXEL = 16;
    private static final int COEFFICIENT_BYTES_A_PIXEL = 9;
    private static final int ALL_BITS = 0xff;

    private final InkStorage inks;

    /**
     * A writer.
     *
     * @param inks how CMYK images are stored
     */
    public JpegWriter(InkStorage inks) {
        this.inks = inks;
    }

    /**
     * What writing takes at most, the image among it: the planes and those of luma and chroma, the file in parts and as a whole,
     * coefficients and symbols, for four inks of which nothing can be compressed.
     */
    public static long memory(PixelSize size, boolean progressive) {
        long bytes = size.area() * (progressive ? BYTES_A_PIXEL + COEFFICIENT_BYTES_A_PIXEL : BYTES_A_PIXEL);
        long symbols = Math.min(size.area() * MOST_INKS, ScanWriter.MOST_KEPT)
                + SequentialScanEncoder.mostSymbols(size.width(), size.area());
        return bytes + symbols * Integer.BYTES;
    }

    /** Whether an image can have a resolution in pixels an inch without a segment of notes; one of four inks never can. */
    public static boolean holdsResolution(double resolution) {
        return Headers.holds(resolution);
    }

    /**
     * A sequential image in the quality, with the chroma and with the resolution of the options; whatever else is to be in the
     * file is not.
     *
     * @param pixels GRAY, YCC or CMYK; its alpha is left out
     */
    public byte[] write(Pixels pixels, EncodeOptions options) {
        return write(pixels, options, false, new byte[0]);
    }

    /**
     * A file.
     *
     * @param pixels GRAY, YCC or CMYK; its alpha is left out
     * @param progressive whether it is progressive
     * @param notes segments that come after the first one
     */
    public byte[] write(Pixels pixels, EncodeOptions options, boolean progressive, byte[] notes) {
        return write(pixels, options, progressive, notes, IdleProcessors.NONE);
    }

    /**
     * The same file, with help.
     *
     * @param processors what may help
     */
    public byte[] write(
            Pixels pixels, EncodeOptions options, boolean progressive, byte[] notes, IdleProcessors processors) {
        Frame frame = Frame.of(pixels, options.fullChroma());
        List<QuantizationTable> tables = tables(pixels, options.quality());
        FileBuffer file = new FileBuffer();
        Headers headers = new Headers(file);
        headers.writeStart();
        writeKind(pixels.samples(), options, headers);
        file.write(notes);
        headers.writeQuantization(tables);
        headers.writeFrame(frame, progressive);
        int components = frame.components().size();
        int flip = isAdobe(pixels.samples()) ? ALL_BITS : 0;
        FrameEncoder encoder = new FrameEncoder(frame, tables, flip, processors);
        if (progressive) {
            encoder.writeProgressive(scans(components, options.scans()), headers, file);
        } else {
            encoder.writeSequential(ScanScript.sequential(components), headers, file);
        }
        headers.writeEnd();
        return file.toByteArray();
    }

    /** Writes the segment that says what the components are; JFIF knows no inks. */
    private void writeKind(Samples samples, EncodeOptions options, Headers headers) {
        if (isAdobe(samples)) {
            headers.writeAdobe();
        } else if (samples != Samples.CMYK) {
            headers.writeJfif(options.embedded().resolution());
        }
    }

    private boolean isAdobe(Samples samples) {
        return samples == Samples.CMYK && inks == InkStorage.ADOBE;
    }

    private static List<ScanPlan> scans(int components, int passes) {
        return passes == EncodeOptions.USUAL_SCANS
                ? ScanScript.usual(components)
                : ScanScript.passes(passes, components);
    }

    private static List<QuantizationTable> tables(Pixels pixels, double quality) {
        List<QuantizationTable> tables = new ArrayList<>();
        tables.add(QuantizationTable.luma(quality));
        if (pixels.samples() == Samples.YCC) {
            tables.add(QuantizationTable.chroma(quality));
        }
        return tables;
    }
}
