package dev.understudy.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** One catalog of a snapshot: attributes with inheritance resolved, records and macros. Immutable. */
@ProviderType
public interface Catalog {

    /** {@code attribute::RootId}; empty for the default catalog. */
    String rootId();

    /** The attribute's value: the catalog's own, the default catalog's or the fallback, by the attribute's rule. */
    <T> T get(Attribute<T> attribute);

    /** How the value of {@link #get} came to be written, in this catalog or the default one; empty for the fallback. */
    Optional<AttributeSource> written(Attribute<?> attribute);

    /** Whether the value of {@link #get} is the default catalog's; a name in it is then one of the default catalog. */
    boolean inherits(Attribute<?> attribute);

    /** The image record with this id, from this catalog only. */
    Optional<CatalogRecord> image(String id);

    /**
     * The image records whose ids are another one, a colon and a suffix, by their ids: the parts of an image that a publisher has cut out.
     *
     * @param id the id before the colon
     */
    default List<CatalogRecord> variants(String id) {
        return imageIds().stream()
                .filter(other -> other.startsWith(id + ":") && other.indexOf(':', id.length() + 1) < 0)
                .sorted()
                .flatMap(other -> image(other).stream())
                .toList();
    }

    /** The static content record with this id, from this catalog only. */
    Optional<CatalogRecord> content(String id);

    /**
     * The text of a macro, without regard to case, from this catalog or else the default catalog. The macros that it invokes
     * have been put in.
     */
    Optional<String> macro(String name);

    /**
     * The font map, in the order of its file: the catalog's own entries, then those of the default catalog that no own one
     * overrides.
     */
    List<FontRecord> fonts();

    /**
     * The ICC profile map, in the order of its file: the catalog's own entries, then those of the default catalog that no own
     * one overrides.
     */
    List<ProfileRecord> profiles();

    /** The entry of the ICC profile map with this name. */
    default Optional<ProfileRecord> profile(String name) {
        return profiles().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst();
    }

    /** The catalog's own rules for requests whose path names it; for the default catalog, for requests whose path names none. */
    default RuleSet rules() {
        return RuleSet.NONE;
    }

    /** The ids of all image records, for listings and tests. */
    Set<String> imageIds();

    /**
     * When the catalog last changed, for catalog-based cache validation: {@code attribute::TimeStamp}, else when the newest
     * of its files did.
     */
    Instant lastModified();

    /** When this state of the catalog was read, which is later than its files say where they were copied with their times. */
    Instant loaded();
}
