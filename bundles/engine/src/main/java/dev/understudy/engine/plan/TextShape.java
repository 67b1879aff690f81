package dev.understudy.engine.plan;

/**
 * Where the lines of a text run.
 *
 * <p>Source: the reference's page on text layers.
 */
public sealed interface TextShape {

    /** Lines in the rectangle of the layer. */
    TextShape BOX = new InBox();

    /** Lines in the rectangle of the layer. */
    record InBox() implements TextShape {}

    /**
     * One line along each subpath, in their order; {@code textPath=}.
     *
     * @param path in pixels from the upper left corner of the layer where that has a size, else from its origin
     * @param section what of each subpath is used
     */
    record OnPath(PathData path, PathSection section) implements TextShape {}
}
