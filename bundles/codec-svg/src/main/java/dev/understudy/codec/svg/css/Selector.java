package dev.understudy.codec.svg.css;

import dev.understudy.codec.svg.document.SvgElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is for: an element that has what the last step asks for, in others that have what the steps before it ask for.
 *
 * @param steps at least one
 * @param specificity how much it weighs against others
 */
record Selector(List<SelectorStep> steps, int specificity) {

    boolean matches(SvgElement element, Comparisons comparisons) {
        return matches(element, steps.size() - 1, comparisons);
    }

    private boolean matches(SvgElement element, int step, Comparisons comparisons) {
        comparisons.add(element);
        if (!steps.get(step).matches(element)) {
            return false;
        }
        if (step == 0) {
            return true;
        }
        if (steps.get(step).child()) {
            SvgElement parent = element.parent();
            return parent != null && matches(parent, step - 1, comparisons);
        }
        return hasAncestor(element.parent(), step - 1, comparisons);
    }

    private boolean hasAncestor(@Nullable SvgElement nearest, int step, Comparisons comparisons) {
        for (SvgElement ancestor = nearest; ancestor != null; ancestor = ancestor.parent()) {
            if (matches(ancestor, step, comparisons)) {
                return true;
            }
        }
        return false;
    }
}
