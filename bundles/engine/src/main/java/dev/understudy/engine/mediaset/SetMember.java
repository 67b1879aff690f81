package dev.understudy.engine.mediaset;

import dev.understudy.engine.request.ResolvedObject;
import org.jspecify.annotations.Nullable;

/**
 * A member of a set.
 *
 * @param kind its kind
 * @param content what it is
 * @param swatch what stands for it in a choice; null for the image itself, or for nothing
 */
public record SetMember(
        SetKind kind, Content content, @Nullable Swatch swatch) {

    /** What a member is. */
    public sealed interface Content {}

    /** What stands for a member in a choice. */
    public sealed interface Swatch {}

    /**
     * An image.
     *
     * @param object its record or file
     * @param modifier commands for it, still encoded; empty for none
     * @param postModifier commands that override its own, still encoded; empty for none
     */
    public record Image(ResolvedObject object, String modifier, String postModifier) implements Content, Swatch {}

    /** A video, or another piece of static content. */
    public record Medium(ContentObject object) implements Content {}

    /** A set within the set. */
    public record Nested(MediaSet set) implements Content {}

    /**
     * A plain color.
     *
     * @param rgb {@code 0xrrggbb}
     * @param label what it is called; empty for nothing
     */
    public record Plain(String rgb, String label) implements Swatch {}
}
