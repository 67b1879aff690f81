package dev.understudy.protocol.view;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.ProfileRecord;
import dev.understudy.catalog.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A catalog as one request has it: that of all requests but for what a subclass says. Its records belong to the view. */
public abstract class CatalogView implements Catalog {

    private final Catalog catalog;

    /**
     * A view.
     *
     * @param catalog as it is for all requests
     */
    protected CatalogView(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The catalog as it is for all requests. */
    protected final Catalog catalog() {
        return catalog;
    }

    /** A record of the catalog as this view has it. */
    protected abstract CatalogRecord view(CatalogRecord record);

    @Override
    public Optional<CatalogRecord> image(String id) {
        return catalog.image(id).map(this::view);
    }

    @Override
    public List<CatalogRecord> variants(String id) {
        return catalog.variants(id).stream().map(this::view).toList();
    }

    @Override
    public Optional<CatalogRecord> content(String id) {
        return catalog.content(id).map(this::view);
    }

    @Override
    public String rootId() {
        return catalog.rootId();
    }

    @Override
    public <T> T get(Attribute<T> attribute) {
        return catalog.get(attribute);
    }

    @Override
    public Optional<AttributeSource> written(Attribute<?> attribute) {
        return catalog.written(attribute);
    }

    @Override
    public boolean inherits(Attribute<?> attribute) {
        return catalog.inherits(attribute);
    }

    @Override
    public Optional<String> macro(String name) {
        return catalog.macro(name);
    }

    @Override
    public List<FontRecord> fonts() {
        return catalog.fonts();
    }

    @Override
    public List<ProfileRecord> profiles() {
        return catalog.profiles();
    }

    @Override
    public RuleSet rules() {
        return catalog.rules();
    }

    @Override
    public Set<String> imageIds() {
        return catalog.imageIds();
    }

    @Override
    public Instant lastModified() {
        return catalog.lastModified();
    }

    @Override
    public Instant loaded() {
        return catalog.loaded();
    }

    @Override
    public String toString() {
        return catalog.toString();
    }
}
