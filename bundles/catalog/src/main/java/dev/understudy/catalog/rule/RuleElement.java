package dev.understudy.catalog.rule;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.AttributeOverrides;
import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Rule;
import dev.understudy.catalog.RuleContext;
import dev.understudy.catalog.RuleHeader;
import dev.understudy.catalog.RuleSubstitution;
import dev.understudy.catalog.file.Diagnostics;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** A rule that is being read; whatever is wrong with it is an {@link IllegalArgumentException} with words for people. */
final class RuleElement {

    private static final int LONGEST = 8192;
    private static final Set<String> OWN_ATTRIBUTES = Set.of("Name", "OnMatch", "Replace", "replace", "RequestType");

    private final String name;
    private final Set<RuleContext> contexts;
    private final boolean replacesAll;
    private final Rule.OnMatch onMatch;
    private final AttributeOverrides overrides;
    private final Set<String> seen = new HashSet<>();
    private final List<RuleHeader> headers = new ArrayList<>();
    private String headerName = "";
    private boolean headerAdds;
    private @Nullable Pattern expression;
    private @Nullable String substitution;
    private @Nullable AddressFilter filter;

    /**
     * Begins a rule.
     *
     * @param number of the rule in its file, from 1
     * @param line that it stands on
     */
    RuleElement(Attributes attributes, int number, int line, Diagnostics diagnostics) {
        String given = attributes.getValue("Name");
        name = given == null ? number + " (line " + line + ")" : given.replaceAll("\\p{Cntrl}+", " ");
        contexts = contexts(attributes.getValue("RequestType"));
        String replace = attributes.getValue("Replace");
        replacesAll = "all".equals(replace == null ? attributes.getValue("replace") : replace);
        String match = attributes.getValue("OnMatch");
        onMatch = match == null ? Rule.OnMatch.BREAK : Rule.OnMatch.valueOf(match.toUpperCase(Locale.ROOT));
        overrides = overrides(attributes, line, diagnostics);
    }

    /** The contexts that {@code RequestType} names; all when it is not there. */
    private static Set<RuleContext> contexts(@Nullable String types) {
        if (types == null) {
            return EnumSet.allOf(RuleContext.class);
        }
        Set<RuleContext> contexts = EnumSet.noneOf(RuleContext.class);
        for (String type : types.split(",", -1)) {
            contexts.add(RuleContext.ofToken(type.strip()));
        }
        return contexts;
    }

    private static AttributeOverrides overrides(Attributes attributes, int line, Diagnostics diagnostics) {
        AttributeOverrides overrides = AttributeOverrides.NONE;
        for (int i = 0; i < attributes.getLength(); i++) {
            String attribute = attributes.getLocalName(i);
            if (attributes.getURI(i).isEmpty() && !OWN_ATTRIBUTES.contains(attribute)) {
                Attribute<?> row = dev.understudy.catalog.Attributes.byName(attribute)
                        .orElseThrow(() -> new IllegalArgumentException("there is no attribute '" + attribute + "'"));
                overrides = with(overrides, row, attributes.getValue(i), line, diagnostics);
            }
        }
        return overrides;
    }

    private static <T> AttributeOverrides with(
            AttributeOverrides overrides, Attribute<T> attribute, String text, int line, Diagnostics diagnostics) {
        try {
            T value = attribute.syntax().parse(text);
            if (attribute.ignores(value)) {
                diagnostics.warn(line, attribute.remark());
            }
            return overrides.with(attribute, value, new AttributeSource(text, "RuleSetFile:" + line));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(attribute.name() + ": " + e.getMessage(), e);
        }
    }

    /** Begins an element of the rule. */
    void start(String element, Attributes attributes) {
        if (element.equals("header")) {
            headerName = attributes.getValue("Name");
            headerAdds = "add".equals(attributes.getValue("Action"));
        } else if (!seen.add(element)) {
            throw new IllegalArgumentException("a rule has one <" + element + "> at most");
        }
    }

    /** Ends an element of the rule. */
    void end(String element, String text) {
        switch (element) {
            case "expression" -> expression = text.isEmpty() ? null : pattern(text);
            case "substitution" -> substitution = text;
            case "addressfilter" -> filter = text.isBlank() ? null : filter(text);
            case "header" -> headers.add(header(new RuleHeader(headerName, text.strip(), headerAdds)));
            default -> throw new IllegalArgumentException("<" + element + "> is no element of a rule");
        }
    }

    private static Pattern pattern(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("the expression has more than " + LONGEST + " characters");
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "expression: " + e.getDescription() + " at character " + (Math.max(0, e.getIndex()) + 1), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("expression: its groups are nested too deeply", e);
        }
    }

    private static AddressFilter filter(String text) {
        try {
            return AddressFilter.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("addressfilter: allowed: " + AddressFilter.FORM, e);
        }
    }

    private static RuleHeader header(RuleHeader header) {
        if (!header.hasVariableName()) {
            header.requireName();
        }
        return header.requireValue();
    }

    /** The rule as a whole. */
    Rule rule() {
        Pattern pattern = expression;
        String text = substitution;
        int groups = pattern == null ? 0 : pattern.matcher("").groupCount();
        return new Rule(
                name,
                contexts,
                pattern,
                text == null ? null : RuleSubstitution.parse(text, groups),
                replacesAll,
                onMatch,
                overrides,
                filter,
                headers);
    }
}
