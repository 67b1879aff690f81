package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.style.StyledDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A gradient or pattern and those that it refers to, which say what it does not say itself.
 *
 * @param elements the first one, and in turn those that are referred to
 */
record StyleInheritance(List<SvgElement> elements) {

    private static final int MOST = 32;

    static StyleInheritance of(SvgElement first, StyledDocument document, Set<String> names) {
        List<SvgElement> elements = new ArrayList<>();
        for (SvgElement one = first; one != null && names.contains(one.name()); one = document.linked(one)) {
            elements.add(one);
            if (elements.size() > MOST) {
                throw SvgRefusal.of(first, "a reference that leads round in a circle");
            }
        }
        return new StyleInheritance(elements);
    }

    SvgElement first() {
        return elements.get(0);
    }

    /** The value of an attribute, by the first element that has it. */
    String attribute(String name, String fallback) {
        return elements.stream()
                .filter(element -> element.attribute(name) != null)
                .findFirst()
                .map(element -> element.attribute(name, fallback))
                .orElse(fallback);
    }

    /** The first element that has a child of some name; the first one if none has. */
    SvgElement having(String child) {
        return elements.stream()
                .filter(element -> element.children().stream()
                        .anyMatch(one -> child.isEmpty() || one.name().equals(child)))
                .findFirst()
                .orElse(first());
    }

    /** Whether coordinates are those of the box of what is painted; refused if they are of anything unknown. */
    boolean isOfBox(String name, boolean fallback) {
        return BoxUnits.areMeant(first(), name, attribute(name, fallback ? BoxUnits.BOX : BoxUnits.USER_SPACE));
    }
}
