package dev.understudy.engine.plan;

/**
 * The part of a path on which text stands; {@code pathAttr=}.
 *
 * @param reversed whether text runs from the end of the part to its start
 * @param start of the part, as a share of the path's length from its first point; 0 or more and less than 1
 * @param end likewise, above the start; above 1 it goes on over the first point of a closed path
 */
public record PathSection(boolean reversed, double start, double end) {

    /** {@code norm,0,1}, the reference's default. */
    public static final PathSection WHOLE = new PathSection(false, 0, 1);

    public PathSection {
        start += 0.0;
        end += 0.0;
    }
}
