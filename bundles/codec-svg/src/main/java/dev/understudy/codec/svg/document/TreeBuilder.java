package dev.understudy.codec.svg.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Puts elements of SVG's namespace into a tree. Those of other namespaces are left out with all that stands in them. */
final class TreeBuilder {

    private static final int MOST_ELEMENTS = 100_000;
    private static final int MOST_DEPTH = 200;

    private final Deque<Namespaces> namespaces = new ArrayDeque<>();
    private @Nullable SvgElement root;
    private @Nullable SvgElement current;
    private int elements;
    private int foreign;

    TreeBuilder() {
        namespaces.push(Namespaces.OUTERMOST);
    }

    void start(String name, Attributes attributes, int line) throws SAXException {
        if (foreign > 0) {
            foreign++;
            return;
        }
        Namespaces inner = namespaces.element().within(attributes);
        String local = inner.element(name);
        if (current == null && !local.equals("svg")) {
            throw new SAXException("it is XML, but no SVG");
        }
        if (local.isEmpty()) {
            foreign = 1;
            return;
        }
        namespaces.push(inner);
        if (++elements > MOST_ELEMENTS || namespaces.size() > MOST_DEPTH) {
            throw SvgRefusal.of(
                    "more than " + MOST_ELEMENTS + " elements, or elements nested more than " + MOST_DEPTH + " deep");
        }
        current = new SvgElement(current, local, attributes(inner, attributes), line);
        root = root == null ? current : root;
    }

    private static Map<String, String> attributes(Namespaces namespaces, Attributes attributes) {
        Map<String, String> result = new HashMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = namespaces.attribute(attributes.getQName(i));
            if (!name.isEmpty()
                    && !(name.equals("href") && attributes.getQName(i).contains(":") && result.containsKey(name))) {
                result.put(name, attributes.getValue(i));
            }
        }
        return Map.copyOf(result);
    }

    void end() {
        if (foreign > 0) {
            foreign--;
            return;
        }
        namespaces.pop();
        current = current == null ? null : current.parent();
    }

    void characters(char[] characters, int start, int count) {
        if (foreign == 0 && current != null) {
            current.append(characters, start, count);
        }
    }

    SvgElement root() {
        if (root == null) {
            throw new IllegalStateException("a document without an element");
        }
        return root;
    }
}
