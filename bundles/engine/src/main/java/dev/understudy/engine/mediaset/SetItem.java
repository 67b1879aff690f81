package dev.understudy.engine.mediaset;

import java.util.List;

/** An item of the text of a set, before anybody has looked what it names. */
sealed interface SetItem {

    /**
     * The name of an image, a set, a video or a file.
     *
     * @param name decoded
     * @param modifier commands for the image, still encoded; empty for none
     * @param postModifier commands that override those of the record, still encoded; empty for none
     */
    record Named(String name, String modifier, String postModifier) implements SetItem {

        boolean isEmpty() {
            return name.isEmpty();
        }
    }

    /**
     * A set within the set.
     *
     * @param text as it stands between the braces
     */
    record Inline(String text, List<SetEntry> entries) implements SetItem {}

    /**
     * A plain color, for a swatch.
     *
     * @param rgb {@code 0xrrggbb}
     * @param label decoded; empty for none
     */
    record SolidColor(String rgb, String label) implements SetItem {}
}
