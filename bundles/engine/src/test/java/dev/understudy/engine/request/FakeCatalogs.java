package dev.understudy.engine.request;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.ProfileRecord;
import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Catalogs in memory. */
public final class FakeCatalogs implements Catalogs {

    private final FakeCatalog fallback = new FakeCatalog("");
    private final Map<String, FakeCatalog> named = new LinkedHashMap<>();

    /**
     * A gallery whose files lie under {@code gallery}, a shop, and a default catalog, each with a few records.
     */
    public static FakeCatalogs sample() {
        FakeCatalogs catalogs = new FakeCatalogs();
        catalogs.defaults()
                .set(Attributes.DEFAULT_EXT, ".jpg")
                .set(Attributes.RESOLUTION, 100.0)
                .macro("square", "wid=400&hei=400&fit=crop")
                .macro("listing", "$square$&bgc=ffffff")
                .macro("box", "wid=$side$&hei=$side$")
                .macro("loop", "wid=1&$pool$")
                .macro("pool", "$loop$")
                .record("logo", "common/logo.png")
                .record("to-come", "common/default.png");
        catalogs.tenant("gallery")
                .set(Attributes.ROOT_PATH, "gallery")
                .macro("square", "wid=300&hei=300")
                .record("bridge", "bridge.jpg")
                .record("folder/deep", "deep")
                .record("framed", "hills.jpg", "wid=600&hei=600&bgc=f4f1ea", "")
                .record("cropped", "hills.jpg", "crop=10,20,30,40&qlt=33&opac=50", "")
                .record("proof", "hills.jpg", "", "fmt=png&qlt=25")
                .record(
                        "card",
                        "",
                        "$title=Hello&$photo=bridge&layer=0,paper&color=ffffff&size=400,300"
                                + "&layer=1,photo&src=$photo$&size=200,200&pos=10,20&layer=2,title&text=$title$",
                        "");
        catalogs.tenant("shop")
                .set(Attributes.ROOT_PATH, "shop")
                .set(Attributes.DEFAULT_IMAGE, "to-come")
                .record("bowl", "bowl.jpg");
        catalogs.tenant("strict").set(Attributes.FULL_MATCH, true).record("known", "known.jpg");
        return catalogs;
    }

    /** The default catalog. */
    public FakeCatalog defaults() {
        return fallback;
    }

    /** The catalog of this root id, new if need be. */
    public FakeCatalog tenant(String rootId) {
        return named.computeIfAbsent(rootId, FakeCatalog::new);
    }

    @Override
    public Catalog defaultCatalog() {
        return fallback;
    }

    @Override
    public Optional<Catalog> catalog(String rootId) {
        return Optional.ofNullable(named.get(rootId));
    }

    @Override
    public Collection<Catalog> all() {
        return named.values().stream().collect(Collectors.toUnmodifiableList());
    }

    /** A catalog that takes what it does not have from the default catalog. */
    public final class FakeCatalog implements Catalog {

        private final String rootId;
        private final Map<Attribute<?>, Object> attributes = new HashMap<>();
        private final Map<String, FakeRecord> records = new HashMap<>();
        private final Map<String, String> macros = new HashMap<>();
        private final List<FontRecord> fonts = new ArrayList<>();
        private final List<ProfileRecord> profiles = new ArrayList<>();
        private Instant modified = Instant.EPOCH;

        private FakeCatalog(String rootId) {
            this.rootId = rootId;
        }

        public <T> FakeCatalog set(Attribute<T> attribute, T value) {
            attributes.put(attribute, value);
            return this;
        }

        public FakeCatalog font(String name, boolean bold, boolean italic, String path) {
            fonts.add(new FontRecord(name, bold, italic, path, "", "", get(Attributes.ROOT_PATH)));
            return this;
        }

        public FakeCatalog profile(String name, String path) {
            profiles.add(new ProfileRecord(name, path, get(Attributes.ROOT_PATH)));
            return this;
        }

        public FakeCatalog modified(Instant value) {
            modified = value;
            return this;
        }

        public FakeCatalog macro(String name, String definition) {
            macros.put(name, definition);
            return this;
        }

        public FakeCatalog record(String id, String path) {
            return record(id, path, "", "");
        }

        public FakeCatalog record(String id, String path, String modifier, String postModifier) {
            FakeRecord made = new FakeRecord(this, id);
            made.set(RecordFields.ID, id).set(RecordFields.PATH, path);
            made.set(RecordFields.MODIFIER, modifier).set(RecordFields.POST_MODIFIER, postModifier);
            records.put(id, made);
            return this;
        }

        public FakeRecord record(String id) {
            return records.get(id);
        }

        @Override
        public String rootId() {
            return rootId;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(Attribute<T> attribute) {
            Object own = attributes.get(attribute);
            if (own != null) {
                return (T) own;
            }
            return this == fallback ? attribute.fallback() : fallback.get(attribute);
        }

        @Override
        public Optional<AttributeSource> written(Attribute<?> attribute) {
            Object own = attributes.get(attribute);
            if (own != null) {
                return Optional.of(new AttributeSource(own.toString(), rootId + ".ini"));
            }
            return this == fallback ? Optional.empty() : fallback.written(attribute);
        }

        @Override
        public Optional<CatalogRecord> image(String id) {
            return Optional.ofNullable(records.get(id));
        }

        @Override
        public Optional<CatalogRecord> content(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<String> macro(String name) {
            String own = macros.get(name.toLowerCase(Locale.ROOT));
            return own != null || this == fallback ? Optional.ofNullable(own) : fallback.macro(name);
        }

        @Override
        public List<FontRecord> fonts() {
            return fonts;
        }

        @Override
        public List<ProfileRecord> profiles() {
            return profiles;
        }

        @Override
        public Set<String> imageIds() {
            return records.keySet();
        }

        @Override
        public Instant lastModified() {
            return modified;
        }
    }

    /** A record in memory. */
    public static final class FakeRecord implements CatalogRecord {

        private final FakeCatalog catalog;
        private final String id;
        private final Map<RecordField<?>, Object> fields = new HashMap<>();

        private FakeRecord(FakeCatalog catalog, String id) {
            this.catalog = catalog;
            this.id = id;
        }

        public <T> FakeRecord set(RecordField<T> field, T value) {
            fields.put(field, value);
            return this;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Catalog catalog() {
            return catalog;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(RecordField<T> field) {
            Object own = fields.get(field);
            if (own != null) {
                return (T) own;
            }
            return field.attribute() == null ? field.fallback() : catalog.get(field.attribute());
        }

        @Override
        public boolean has(RecordField<?> field) {
            return fields.containsKey(field);
        }

        @Override
        public Set<String> fields() {
            return fields.keySet().stream().map(RecordField::name).collect(Collectors.toUnmodifiableSet());
        }
    }
}
