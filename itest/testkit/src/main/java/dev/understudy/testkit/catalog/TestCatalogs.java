package dev.understudy.testkit.catalog;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.snapshot.CatalogContents;
import dev.understudy.catalog.snapshot.Snapshot;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Catalogs of a test: written down in code, inherited as on a server. A change holds from then on, as a reload does; a catalog
 * that was asked for before keeps its state.
 */
public final class TestCatalogs implements Catalogs {

    private final TestCatalog fallback = new TestCatalog(this, "");
    private final Map<String, TestCatalog> named = new LinkedHashMap<>();
    private Catalogs snapshot;

    /**
     * A gallery whose files lie under {@code gallery}, a shop, and a default catalog, each with a few records. The macros
     * {@code loop} and {@code pool} invoke each other: encoded, an invocation is not expanded before a request is read.
     */
    public static TestCatalogs sample() {
        TestCatalogs catalogs = new TestCatalogs();
        catalogs.defaults()
                .set(Attributes.DEFAULT_EXT, ".jpg")
                .set(Attributes.RESOLUTION, 100.0)
                .macro("square", "wid=400&hei=400&fit=crop")
                .macro("listing", "$square$&bgc=ffffff")
                .macro("box", "wid=$side$&hei=$side$")
                .macro("loop", "wid=1&%24pool%24=")
                .macro("pool", "%24loop%24=")
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

    /** A catalog by itself with these attributes; the others have their fallbacks. */
    public static Catalog catalogWith(Map<Attribute<?>, ?> attributes) {
        TestCatalog catalog = new TestCatalogs().tenant("guarded");
        attributes.forEach(catalog::setUnchecked);
        return catalog.catalog();
    }

    /** The default catalog, to be written down. */
    public TestCatalog defaults() {
        return fallback;
    }

    /** The catalog of this root id, to be written down; new if need be. */
    public TestCatalog tenant(String rootId) {
        return named.computeIfAbsent(rootId, id -> new TestCatalog(this, id));
    }

    void changed() {
        snapshot = null;
    }

    private Catalogs snapshot() {
        if (snapshot == null) {
            Map<String, CatalogContents> contents = new LinkedHashMap<>();
            named.forEach((rootId, catalog) -> contents.put(rootId, catalog.contents()));
            snapshot = Snapshot.of(fallback.contents(), contents, true).catalogs();
        }
        return snapshot;
    }

    @Override
    public Catalog defaultCatalog() {
        return snapshot().defaultCatalog();
    }

    @Override
    public Optional<Catalog> catalog(String rootId) {
        return snapshot().catalog(rootId);
    }

    @Override
    public Collection<Catalog> all() {
        return snapshot().all();
    }
}
