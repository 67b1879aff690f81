package dev.understudy.codec.pdf;

import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.jpeg.encode.InkStorage;
import dev.understudy.codec.jpeg.encode.JpegWriter;
import dev.understudy.codec.png.FilteredSamples;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.codec.raster.PrintSize;
import dev.understudy.codec.raster.SampleRows;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.FormatOption;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.io.IOException;

/**
 * Writes PDF: a page that is as large as the image is printed, and the image on it.
 *
 * <p>Source: the reference's page on fmt; PDF 1.4, sections 3.3, 3.4 and 4.8.
 */
public final class PdfEncoder extends GuardedEncoder {

    private static final Compression ZIP = Compression.lossless("zip");
    private static final Compression JPEG = Compression.lossyChroma("jpeg");

    private static final OutputFormat PDF = OutputFormat.of("pdf", "application/pdf")
            .withSamples(Samples.RGB, Samples.GRAY, Samples.CMYK)
            .withCompressions(Compression.NONE, ZIP, JPEG)
            .withOptions(FormatOption.PROFILE);

    /** No reader shows larger pages; an image that would be larger is printed smaller. */
    private static final double LONGEST_PAGE = 14_400;

    private static final int CATALOG = 1;
    private static final int PAGES = 2;
    private static final int PAGE = 3;
    private static final int CONTENT = 4;
    private static final int IMAGE = 5;
    private static final int PROFILE = 6;

    /** The image, and the file in parts and as a whole, for one that compression makes larger. */
    private static final int BYTES_A_PIXEL = 20;
    /** The file in parts and as a whole, around a JPEG that is larger than its samples. */
    private static final int BYTES_A_PIXEL_OF_JPEG = 12;

    private final JpegWriter jpeg = new JpegWriter(InkStorage.PLAIN);

    public PdfEncoder() {
        super("pdf", Integer.MAX_VALUE, PDF);
    }

    @Override
    public long memory(PixelSize size, EncodeOptions options) {
        return options.compression().equals(JPEG)
                ? JpegWriter.memory(size, false) + size.area() * BYTES_A_PIXEL_OF_JPEG
                : size.area() * BYTES_A_PIXEL;
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options) throws IOException, ServeException {
        PdfWriter writer = new PdfWriter();
        writePage(writer, PrintSize.of(pixels, options.embedded()).atMost(LONGEST_PAGE));
        Pixels source = converted(pixels, options.compression());
        ColorProfile profile = options.embedded().profile();
        String colors = colors(source.samples());
        String head = "/Type /XObject /Subtype /Image /Width " + source.width() + " /Height " + source.height()
                + " /BitsPerComponent 8 /ColorSpace "
                + (profile == null ? colors : "[/ICCBased " + PROFILE + " 0 R]");
        writeImage(writer, head, source, options);
        if (profile != null) {
            String entries = "/N " + source.samples().planes() + " /Alternate " + colors;
            writer.stream(PROFILE, entries, out -> out.write(profile.bytes()));
        }
        return writer.end(CATALOG);
    }

    private static void writePage(PdfWriter writer, PrintSize size) throws IOException {
        String width = PrintSize.text(size.width());
        String height = PrintSize.text(size.height());
        writer.object(CATALOG, "<< /Type /Catalog /Pages " + PAGES + " 0 R >>");
        writer.object(PAGES, "<< /Type /Pages /Kids [" + PAGE + " 0 R] /Count 1 >>");
        writer.object(
                PAGE,
                "<< /Type /Page /Parent " + PAGES + " 0 R /MediaBox [0 0 " + width + " " + height + "]"
                        + " /Resources << /XObject << /Image " + IMAGE + " 0 R >> >> /Contents " + CONTENT + " 0 R >>");
        String content = "q " + width + " 0 0 " + height + " 0 0 cm /Image Do Q";
        writer.stream(CONTENT, "", out -> out.write(PdfWriter.bytes(content)));
    }

    private void writeImage(PdfWriter writer, String head, Pixels pixels, EncodeOptions options)
            throws IOException, ServeException {
        if (options.compression().equals(JPEG)) {
            requireSides(pixels, JpegWriter.MAX_SIDE, "pdf with jpeg");
            byte[] image = jpeg.write(pixels, options);
            writer.stream(IMAGE, head + " /Filter /DCTDecode", out -> out.write(image));
        } else if (options.compression().equals(ZIP)) {
            String filter = " /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors "
                    + pixels.samples().planes() + " /BitsPerComponent 8 /Columns " + pixels.width() + " >>";
            writer.stream(IMAGE, head + filter, out -> FilteredSamples.write(pixels, out));
        } else {
            writer.stream(IMAGE, head, out -> new SampleRows(pixels).writeTo(out, false));
        }
    }

    /** The image as it is stored; a page has no transparency. */
    private static Pixels converted(Pixels pixels, Compression compression) {
        Pixels opaque = pixels.withAlpha(null);
        if (pixels.samples() == Samples.CMYK) {
            return opaque;
        }
        return compression.equals(JPEG) ? PlaneConversions.toYcc(opaque) : PlaneConversions.toRgb(opaque);
    }

    private static String colors(Samples samples) {
        return switch (samples) {
            case GRAY -> "/DeviceGray";
            case RGB, YCC -> "/DeviceRGB";
            case CMYK -> "/DeviceCMYK";
        };
    }
}
