package dev.understudy.codec.svg.css;

import dev.understudy.codec.svg.document.SvgElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of an element's attributes, of the rules that are for it, and of its own {@code style} prevails for each property. */
public final class Cascade {

    private static final List<String> MARKERS = List.of("marker-start", "marker-mid", "marker-end");

    private final List<StyleRule> rules = new ArrayList<>();
    private final List<FontFaceRule> fonts = new ArrayList<>();
    private final Comparisons comparisons = new Comparisons();

    /** The cascade of a document, whose {@code style} elements hold everywhere in it. */
    public Cascade(SvgElement root) {
        collect(root);
        rules.sort(Comparator.comparingInt(rule -> rule.selector().specificity()));
    }

    private void collect(SvgElement element) {
        if (element.name().equals("style") && isCss(element.attribute("type", ""))) {
            StyleSheet sheet = StyleSheetParser.parse(element);
            rules.addAll(sheet.rules());
            fonts.addAll(sheet.fonts());
        }
        element.children().forEach(this::collect);
    }

    private static boolean isCss(String type) {
        return type.isBlank() || type.strip().equalsIgnoreCase("text/css");
    }

    /** The fonts that the document brings, in its order. */
    public List<FontFaceRule> fonts() {
        return Collections.unmodifiableList(fonts);
    }

    /** The values of an element's own properties by their names, not those that it inherits. */
    public Map<String, String> properties(SvgElement element) {
        Map<String, String> values = new HashMap<>(element.attributes());
        List<Declaration> declarations = new ArrayList<>();
        for (StyleRule rule : rules) {
            if (rule.selector().matches(element, comparisons)) {
                declarations.addAll(rule.declarations());
            }
        }
        declarations.addAll(Declaration.parse(CssText.withoutComments(element.attribute("style", ""))));
        declarations.stream().filter(one -> !one.important()).forEach(one -> put(values, one));
        declarations.stream().filter(Declaration::important).forEach(one -> put(values, one));
        return values;
    }

    private static void put(Map<String, String> values, Declaration declaration) {
        if (declaration.property().equals("marker")) {
            MARKERS.forEach(marker -> values.put(marker, declaration.value()));
        } else if (declaration.property().equals("font")) {
            FontShorthand.put(values, declaration.value());
        } else {
            values.put(declaration.property(), declaration.value());
        }
    }
}
