package dev.understudy.engine.command;

import dev.understudy.image.Region;

/**
 * The value of {@code rect=}.
 *
 * @param region the part of the view, after {@code scale}
 * @param scale factor, 1 for none
 */
public record ReplyRect(Region region, double scale) {

    static ReplyRect parse(String text) {
        String[] items = Numbers.items(text, 4, 5);
        Region region = new Region(
                Integer.parseInt(items[0]),
                Integer.parseInt(items[1]),
                Numbers.integer(items[2], 1, Integer.MAX_VALUE),
                Numbers.integer(items[3], 1, Integer.MAX_VALUE));
        return new ReplyRect(region, items.length == 5 ? Numbers.positive(items[4]) : 1);
    }
}
