package dev.understudy.iiif.request;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rotation of what has been scaled.
 *
 * <p>Source: IIIF Image API 3.0, section 4.3.
 *
 * @param mirrored whether left and right change places before
 * @param degrees clockwise, 0..360
 */
public record IiifRotation(boolean mirrored, double degrees) {

    private static final String ALLOWED =
            "degrees clockwise from 0 to 360, with ! before them to mirror the image first";
    private static final Pattern FORM = Pattern.compile("(!?)(\\d{1,3}(?:\\.\\d{1,15})?)");
    private static final int FULL_TURN = 360;
    private static final int QUARTER_TURN = 90;

    /**
     * Reads a rotation.
     *
     * @throws ServeException {@code parameter.invalid}
     */
    public static IiifRotation parse(String text) throws ServeException {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Double.parseDouble(form.group(2)) > FULL_TURN) {
            throw new ServeException(new Failure.InvalidParameter("rotation", text, ALLOWED));
        }
        return new IiifRotation(!form.group(1).isEmpty(), Double.parseDouble(form.group(2)));
    }

    /** The degrees in canonical form: below a full turn. */
    String angle() {
        return IiifNumbers.of(degrees % FULL_TURN);
    }

    /** The value of {@code rotate=}. The image service mirrors what has been rotated, the API rotates what has been mirrored. */
    String command() {
        return mirrored ? IiifNumbers.of((FULL_TURN - degrees) % FULL_TURN) : angle();
    }

    boolean isNone() {
        return degrees % FULL_TURN == 0;
    }

    /** Whether corners stay corners. */
    boolean isOfQuarters() {
        return degrees % QUARTER_TURN == 0;
    }

    /** Whether width and height change places. */
    boolean swapsSides() {
        return isOfQuarters() && degrees % (2 * QUARTER_TURN) != 0;
    }

    /** The canonical form. */
    @Override
    public String toString() {
        return (mirrored ? "!" : "") + angle();
    }
}
