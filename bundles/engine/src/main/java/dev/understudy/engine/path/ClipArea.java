package dev.understudy.engine.path;

import dev.understudy.engine.layout.Affine;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is left when all else is taken away.
 *
 * @param inside areas of which only what lies in all of them is left
 * @param outside areas of which nothing is left
 */
public record ClipArea(List<PathArea> inside, List<PathArea> outside) {

    /** Everything is left. */
    public static final ClipArea ALL = new ClipArea(List.of(), List.of());

    public ClipArea {
        inside = List.copyOf(inside);
        outside = List.copyOf(outside);
    }

    /** Whether nothing is taken away. */
    public boolean isAll() {
        return inside.isEmpty() && outside.isEmpty();
    }

    /** The same elsewhere. */
    public ClipArea mapped(Affine mapping) {
        return new ClipArea(
                inside.stream().map(path -> path.mapped(mapping)).toList(),
                outside.stream().map(path -> path.mapped(mapping)).toList());
    }

    /** All areas: those of {@link #inside}, then those of {@link #outside}. */
    List<PathArea> paths() {
        return Stream.concat(inside.stream(), outside.stream()).toList();
    }
}
