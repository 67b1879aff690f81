package dev.understudy.tools.lint;

import dev.understudy.tools.url.RequestTarget;
import java.util.Locale;
import java.util.StringJoiner;

/** What URLs of one kind have in common: the mount, the catalog, and the commands with the kind of their values. */
final class UrlShape {

    /** What stands for anything. */
    static final String ANYTHING = "…";

    private static final int LONGEST = 240;

    private static final int LONGEST_VALUE = 16;

    private UrlShape() {}

    /** The shape of a request: numbers are {@code #}, ids and long values an ellipsis. */
    static String of(RequestTarget target) {
        StringBuilder shape = new StringBuilder(target.mount());
        if (!target.path().isEmpty()) {
            int slash = target.path().indexOf('/');
            shape.append('/')
                    .append(slash <= 0 ? "" : target.path().substring(0, slash + 1))
                    .append(ANYTHING);
        }
        if (target.query() != null) {
            shape.append('?').append(query(target.query()));
        }
        return shape.length() <= LONGEST ? shape.toString() : shape.substring(0, LONGEST) + ANYTHING;
    }

    private static String query(String query) {
        StringJoiner shape = new StringJoiner("&");
        for (String modifier : query.split("&", -1)) {
            shape.add(modifier(modifier));
        }
        return shape.toString();
    }

    private static String modifier(String modifier) {
        if (modifier.startsWith(".")) {
            return "." + ANYTHING;
        }
        int equals = modifier.indexOf('=');
        if (equals < 0) {
            return modifier.length() <= LONGEST_VALUE * 2 ? modifier : ANYTHING;
        }
        String name = modifier.substring(0, equals);
        String value = modifier.substring(equals + 1);
        return name.startsWith("$") || name.startsWith("%24")
                ? name + "=" + ANYTHING
                : name.toLowerCase(Locale.ROOT) + "=" + value(value);
    }

    private static String value(String value) {
        String kind = value.replaceAll("-?[0-9]*\\.?[0-9]+", "#");
        return kind.length() <= LONGEST_VALUE && kind.matches("[#,A-Za-z.-]*") ? kind : ANYTHING;
    }
}
