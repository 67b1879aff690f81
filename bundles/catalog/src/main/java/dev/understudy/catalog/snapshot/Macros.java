package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.file.Diagnostics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The macros of a catalog, with the macros that they invoke put in. A definition can invoke only what is defined before it in
 * the same file or else in the default catalog; so nothing is ever left to invoke, and nothing goes round in circles.
 *
 * <p>Source: the reference's pages on command macros and macro definitions.
 */
public final class Macros {

    /** No macros. */
    public static final Macros NONE = new Macros(Map.of());

    /** A macro is invoked in place of a whole command; elsewhere {@code $name$} is a variable. */
    private static final Pattern INVOCATION = Pattern.compile("\\$([A-Za-z0-9._-]+)\\$");

    private static final int MAX_LENGTH = 1 << 16;

    private final Map<String, String> texts;

    private Macros(Map<String, String> texts) {
        this.texts = texts;
    }

    /** The text of a macro. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(texts.get(key(name)));
    }

    /** The macros of a file on top of those of the default catalog. */
    public static Macros of(List<Macro> file, Macros defaults, Diagnostics diagnostics) {
        Map<String, String> texts = new HashMap<>();
        for (Macro macro : file) {
            String text = expanded(macro, texts, defaults, diagnostics);
            if (text.length() > MAX_LENGTH) {
                diagnostics.warn(
                        macro.line(),
                        "macro '" + macro.name() + "' comes to more than " + MAX_LENGTH
                                + " characters with all that it invokes; it is left out");
            } else if (texts.put(key(macro.name()), text) != null) {
                diagnostics.warn(
                        macro.line(), "macro '" + macro.name() + "' is defined before; this definition counts");
            }
        }
        defaults.texts.forEach(texts::putIfAbsent);
        return new Macros(Map.copyOf(texts));
    }

    private static String expanded(Macro macro, Map<String, String> before, Macros defaults, Diagnostics diagnostics) {
        StringJoiner commands = new StringJoiner("&");
        for (String command : macro.definition().split("&", -1)) {
            Matcher invocation = INVOCATION.matcher(command);
            if (!invocation.matches()) {
                commands.add(command);
                continue;
            }
            String name = invocation.group(1);
            String text = before.getOrDefault(key(name), defaults.find(name).orElse(null));
            if (text != null) {
                commands.add(text);
            } else {
                diagnostics.warn(
                        macro.line(),
                        "macro '" + macro.name() + "' invokes '" + name
                                + "', which is not defined before it or in the default catalog; that is left out");
            }
            if (commands.length() > MAX_LENGTH) {
                break;
            }
        }
        return commands.toString();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
