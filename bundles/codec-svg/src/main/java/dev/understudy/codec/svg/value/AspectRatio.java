package dev.understudy.codec.svg.value;

import java.awt.geom.AffineTransform;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a view box is fitted into a viewport of other proportions: the values of {@code preserveAspectRatio}.
 *
 * @param none whether it is stretched instead
 * @param alignX where it lies when there is room on the sides: 0 left, 0.5 in the middle, 1 right
 * @param alignY likewise, from above
 * @param slice whether it covers the viewport, instead of lying in it as a whole
 */
public record AspectRatio(boolean none, double alignX, double alignY, boolean slice) {

    private static final AspectRatio DEFAULT = new AspectRatio(false, 0.5, 0.5, false);

    private static final Pattern SYNTAX = Pattern.compile(
            "(?:defer\\s+)?(?:(?<none>none)|x(?<x>min|mid|max)y(?<y>min|mid|max))(?:\\s+(?<fit>meet|slice))?");

    /** Reads a value; an empty one is as good as none. */
    public static AspectRatio parse(String text) throws ValueException {
        if (text.isBlank()) {
            return DEFAULT;
        }
        Matcher matcher = SYNTAX.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new ValueException("none, or xMidYMid and the like, then meet or slice");
        }
        if (matcher.group("none") != null) {
            return new AspectRatio(true, 0, 0, false);
        }
        return new AspectRatio(
                false, share(matcher.group("x")), share(matcher.group("y")), "slice".equals(matcher.group("fit")));
    }

    private static double share(String place) {
        return place.equals("min") ? 0 : place.equals("mid") ? 0.5 : 1;
    }

    /** From the view box's coordinates to those of a viewport that begins at 0,0. */
    public AffineTransform fit(ViewBox box, double width, double height) {
        double scaleX = width / box.width();
        double scaleY = height / box.height();
        if (!none) {
            scaleX = slice ? Math.max(scaleX, scaleY) : Math.min(scaleX, scaleY);
            scaleY = scaleX;
        }
        AffineTransform transform = AffineTransform.getTranslateInstance(
                (width - box.width() * scaleX) * alignX, (height - box.height() * scaleY) * alignY);
        transform.scale(scaleX, scaleY);
        transform.translate(-box.x(), -box.y());
        return transform;
    }
}
