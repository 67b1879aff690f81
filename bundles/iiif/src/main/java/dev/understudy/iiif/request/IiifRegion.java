package dev.understudy.iiif.request;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of an image that is asked for.
 *
 * <p>Source: IIIF Image API 3.0, section 4.1.
 *
 * @param form how it is given
 * @param x left edge, in pixels or per cent
 * @param y upper edge
 * @param width 0 where the form says it
 * @param height likewise
 */
public record IiifRegion(Form form, double x, double y, double width, double height) {

    /** The ways to give a region. */
    public enum Form {
        FULL,
        SQUARE,
        PIXELS,
        PERCENT
    }

    private static final String ALLOWED = "full, square, x,y,w,h in pixels, or pct:x,y,w,h, within the image";
    private static final Pattern PIXELS = Pattern.compile("(\\d{1,9}),(\\d{1,9}),(\\d{1,9}),(\\d{1,9})");
    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,15})?)";
    private static final Pattern PERCENT = Pattern.compile("pct:" + String.join(",", NUMBER, NUMBER, NUMBER, NUMBER));
    private static final double WHOLE = 100;

    /**
     * Reads a region.
     *
     * @throws ServeException {@code parameter.invalid}
     */
    public static IiifRegion parse(String text) throws ServeException {
        Matcher pixels = PIXELS.matcher(text);
        Matcher percent = PERCENT.matcher(text);
        if (text.equals("full")) {
            return new IiifRegion(Form.FULL, 0, 0, 0, 0);
        } else if (text.equals("square")) {
            return new IiifRegion(Form.SQUARE, 0, 0, 0, 0);
        } else if (pixels.matches()) {
            return of(Form.PIXELS, pixels);
        } else if (percent.matches()) {
            return of(Form.PERCENT, percent);
        }
        throw invalid(text);
    }

    /**
     * The region in pixels, as far as it lies within an image.
     *
     * @throws ServeException {@code parameter.invalid} when that is nothing
     */
    public Region in(PixelSize image) throws ServeException {
        Region whole = new Region(0, 0, image.width(), image.height());
        Region part = switch (form) {
            case FULL -> whole;
            case SQUARE -> square(image);
            case PIXELS -> new Region((int) x, (int) y, (int) width, (int) height);
            case PERCENT -> ofPercent(image);
        };
        // Sums of what is far outside would not fit into an int.
        Region within = part.x() >= image.width() || part.y() >= image.height()
                ? new Region(0, 0, 0, 0)
                : part.intersect(whole);
        if (within.isEmpty()) {
            throw invalid(form == Form.PERCENT ? "pct:" + numbers() : numbers());
        }
        return within;
    }

    private static IiifRegion of(Form form, Matcher numbers) {
        return new IiifRegion(
                form,
                Double.parseDouble(numbers.group(1)),
                Double.parseDouble(numbers.group(2)),
                Double.parseDouble(numbers.group(3)),
                Double.parseDouble(numbers.group(4)));
    }

    /** The largest square in the middle. */
    private static Region square(PixelSize image) {
        int side = Math.min(image.width(), image.height());
        return new Region((image.width() - side) / 2, (image.height() - side) / 2, side, side);
    }

    private Region ofPercent(PixelSize image) {
        return new Region(
                part(x, image.width()),
                part(y, image.height()),
                part(Math.min(width, WHOLE), image.width()),
                part(Math.min(height, WHOLE), image.height()));
    }

    private static int part(double percent, int of) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(percent / WHOLE * of));
    }

    private String numbers() {
        return IiifNumbers.of(x) + "," + IiifNumbers.of(y) + "," + IiifNumbers.of(width) + "," + IiifNumbers.of(height);
    }

    private static ServeException invalid(String text) {
        return new ServeException(new Failure.InvalidParameter("region", text, ALLOWED));
    }
}
