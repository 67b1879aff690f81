package dev.understudy.codec.eps;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.understudy.codec.guard.GuardedEncoder;
import dev.understudy.codec.io.FileBuffer;
import dev.understudy.codec.meta.PathWriter;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.codec.raster.PrintSize;
import dev.understudy.codec.raster.SampleRows;
import dev.understudy.image.Embedded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.FormatOption;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.util.HexFormat;

/**
 * Writes Encapsulated PostScript of level 2: one image, uncompressed and binary. A profile and Photoshop's paths are in comments, where
 * programs that place the file look for them; to a printer the colors are those of its device.
 *
 * <p>Source: the reference's pages on fmt and pathEmbed; Encapsulated PostScript 3.0; ICC.1, annex B.3; Adobe Photoshop File Formats
 * Specification, "Photoshop EPS Files".
 */
public final class EpsEncoder extends GuardedEncoder {

    private static final OutputFormat EPS = OutputFormat.of("eps", "image/eps")
            .withSamples(Samples.RGB, Samples.GRAY, Samples.CMYK)
            .withOptions(FormatOption.PROFILE, FormatOption.PATHS);

    private static final int BYTES_A_LINE = 32;

    public EpsEncoder() {
        super("eps", Integer.MAX_VALUE, EPS);
    }

    @Override
    protected byte[] write(Pixels pixels, EncodeOptions options) throws IOException {
        Pixels source = opaque(pixels);
        FileBuffer file = new FileBuffer();
        PrintSize size = PrintSize.of(source, options.embedded());
        SampleRows rows = new SampleRows(source);
        print(file, head(size));
        printNotes(file, options.embedded());
        print(file, drawing(source, size));
        String image = "image\n";
        print(file, "%%BeginData: " + (image.length() + rows.length() + 1) + " Binary Bytes\n" + image);
        rows.writeTo(file, false);
        print(file, "\n%%EndData\ngrestore\nshowpage\n%%EOF\n");
        return file.toByteArray();
    }

    private static Pixels opaque(Pixels pixels) {
        Pixels opaque = pixels.withAlpha(null);
        return pixels.samples() == Samples.CMYK ? opaque : PlaneConversions.toRgb(opaque);
    }

    private static String head(PrintSize size) {
        return "%!PS-Adobe-3.0 EPSF-3.0\n"
                + "%%BoundingBox: 0 0 " + (long) Math.ceil(size.width()) + " " + (long) Math.ceil(size.height()) + "\n"
                + "%%HiResBoundingBox: 0 0 " + PrintSize.text(size.width()) + " " + PrintSize.text(size.height()) + "\n"
                + "%%LanguageLevel: 2\n%%DocumentData: Binary\n%%Pages: 1\n%%EndComments\n%%Page: 1 1\n";
    }

    private static void printNotes(FileBuffer file, Embedded notes) {
        if (notes.profile() != null) {
            byte[] profile = notes.profile().bytes();
            print(file, "%%BeginICCProfile: (image) " + profile.length + " Hex Bytes\n");
            printHex(file, profile);
            print(file, "%%EndICCProfile\n");
        }
        if (!notes.paths().isEmpty()) {
            byte[] paths = PathWriter.write(notes.paths());
            print(file, "%BeginPhotoshop: " + paths.length + "\n");
            printHex(file, paths);
            print(file, "%EndPhotoshop\n");
        }
    }

    private static void printHex(FileBuffer file, byte[] bytes) {
        for (int from = 0; from < bytes.length; from += BYTES_A_LINE) {
            int to = Math.min(bytes.length, from + BYTES_A_LINE);
            print(file, "% " + HexFormat.of().formatHex(bytes, from, to) + "\n");
        }
    }

    private static String drawing(Pixels pixels, PrintSize size) {
        int width = pixels.width();
        int height = pixels.height();
        return "gsave\n" + PrintSize.text(size.width()) + " " + PrintSize.text(size.height()) + " scale\n"
                + space(pixels.samples()) + " setcolorspace\n"
                + "<< /ImageType 1 /Width " + width + " /Height " + height + " /BitsPerComponent 8"
                + " /Decode [" + "0 1 ".repeat(pixels.planes().size()) + "]"
                + " /ImageMatrix [" + width + " 0 0 " + -height + " 0 " + height + "] /DataSource currentfile >>\n";
    }

    private static String space(Samples samples) {
        return switch (samples) {
            case GRAY -> "/DeviceGray";
            case RGB, YCC -> "/DeviceRGB";
            case CMYK -> "/DeviceCMYK";
        };
    }

    private static void print(FileBuffer file, String text) {
        file.write(text.getBytes(US_ASCII));
    }
}
