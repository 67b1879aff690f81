package dev.understudy.codec.svg.css;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a selector of types, classes, ids, children and descendants; others are refused. */
final class SelectorParser {

    /** One thing that is asked of an element, or what stands between two elements. */
    private static final Pattern PART =
            Pattern.compile("(?<child>\\s*>\\s*)|(?<inner>\\s+)|(?<any>\\*)|\\.(?<class>[\\w-]+)|#(?<id>[\\w.-]+)"
                    + "|:(?<pseudo>:?[a-z-]+)|(?<type>[A-Za-z_][\\w-]*)");

    private static final Set<String> NEVER = Set.of(
            "hover",
            "active",
            "focus",
            "visited",
            "target",
            "focus-within",
            "focus-visible",
            ":before",
            ":after",
            ":selection",
            "before",
            "after");

    private static final int ID_WEIGHT = 1 << 20;
    private static final int CLASS_WEIGHT = 1 << 10;

    private final List<SelectorStep> steps = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private String type = "";
    private boolean child;
    private boolean never;
    private int specificity;

    private SelectorParser() {}

    static Selector parse(SvgElement element, String text) {
        SelectorParser parser = new SelectorParser();
        Matcher matcher = PART.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at || !parser.add(matcher)) {
                throw SvgRefusal.ofValue(element, "a selector", text);
            }
            at = matcher.end();
        }
        parser.endStep();
        return new Selector(List.copyOf(parser.steps), parser.specificity);
    }

    private boolean add(Matcher part) {
        if (part.group("child") != null || part.group("inner") != null) {
            endStep();
            child = part.group("child") != null;
        } else if (part.group("class") != null) {
            classes.add(part.group("class"));
            specificity += CLASS_WEIGHT;
        } else if (part.group("id") != null) {
            ids.add(part.group("id"));
            specificity += ID_WEIGHT;
        } else if (part.group("type") != null) {
            type = part.group("type");
            specificity++;
        } else if (part.group("pseudo") != null) {
            return addPseudo(part.group("pseudo").toLowerCase(Locale.ROOT));
        }
        return true;
    }

    private boolean addPseudo(String name) {
        if (name.equals("root")) {
            type = SelectorStep.ROOT;
            specificity += CLASS_WEIGHT;
            return steps.isEmpty();
        }
        never = true;
        return NEVER.contains(name);
    }

    private void endStep() {
        steps.add(new SelectorStep(type, List.copyOf(ids), List.copyOf(classes), child, never));
        type = "";
        ids.clear();
        classes.clear();
        child = false;
        never = false;
    }
}
