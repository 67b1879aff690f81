package dev.understudy.codec.svg.css;

import dev.understudy.codec.svg.document.SvgElement;
import java.util.List;

/**
 * What a selector asks of one element.
 *
 * @param type the element's name; empty for any, {@link #ROOT} for the outermost
 * @param ids the id, at most one that can be
 * @param classes all of these it has to be of
 * @param child whether it must stand directly in the one before
 * @param never whether it is for something that never is, such as a mouse over it
 */
record SelectorStep(String type, List<String> ids, List<String> classes, boolean child, boolean never) {

    static final String ROOT = ":root";

    boolean matches(SvgElement element) {
        return !never
                && isOfType(element)
                && (ids.isEmpty() || hasId(element))
                && (classes.isEmpty() || element.classes().containsAll(classes));
    }

    private boolean hasId(SvgElement element) {
        return ids.stream().allMatch(id -> id.equals(element.attribute("id")));
    }

    private boolean isOfType(SvgElement element) {
        return type.isEmpty() || type.equals(element.name()) || (type.equals(ROOT) && element.parent() == null);
    }
}
