package dev.understudy.codec.svg.css;

import dev.understudy.codec.svg.document.SvgElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule {@code @font-face} of a style sheet.
 *
 * @param element the style sheet's
 * @param family the name that texts call the font by
 * @param sources where it is, first choice first
 * @param descriptors what else is said of it, by names in lower case
 */
public record FontFaceRule(
        SvgElement element, String family, List<FontSource> sources, Map<String, String> descriptors) {

    /** The rule of a block; nothing where it has no name or no source, as CSS has it. */
    static Optional<FontFaceRule> of(SvgElement element, String block) {
        Map<String, String> descriptors = new HashMap<>();
        Declaration.parse(block).forEach(one -> descriptors.put(one.property(), one.value()));
        String family = descriptors.remove("font-family");
        String src = descriptors.remove("src");
        return family == null || src == null
                ? Optional.empty()
                : Optional.of(new FontFaceRule(element, CssText.unquoted(family), FontSource.list(src), descriptors));
    }

    /** What is said of one thing, or what it is when nothing is. */
    public String descriptor(String name, String fallback) {
        return descriptors.getOrDefault(name, fallback);
    }
}
