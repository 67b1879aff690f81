package dev.understudy.protocol.admission;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Catalog;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Catalogs of which only the attributes are asked: nothing is looked up in them. */
final class GuardedCatalog {

    private GuardedCatalog() {}

    /** A catalog with these attributes; the others have their fallbacks. */
    static Catalog of(Map<Attribute<?>, ?> attributes) {
        return (Catalog) Proxy.newProxyInstance(
                GuardedCatalog.class.getClassLoader(),
                new Class<?>[] {Catalog.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "rootId" -> "guarded";
                    case "get" -> value((Attribute<?>) arguments[0], attributes);
                    default -> throw new AssertionError(method + " is asked for");
                });
    }

    private static Object value(Attribute<?> attribute, Map<Attribute<?>, ?> attributes) {
        return attributes.containsKey(attribute) ? attributes.get(attribute) : attribute.fallback();
    }
}
