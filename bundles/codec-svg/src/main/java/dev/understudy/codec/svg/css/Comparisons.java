package dev.understudy.codec.svg.css;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;

/** Counts how many times a step of a selector is held against an element, of which there may be too many. */
final class Comparisons {

    private static final int MOST = 5_000_000;

    private int count;

    void add(SvgElement element) {
        if (++count > MOST) {
            throw SvgRefusal.of(element, "so many rules for so many elements");
        }
    }
}
