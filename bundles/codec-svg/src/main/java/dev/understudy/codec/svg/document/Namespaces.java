package dev.understudy.codec.svg.document;

import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;

/**
 * What the prefixes of a place in a file stand for. Files of old programs leave namespaces out, so that names without a prefix
 * are SVG's until something else is said, and {@code xlink} needs no saying.
 *
 * @param byPrefix namespaces by their prefixes, the empty one among them
 */
record Namespaces(Map<String, String> byPrefix) {

    static final Namespaces OUTERMOST =
            new Namespaces(Map.of("", "http://www.w3.org/2000/svg", "xlink", "http://www.w3.org/1999/xlink"));

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    /** What holds in an element that has these attributes. */
    Namespaces within(Attributes attributes) {
        Map<String, String> inner = null;
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.getQName(i);
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                inner = inner == null ? new HashMap<>(byPrefix) : inner;
                inner.put(name.equals("xmlns") ? "" : name.substring("xmlns:".length()), attributes.getValue(i));
            }
        }
        return inner == null ? this : new Namespaces(Map.copyOf(inner));
    }

    /** The name of an SVG element without its prefix; empty for an element of another namespace. */
    String element(String name) {
        return SVG.equals(byPrefix.get(prefix(name))) ? local(name) : "";
    }

    /** The name by which an attribute is known here; empty when it is of another namespace. */
    String attribute(String name) {
        String prefix = prefix(name);
        if (name.equals("xml:space")) {
            return name;
        }
        if (prefix.isEmpty()) {
            return name.equals("xmlns") ? "" : name;
        }
        boolean link = XLINK.equals(byPrefix.get(prefix)) && local(name).equals("href");
        return link || SVG.equals(byPrefix.get(prefix)) ? local(name) : "";
    }

    private static String prefix(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
