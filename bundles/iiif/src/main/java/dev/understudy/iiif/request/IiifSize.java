package dev.understudy.iiif.request;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The size that the region is scaled to.
 *
 * <p>Source: IIIF Image API 3.0, section 4.2.
 *
 * @param text as it was given
 * @param form how it is given
 * @param upscaling whether it may be larger than the region
 * @param width 0 where it follows from the rest
 * @param height likewise
 * @param percent of the region
 */
public record IiifSize(String text, Form form, boolean upscaling, int width, int height, double percent) {

    /** The ways to give a size. */
    public enum Form {
        MAX,
        EXACT,
        PERCENT,
        CONFINED
    }

    private static final String ALLOWED =
            "max, w,h with either left out, pct:n, or !w,h; of 1 pixel or more, with ^ before it if it is"
                    + " larger than the region";
    private static final Pattern EXACT = Pattern.compile("(\\d{1,9})?,(\\d{1,9})?");
    private static final Pattern PERCENT = Pattern.compile("pct:(\\d{1,9}(?:\\.\\d{1,15})?)");
    private static final Pattern CONFINED = Pattern.compile("!(\\d{1,9}),(\\d{1,9})");
    private static final double WHOLE = 100;

    /**
     * Reads a size.
     *
     * @throws ServeException {@code parameter.invalid}
     */
    public static IiifSize parse(String text) throws ServeException {
        boolean upscaling = text.startsWith("^");
        String size = upscaling ? text.substring(1) : text;
        Matcher exact = EXACT.matcher(size);
        Matcher percent = PERCENT.matcher(size);
        Matcher confined = CONFINED.matcher(size);
        if (size.equals("max")) {
            return new IiifSize(text, Form.MAX, upscaling, 0, 0, 0);
        } else if (exact.matches() && size.length() > 1) {
            return new IiifSize(text, Form.EXACT, upscaling, number(exact.group(1)), number(exact.group(2)), 0);
        } else if (percent.matches()) {
            return new IiifSize(text, Form.PERCENT, upscaling, 0, 0, Double.parseDouble(percent.group(1)));
        } else if (confined.matches()) {
            return new IiifSize(
                    text, Form.CONFINED, upscaling, number(confined.group(1)), number(confined.group(2)), 0);
        }
        throw new ServeException(new Failure.InvalidParameter("size", text, ALLOWED));
    }

    /**
     * The size in pixels.
     *
     * @param region what is scaled
     * @param most the largest size that is served; {@link PixelSize#NONE} for any
     * @throws ServeException {@code parameter.invalid} when it is nothing, or larger than the region and that is not said
     */
    public PixelSize of(Region region, PixelSize most) throws ServeException {
        PixelSize size = switch (form) {
            case MAX -> largest(region, most);
            case EXACT -> exact(region);
            case PERCENT -> scaled(region, percent / WHOLE);
            case CONFINED -> confined(region, width, height, Double.MAX_VALUE);
        };
        boolean larger = size.width() > region.width() || size.height() > region.height();
        if (size.area() == 0 || larger && !upscaling) {
            throw invalid();
        }
        return size;
    }

    private PixelSize largest(Region region, PixelSize most) {
        return most.equals(PixelSize.NONE)
                ? new PixelSize(region.width(), region.height())
                : confined(region, most.width(), most.height(), upscaling ? Double.MAX_VALUE : 1);
    }

    /** The largest of the region's shape that fits, at a scale of no more than that. */
    private static PixelSize confined(Region region, int maxWidth, int maxHeight, double maxScale) {
        double fitting = Math.min((double) maxWidth / region.width(), (double) maxHeight / region.height());
        PixelSize size = scaled(region, Math.min(maxScale, fitting));
        return new PixelSize(Math.min(size.width(), maxWidth), Math.min(size.height(), maxHeight));
    }

    private PixelSize exact(Region region) throws ServeException {
        if (width == 0 && height == 0 || text.matches(".*\\b0+\\b.*")) {
            throw invalid();
        }
        int wide = width == 0 ? rounded((double) region.width() * height / region.height()) : width;
        int high = height == 0 ? rounded((double) region.height() * width / region.width()) : height;
        return new PixelSize(wide, high);
    }

    private static PixelSize scaled(Region region, double scale) {
        return scale <= 0
                ? PixelSize.NONE
                : new PixelSize(rounded(region.width() * scale), rounded(region.height() * scale));
    }

    /** A side of at least a pixel: what is long and narrow never vanishes. */
    private static int rounded(double side) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(side)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private ServeException invalid() {
        return new ServeException(new Failure.InvalidParameter("size", text, ALLOWED));
    }
}
