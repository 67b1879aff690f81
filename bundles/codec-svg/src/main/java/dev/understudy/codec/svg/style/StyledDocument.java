package dev.understudy.codec.svg.style;

import dev.understudy.codec.svg.css.Cascade;
import dev.understudy.codec.svg.css.FontFaceRule;
import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document, whose elements can be found by their ids, with the styles that hold for them. */
public final class StyledDocument {

    private final SvgElement root;
    private final Cascade cascade;
    private final Map<String, SvgElement> byId = new HashMap<>();
    private final IdentityHashMap<SvgElement, Map<String, String>> drawable = new IdentityHashMap<>();

    /** The document of an outermost element. */
    public StyledDocument(SvgElement root) {
        this.root = root;
        cascade = new Cascade(root);
        collect(root);
    }

    private void collect(SvgElement element) {
        String id = element.attribute("id");
        if (id != null) {
            byId.putIfAbsent(id, element);
        }
        element.children().forEach(this::collect);
    }

    /** The fonts that the document brings, in its order. */
    public List<FontFaceRule> fonts() {
        return cascade.fonts();
    }

    /** The outermost element. */
    public SvgElement root() {
        return root;
    }

    /**
     * The style of an element that is drawn in another of some style.
     *
     * @throws SvgRefusal when it has a property that cannot be drawn
     */
    public Style style(SvgElement element, @Nullable Style parent) {
        return new Style(element, drawable.computeIfAbsent(element, this::checked), parent);
    }

    private Map<String, String> checked(SvgElement element) {
        Map<String, String> properties = cascade.properties(element);
        UndrawnProperties.check(element, properties);
        return properties;
    }

    /** The style of an element at its own place in the document. */
    public Style style(SvgElement element) {
        SvgElement parent = element.parent();
        return style(element, parent == null ? null : style(parent));
    }

    /** The element with an id; null when there is none. */
    public @Nullable SvgElement find(String id) {
        return byId.get(id);
    }

    /**
     * The element that {@code href} refers to; null when it is not there.
     *
     * @throws SvgRefusal when it is in another file
     */
    public @Nullable SvgElement linked(SvgElement element) {
        String link = element.attribute("href", "").strip();
        if (link.isEmpty()) {
            return null;
        }
        if (!link.startsWith("#")) {
            throw SvgRefusal.ofValue(element, "href", link);
        }
        return find(link.substring(1));
    }

    /**
     * The element that {@code url(#id)} refers to, as the value of a property; null when it is not there.
     *
     * @throws SvgRefusal when the value is anything else, or in another file
     */
    public @Nullable SvgElement referred(Style style, StyleProperty property) {
        UrlReference url = UrlReference.parse(style.value(property));
        if (url == null || !url.rest().isEmpty()) {
            throw SvgRefusal.ofValue(style.element(), property.text(), style.value(property));
        }
        return find(url.id());
    }
}
