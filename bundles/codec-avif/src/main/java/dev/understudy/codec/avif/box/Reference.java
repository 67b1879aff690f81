package dev.understudy.codec.avif.box;

import java.util.List;

/**
 * What an item has to do with others.
 *
 * @param type such as {@code auxl} of an item that belongs to another
 * @param from the item
 * @param to the others
 */
record Reference(String type, long from, List<Long> to) {}
