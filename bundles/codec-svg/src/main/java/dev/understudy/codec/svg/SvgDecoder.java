package dev.understudy.codec.svg;

import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.guard.GuardedDecoder;
import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.raster.RasterImages;
import dev.understudy.codec.svg.document.PartFailure;
import dev.understudy.codec.svg.document.SvgDamage;
import dev.understudy.codec.svg.document.SvgParser;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.embedded.DataImages;
import dev.understudy.codec.svg.font.SvgFonts;
import dev.understudy.codec.svg.paint.SvgImage;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Reads static SVG 1.1. What is not painted here and could change a pixel is refused by name; damage of the document is all or
 * nothing, since a file that is cut off is no XML.
 */
public final class SvgDecoder extends GuardedDecoder {

    /** The start of XML, behind a byte order mark, with the zeros of UTF-16 left out; what kind it is may come later. */
    private static final Pattern START = Pattern.compile(
            "(\\u00ef\\u00bb\\u00bf|\\u00fe\\u00ff|\\u00ff\\u00fe)?\\s*<(\\?xml|svg|!--|!DOCTYPE\\s).*",
            Pattern.DOTALL);

    private static final int GZIP = 0x1f8b08;

    private final SvgFonts fonts;
    private final Decoder jpeg;
    private final int mostBytes;

    /**
     * A decoder with fonts and limits.
     *
     * @param jpeg reads images in JPEG that stand in files
     */
    public SvgDecoder(SvgSettings settings, Decoder jpeg) {
        super("svg");
        this.jpeg = jpeg;
        fonts = new SvgFonts(settings.fontRoot());
        mostBytes = settings.mostKilobytes() * 1024;
    }

    @Override
    public boolean recognizes(ByteBuffer head) {
        if (head.remaining() >= 4 && head.getInt(head.position()) >>> 8 == GZIP) {
            return true;
        }
        String start = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
        return START.matcher(start.replace("\0", "")).matches();
    }

    @Override
    protected ImageInfo readInfo(Input input) throws IOException, ServeException {
        return painting(() -> info(image(input, Tolerance.STRICT)));
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request) throws IOException, ServeException {
        return readPixels(input, request, Tolerance.STRICT);
    }

    private Decoded readPixels(Input input, DecodeRequest request, Tolerance tolerance)
            throws IOException, ServeException {
        return painting(() -> {
            SvgImage image = image(input, tolerance);
            ImageInfo info = info(image);
            return part(info, RasterImages.painted(image.paint(info.width(), info.height()), true), request);
        });
    }

    @Override
    protected ImageInfo salvageInfo(Input input) throws IOException, ServeException {
        return readInfo(input);
    }

    @Override
    protected Decoded salvagePixels(Input input, DecodeRequest request) throws IOException, ServeException {
        return readPixels(input, request, Tolerance.LENIENT);
    }

    @Override
    protected long bytes(ImageInfo info, DecodeRequest request) {
        return SvgImage.MORE_BYTES + info.area() * (SvgImage.BYTES_PER_PIXEL + 2L * info.bytesPerPixel());
    }

    private SvgImage image(Input input, Tolerance tolerance) throws IOException {
        return SvgImage.of(SvgParser.parse(SvgInput.of(input, mostBytes)), fonts, new DataImages(jpeg, tolerance));
    }

    private static ImageInfo info(SvgImage image) throws IOException, ServeException {
        DimensionChecks.check(image.columns(), image.rows());
        return new ImageInfo(
                "svg", (int) image.columns(), (int) image.rows(), Orientation.NORMAL, Samples.RGB, 8, true, false, 0);
    }

    /** Work on a document, which may turn out to be of no kind that is painted. */
    private interface Work<T> {
        T run() throws IOException, ServeException;
    }

    private static <T> T painting(Work<T> work) throws IOException, ServeException {
        try {
            return work.run();
        } catch (SvgRefusal refusal) {
            throw new UnsupportedException(FailureKind.SVG_UNSUPPORTED, String.valueOf(refusal.getMessage()));
        } catch (SvgDamage damage) {
            throw new DamagedException(String.valueOf(damage.getMessage()));
        } catch (PartFailure failure) {
            throw failure.failure();
        }
    }
}
