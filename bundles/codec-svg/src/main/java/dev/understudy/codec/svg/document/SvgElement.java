package dev.understudy.codec.svg.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of SVG's namespace, with its attributes of that namespace and {@code xlink:href}, which is {@code href} here. */
public final class SvgElement {

    private final @Nullable SvgElement parent;
    private final String name;
    private final Map<String, String> attributes;
    private final List<String> classes;
    private final int line;
    private final List<SvgElement> children = new ArrayList<>();

    /** The characters before each child, and behind the last. */
    private final List<StringBuilder> texts = new ArrayList<>(List.of(new StringBuilder()));

    SvgElement(@Nullable SvgElement parent, String name, Map<String, String> attributes, int line) {
        this.parent = parent;
        this.name = name;
        this.attributes = attributes;
        this.line = line;
        this.classes = List.of(attribute("class", "").strip().split("\\s+"));
        if (parent != null) {
            parent.children.add(this);
            parent.texts.add(new StringBuilder());
        }
    }

    /** The element that this one stands in; null for the root. */
    public @Nullable SvgElement parent() {
        return parent;
    }

    /** The name without a prefix. */
    public String name() {
        return name;
    }

    /** The line of the file in which the start tag ends. */
    public int line() {
        return line;
    }

    /** The elements that stand in this one, in their order. */
    public List<SvgElement> children() {
        return Collections.unmodifiableList(children);
    }

    /** The attributes by their names. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** The value of an attribute; null when it is not there. */
    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** The value of an attribute, or what it is when it is not there. */
    public String attribute(String attribute, String fallback) {
        return attributes.getOrDefault(attribute, fallback);
    }

    /** What the attribute {@code class} lists; an empty word if there is nothing. */
    public List<String> classes() {
        return classes;
    }

    /** The characters directly in this element. */
    public String text() {
        return String.join("", texts);
    }

    /** The characters directly in this element before a child, or behind the last one. */
    public String textBefore(int child) {
        return texts.get(child).toString();
    }

    void append(char[] characters, int start, int count) {
        texts.get(texts.size() - 1).append(characters, start, count);
    }
}
